using System;
using EcgChip.WeightsGen.Networks;
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
        KnownNetwork network = KnownNetwork.Find(name);
        return GoldenNetwork.Of(network, TrainedWeights.Load(places.Weights(name), network.Shape).Quantise());
    }

    /// <summary>A network as it is compiled into the firmware: what vectors are held to.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static GoldenNetwork Compiled(string name)
    {
        KnownNetwork network = KnownNetwork.Find(name);
        return GoldenNetwork.Of(network, network.Generated());
    }
}
