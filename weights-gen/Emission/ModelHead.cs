using System;
using System.Collections.Generic;
using System.Globalization;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Emission;

/// <summary>The lines of a generated file's head: no figure without its protocol.</summary>
public static class ModelHead
{
    /// <summary>Where the weights come from and how well they do.</summary>
    /// <param name="network">The network.</param>
    /// <param name="origin">Where its weights come from.</param>
    /// <param name="split">The split that they were trained for.</param>
    /// <param name="run">What DS2 said of this very model; null where it was not asked.</param>
    public static IEnumerable<string> Lines(KnownNetwork network, Origin origin, Split split, PatientRun? run)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(split);
        yield return $"Data set: {origin.DataSet}, beats cut by EcgChip.Signal at {network.Beats.RPeaks}.";
        string listed = origin.Test is null ? string.Empty : $", {origin.Test.Beats} test beats";
        yield return $"Split: {origin.Split}{listed}. Seed: {origin.Seed}. Epochs: {origin.Epochs}, weights averaged over iterations, taken after epoch {origin.BestEpoch}.";

        string score = string.Create(CultureInfo.InvariantCulture, $"float {origin.ValidationScore:0.00} %");
        if (origin.Test is not null)
            yield return $"Accuracy on the split's test beats: {origin.Test}; on the held-out beats that chose the epoch: {score}.";
        if (origin.HeldOut is not null)
        {
            yield return run?.ToSentence() ?? "Not tested on DS2 yet: weights-gen evaluate does, and generate then writes the figures here.";
            yield return $"DS1's held-out patients ({string.Join(", ", split.HeldOutRecords)}) chose the epoch by {network.Recipe.ScoreName}, {score}; accuracy on their {origin.HeldOut.Beats} beats: {origin.HeldOut}.";
        }
    }
}
