using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;

namespace EcgChip.WeightsGen.Tests.Infarction;

/// <summary>Patients whose beats differ by diagnosis and a little by patient, and a trunk that is quick.</summary>
internal static class MadeUpPatients
{
    /// <summary>A convolution and a pool that give as many values as the seed network's.</summary>
    public static Model Trunk { get; } = MakeTrunk();

    /// <summary>Beats of some patients.</summary>
    /// <param name="infarctions">Patients with an infarction.</param>
    /// <param name="healthy">Patients without.</param>
    /// <param name="beatsEach">Beats of each.</param>
    /// <param name="changed">A patient whose beats are others; null for none.</param>
    public static PtbBeatSet Make(int infarctions, int healthy, int beatsEach, string? changed = null)
    {
        List<PtbBeat> beats = [];
        for (int i = 0; i < infarctions + healthy; i++)
        {
            Diagnosis diagnosis = i < infarctions ? Diagnosis.Infarction : Diagnosis.Healthy;
            string name = $"patient{i:000}";
            Random random = new(name == changed ? 1000 + i : i);
            double own = 20 * random.NextDouble();
            for (int beat = 0; beat < beatsEach; beat++)
            {
                sbyte[] values = new sbyte[BeatWindow.Length];
                for (int at = 0; at < 150; at++)
                {
                    double bump = Math.Exp(-Math.Pow((at - (diagnosis == Diagnosis.Infarction ? 60 : 90)) / 14.0, 2));
                    values[at] = (sbyte)Math.Clamp(20 + own + 60 * bump + random.Next(-8, 9), 0, Beat.Largest);
                }

                beats.Add(new PtbBeat(name, $"s{i:0000}_re", beat * 100, diagnosis, values));
            }
        }

        return new PtbBeatSet(beats, infarctions + healthy, new Dictionary<string, int>());
    }

    private static QuantisedModel MakeTrunk()
    {
        LayerSpec pool = LayerSpec.MaxPool(4, 7, 12, BeatWindow.Length);
        NetworkShape shape = new(
            "trunk", LayerSpec.Convolution(1, 4, 5, BeatWindow.Length, true, 0), pool, LayerSpec.Dense(4 * pool.OutLength, ClassNames.Count, false, 0));
        return Quantiser.Quantise(TestNetworks.Untrained(shape), ActivationRanges.Of(1, 1, 1), "none");
    }
}
