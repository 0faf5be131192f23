using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Models.Seed;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Networks;

/// <summary>A network that can be trained, evaluated and generated.</summary>
/// <param name="Shape">Its layers.</param>
/// <param name="Generated">Makes the model that was generated from its committed weights.</param>
/// <param name="Beats">How its beats are cut.</param>
/// <param name="Splits">Splits that fit it; the first is the one it is judged on.</param>
/// <param name="Recipe">How it learns.</param>
public sealed record KnownNetwork(
    NetworkShape Shape, Func<Model> Generated, BeatSource Beats, IReadOnlyList<string> Splits, TrainingRecipe Recipe)
{
    /// <summary>More beats to learn from, of the same recordings; null where there are none.</summary>
    public BeatSource? Views { get; init; }

    private static readonly KnownNetwork[] s_all =
    [
        new(SeedShape.Create(), () => new SeedModel(), BeatSource.Seed, Split.Names, TrainingRecipe.Seed),
        new(BedsideShape.Create(), () => new BedsideModel(), BeatSource.Bedside, [Split.Patient], TrainingRecipe.Bedside)
        {
            Views = BeatSource.BedsideViews,
        },
    ];

    /// <summary>Names of all networks.</summary>
    public static IEnumerable<string> Names => s_all.Select(network => network.Shape.Name);

    /// <summary>The network of a name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static KnownNetwork Find(string name) => Array.Find(s_all, network => network.Shape.Name == name)
        ?? throw new InputException($"There is no network \"{name}\": choose one of {string.Join(", ", Names)}, {HeadShape.Name}.");

    /// <summary>What the files of a training by a split are called: by the split that the network is judged on as the network, those by another with its name behind.</summary>
    public string FileName(string split) => split == Splits[0] ? Shape.Name : $"{Shape.Name}-{split}";

    /// <summary>How it learns for a split.</summary>
    public TrainingRecipe RecipeFor(string split) => Shape.Name == SeedShape.Name && split is Split.Random or Split.Csv ? TrainingRecipe.SeedOnAllBeats : Recipe;

    /// <summary>The split of a name, or the network's own where none is named.</summary>
    /// <exception cref="InputException">The network cannot be judged by it.</exception>
    public string RequireSplit(string? name) => name is null ? Splits[0]
        : Splits.Contains(name) ? name
        : throw new InputException($"The {Shape.Name} network is not judged by the split {name}: choose {string.Join(", ", Splits)}.");
}
