using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Training;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Evaluation;

/// <summary>The beats that a model is judged on, and what they are: the split's test beats, or those that were held out while it learned.</summary>
/// <param name="Split">How the recordings were split.</param>
/// <param name="AreHeldOut">True for beats that were held out of learning to choose the epoch with, and so chose the model.</param>
/// <param name="Beats">The beats.</param>
/// <param name="Detection">What the detector left out of their records; null where R peaks are the annotations' own.</param>
public sealed record JudgingBeats(Split Split, bool AreHeldOut, IReadOnlyList<Beat> Beats, Detection? Detection)
{
    /// <summary>What the beats are, to stand behind "beats of".</summary>
    public string Told => (AreHeldOut, Split.HoldsOutPatients) switch
    {
        (true, true) => $"DS1's held-out patients {string.Join(", ", Split.HeldOutRecords)}, who chose the epoch",
        (true, false) => $"the learning part of the split {Split.Name}, held out to choose the epoch",
        (false, true) => "DS2's patients",
        (false, false) => $"the {Split.Name} test list",
    };

    /// <summary>How patients stand to learning.</summary>
    public string Independence => Split.HoldsOutPatients
        ? "by patient: no beat of these patients was learnt from"
        : "by beat: the same patients stand on both sides of the split";

    /// <summary>True where taking them means looking at DS2.</summary>
    public bool LookAtDs2 => Split.HoldsOutPatients && !AreHeldOut;

    /// <summary>Takes beats of the whole database.</summary>
    /// <param name="network">The network.</param>
    /// <param name="origin">Where its weights come from.</param>
    /// <param name="split">The split that they were trained for.</param>
    /// <param name="all">All its beats.</param>
    /// <param name="heldOut">Take those that were held out, not the test beats.</param>
    /// <exception cref="InputException">The recordings do not give all beats of the list.</exception>
    public static JudgingBeats Choose(KnownNetwork network, Origin origin, Split split, BeatSet all, bool heldOut)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(all);
        if (heldOut)
        {
            LearningBeats learning = LearningBeats.From(all.Beats, split, network.Recipe.Options with { Seed = origin.Seed });
            return new JudgingBeats(split, true, learning.Validation, all.DetectionOf(split.HeldOutRecords.Contains));
        }

        Beat[] tested = [.. all.Beats.Where(beat => split.IsTest(beat.Key))];
        if (split.ListedBeats is int listed && listed != tested.Length)
            throw new InputException($"The recordings give {tested.Length} of the {listed} beats of the {split.Name} list: check that they are whole.");

        return new JudgingBeats(split, false, tested, all.DetectionOf(split.IsTestRecord));
    }
}
