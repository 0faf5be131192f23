using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>Who and what is tested when: by patient in folds, so that everybody is tested once by a head that knows nothing of them, or by beat.</summary>
public static class PatientFolds
{
    /// <summary>Most folds: more of them only cost time.</summary>
    public const int Most = 10;

    /// <summary>Part of the beats of each class that is tested by beat.</summary>
    public const double RandomPart = 0.2;

    private const int FoldNumber = 0;
    private const int RandomNumber = 1;

    /// <summary>Deals the patients out, those of a kind evenly: every fold has some of each.</summary>
    /// <param name="patients">All patients.</param>
    /// <param name="seed">What chance comes from.</param>
    /// <returns>Of each fold the names of those who are tested.</returns>
    public static IReadOnlyList<IReadOnlySet<string>> ByPatient(IReadOnlyList<(string Name, Diagnosis Diagnosis)> patients, int seed)
    {
        ArgumentNullException.ThrowIfNull(patients);
        Random random = RandomNumbers.Create(seed, RandomPurpose.Validation, FoldNumber);
        string[][] kinds = [.. patients.GroupBy(patient => patient.Diagnosis).OrderBy(kind => kind.Key).Select(kind => kind.Select(patient => patient.Name).Order(StringComparer.Ordinal).ToArray())];
        HashSet<string>[] folds = [.. Enumerable.Range(0, Math.Min(Most, kinds.Min(kind => kind.Length))).Select(_ => new HashSet<string>())];

        // What is left over of one kind goes to other folds than what is left over of the other.
        int next = 0;
        foreach (string[] kind in kinds)
        {
            random.Shuffle(kind);
            foreach (string name in kind)
                folds[next++ % folds.Length].Add(name);
        }

        return folds;
    }

    /// <summary>Draws the beats that are tested by beat: the same patients stand on both sides.</summary>
    /// <param name="beats">All beats.</param>
    /// <param name="seed">What chance comes from.</param>
    public static IReadOnlySet<PtbBeat> ByBeat(IReadOnlyList<PtbBeat> beats, int seed)
    {
        ArgumentNullException.ThrowIfNull(beats);
        Random random = RandomNumbers.Create(seed, RandomPurpose.Validation, RandomNumber);
        HashSet<PtbBeat> tested = new(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<Diagnosis, PtbBeat> kind in beats.GroupBy(beat => beat.Diagnosis).OrderBy(kind => kind.Key))
        {
            PtbBeat[] order = [.. kind];
            random.Shuffle(order);
            tested.UnionWith(order.Take((int)Math.Round(RandomPart * order.Length)));
        }

        return tested;
    }
}
