using System;
using System.Linq;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>What the trunk makes of the beats of patients with and without an infarction: the second map of Kachuee et al. 2018, figure 10.</summary>
public static class HeadMap
{
    private static readonly string[] s_names = ["healthy", "infarction"];

    /// <summary>The points of the map, each beat with its patient's diagnosis.</summary>
    /// <param name="trunk">The seed network, which has learnt from none of them.</param>
    /// <param name="beats">The beats.</param>
    /// <param name="most">At most so many of them.</param>
    /// <param name="seed">What the choice comes from.</param>
    public static LabelledVectors PointsOf(FloatNetwork trunk, PtbBeatSet beats, int most, int seed)
    {
        ArgumentNullException.ThrowIfNull(beats);
        PtbBeat[] drawn = [.. LabelledVectors.Draw([.. beats.Beats.Select(beat => (int)beat.Diagnosis)], most, seed).Select(index => beats.Beats[index])];
        return new LabelledVectors(PooledOutputs.Of(trunk, [.. drawn.Select(beat => beat.Values)]), [.. drawn.Select(beat => (int)beat.Diagnosis)], s_names);
    }

    /// <summary>What is on the map, in a sentence.</summary>
    public static string Told(PtbBeatSet beats, int shown)
    {
        ArgumentNullException.ThrowIfNull(beats);
        return FormattableString.Invariant(
            $"{shown} of the {beats.Beats.Count} beats of {beats.Patients.Count} patients ({beats.Count(Diagnosis.Infarction)} with an infarction) of {PtbRecordings.DatabaseName}; the convolutions have learnt from none of them. Beats of a patient are alike and lie together: clusters are patients as much as diagnoses.");
    }
}
