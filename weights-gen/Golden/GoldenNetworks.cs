using System;
using EcgChip.Models.Infarction;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Golden;

/// <summary>The networks that have golden vectors, by name.</summary>
public static class GoldenNetworks
{
    /// <summary>A network in int8 from its committed weights: what <c>generate</c> writes vectors of.</summary>
    /// <exception cref="InputException">There are no usable weights.</exception>
    public static GoldenNetwork FromWeights(string name, Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (name == HeadShape.Name)
            return GoldenHead.Of(HeadWeights.Load(places.Weights(name)).Quantise(), Trunk(places));

        KnownNetwork network = KnownNetwork.Find(name);
        return GoldenNetwork.Of(network, TrainedWeights.Load(places.Weights(name), network.Shape).Quantise());
    }

    /// <summary>A network as it is compiled into the firmware: what vectors are held to.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static GoldenNetwork Compiled(string name)
    {
        if (name == HeadShape.Name)
            return GoldenHead.Of(new InfarctionModel(), KnownNetwork.Find(HeadShape.Trunk).Generated());

        KnownNetwork network = KnownNetwork.Find(name);
        return GoldenNetwork.Of(network, network.Generated());
    }

    /// <summary>True where the device's self-test runs some vectors: it runs networks, and a head only behind one.</summary>
    public static bool IsInSelfTest(string name) => name != HeadShape.Name;

    private static QuantisedModel Trunk(Places places)
    {
        KnownNetwork trunk = KnownNetwork.Find(HeadShape.Trunk);
        return TrainedWeights.Load(places.Weights(HeadShape.Trunk), trunk.Shape).Quantise();
    }
}
