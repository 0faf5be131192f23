using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Simulator.Patients;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Golden;

/// <summary>
/// Inputs for golden vectors: beats of the simulator's patients (McSharry et al. 2003) with ectopic beats, noise, hum, wander, a small heart and swapped
/// electrodes, cut as those of a recording are; and some that no heart makes. Nothing of any recording is in them.
/// </summary>
public static class GoldenBeats
{
    private const double Seconds = 40;
    private const int BeatsOfPatient = 5;
    private const int SampleRate = 360;
    private const double StepsPerMillivolt = 1000;
    private const int ChanceSeed = 1;
    private const int ChanceInputs = 2;

    private static readonly SyntheticPatientOptions s_usual = new() { Seconds = Seconds, VentricularShare = 0.15, SupraventricularShare = 0.15 };

    // Each has a seed of its own: no two have a beat in common.
    private static readonly (string Description, SyntheticPatientOptions Options, Func<IPatient, IPatient> As)[] s_patients =
    [
        ("at rest", s_usual with { Seed = 1 }, patient => patient),
        ("slow, without noise", s_usual with { Seed = 2, HeartRate = 48, NoiseMillivolts = 0 }, patient => patient),
        ("fast", s_usual with { Seed = 3, HeartRate = 140 }, patient => patient),
        ("in noise", s_usual with { Seed = 4, HeartRate = 85, NoiseMillivolts = 0.06 }, patient => patient),
        ("in fibrillation", s_usual with { Seed = 5, HeartRate = 95, Fibrillates = true, SupraventricularShare = 0 }, patient => patient),
        ("with a small heart", s_usual with { Seed = 6 }, patient => new ScaledPatient(patient, 0.35)),
        ("with swapped electrodes", s_usual with { Seed = 7 }, patient => new ScaledPatient(patient, 1, invert: true)),
        ("tense and breathing deeply", s_usual with { Seed = 8 },
            patient => new DisturbedPatient(patient, new Disturbances { MuscleMillivolts = 0.04, WanderMillivolts = 0.4, HumMillivolts = 0.05 })),
    ];

    /// <summary>The inputs of a network, the same every time.</summary>
    public static IReadOnlyList<(string Description, sbyte[] Input)> Make(GoldenNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. s_patients.SelectMany(patient => OfPatient(network, patient.Description, new SyntheticPatient(patient.Options), patient.As)), .. OfNoHeart(network)];
    }

    private static IEnumerable<(string, sbyte[])> OfPatient(GoldenNetwork network, string description, SyntheticPatient patient, Func<IPatient, IPatient> seenAs)
    {
        IReadOnlyList<Beat> beats = Cut(network, patient, seenAs(patient));

        // The rare ones first: of each class the one in the middle, then what lies around it.
        Beat[][] byClass = [.. beats.GroupBy(beat => beat.Class).OrderByDescending(group => group.Key)
            .Select(group => group.OrderBy(beat => Math.Abs(beat.Sample - beats[beats.Count / 2].Sample)).ToArray())];
        IEnumerable<Beat> inTurn = Enumerable.Range(0, BeatsOfPatient).SelectMany(turn => byClass.Where(ofClass => turn < ofClass.Length).Select(ofClass => ofClass[turn]));
        return inTurn.Take(BeatsOfPatient).Select(beat => ($"{ClassNames.Letters[beat.Class]} of a patient {description}", GoldenNetwork.InputOf(beat)));
    }

    /// <summary>A patient's beats by the way that those of a recording take: as a record with reference annotations.</summary>
    private static IReadOnlyList<Beat> Cut(GoldenNetwork network, SyntheticPatient patient, IPatient seen)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("golden-");
        try
        {
            string path = Path.Combine(folder.FullName, "patient");
            int[] samples = [.. Enumerable.Range(0, (int)(patient.Seconds * SampleRate))
                .Select(i => (int)Math.Round(StepsPerMillivolt * seen.MillivoltsAt((double)i / SampleRate)))];
            WfdbWriter.Write(path, SampleRate, [new WfdbSignalData("MLII", samples, StepsPerMillivolt)]);
            WfdbAnnotations.Write(
                path + Recordings.ReferenceAnnotator,
                patient.Beats.Select(beat => WfdbAnnotation.At((int)Math.Round(beat.Seconds * SampleRate), beat.Class.ToSymbol())));
            return network.Beats.Extract(path).Beats;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string, sbyte[])> OfNoHeart(GoldenNetwork network)
    {
        int length = network.InputLength;
        int lowest = network.Beats.Name == BeatSource.Seed.Name ? 0 : -Beat.Largest;
        Random random = new(ChanceSeed);
        yield return ("nothing", new sbyte[length]);
        yield return ("the largest all along", Filled(_ => Beat.Largest));
        yield return ("the lowest and the largest in turn", Filled(i => i % 2 == 0 ? lowest : Beat.Largest));
        for (int i = 0; i < ChanceInputs; i++)
            yield return ("chance", Filled(_ => random.Next(lowest, Beat.Largest + 1)));

        sbyte[] Filled(Func<int, int> value) => [.. Enumerable.Range(0, length).Select(i => (sbyte)value(i))];
    }
}
