using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Golden;

/// <summary>A head behind another network's convolutions as golden vectors see it: the trunk's layers, and then its own.</summary>
public static class GoldenHead
{
    /// <summary>A head with its trunk.</summary>
    /// <param name="head">The head.</param>
    /// <param name="trunk">The network whose convolutions it stands behind.</param>
    public static GoldenNetwork Of(HeadModel head, Model trunk)
    {
        ArgumentNullException.ThrowIfNull(head);
        KnownNetwork before = KnownNetwork.Find(HeadShape.Trunk);
        int layers = HeadRunner.TrunkLayers(trunk);
        return new GoldenNetwork(
            head.Name, head.Hash, before.Beats, [.. before.Shape.LayerNames.Take(layers), .. HeadShape.Create().LayerNames],
            input => RunFast(head, trunk, input), input => RunPlain(head, trunk, layers, input));
    }

    /// <summary>The head's runner tells of no layer but its last: the others are those of a network's runner on what it took.</summary>
    private static GoldenResult RunFast(HeadModel head, Model trunk, sbyte[] input)
    {
        NetworkRunner trunkRunner = new(trunk);
        HeadRunner headRunner = new(head, trunkRunner);
        List<sbyte[]> activations = [];
        headRunner.Reset();
        GoldenNetwork.RunLayers(trunkRunner, trunk, input, activations, () => headRunner.TakeFromTrunk());
        activations.RemoveRange(HeadRunner.TrunkLayers(trunk), activations.Count - HeadRunner.TrunkLayers(trunk));
        sbyte[] taken = headRunner.Input[..head.Layer(0).InChannels];
        GoldenNetwork.RunLayers(new NetworkRunner(head), head, taken, activations, () => { });
        headRunner.Start();
        while (!headRunner.Step())
        {
        }

        return GoldenResult.Of(activations, headRunner.Logits);
    }

    private static GoldenResult RunPlain(HeadModel head, Model trunk, int layers, sbyte[] input)
    {
        PlainRunner trunkRunner = new(trunk);
        trunkRunner.Run(input);
        PlainRunner headRunner = new(head);
        headRunner.Run(trunkRunner.Outputs[layers - 1]);
        return GoldenResult.Of([.. trunkRunner.Outputs.Take(layers), .. headRunner.Outputs.SkipLast(1)], headRunner.Logits);
    }
}
