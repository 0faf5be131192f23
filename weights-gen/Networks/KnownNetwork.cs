using System;
using EcgChip.Inference;
using EcgChip.Models.Seed;

namespace EcgChip.WeightsGen.Networks;

/// <summary>A network that can be trained, evaluated and generated.</summary>
/// <param name="Shape">Its layers.</param>
/// <param name="Generated">Makes the model that was generated from its committed weights.</param>
public sealed record KnownNetwork(NetworkShape Shape, Func<Model> Generated)
{
    /// <summary>The network of a name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static KnownNetwork Find(string name) => name == SeedShape.Name
        ? new KnownNetwork(SeedShape.Create(), () => new SeedModel())
        : throw new InputException($"There is no network \"{name}\": choose {SeedShape.Name}.");
}
