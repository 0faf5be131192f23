using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Pictures;

namespace EcgChip.WeightsGen.Map;

/// <summary>The map of what a network has learned, and what can be said of it in words.</summary>
/// <param name="Points">What was laid out.</param>
/// <param name="Layout">Where it lies.</param>
/// <param name="Title">What it is.</param>
public sealed record NetworkMap(LabelledVectors Points, TsneLayout Layout, string Title)
{
    /// <summary>Most points of a map, where nothing else is asked for: time and memory grow with their square.</summary>
    public const int UsualPoints = 3_500;

    /// <summary>Neighbours that are asked how pure a class lies.</summary>
    public const int Neighbours = 10;

    private static readonly string[] s_names = [.. ClassNames.Letters.Select(letter => letter.ToString())];

    /// <summary>Lays out what a network makes of beats.</summary>
    /// <param name="network">The network.</param>
    /// <param name="beats">Beats that it has not learnt from.</param>
    /// <param name="most">At most so many of them.</param>
    /// <param name="options">How they are laid out.</param>
    /// <param name="iterationDone">Told how many of how many steps are done.</param>
    /// <param name="cancellation">Stops.</param>
    public static NetworkMap Of(
        FloatNetwork network, IReadOnlyList<Beat> beats, int most, TsneOptions options, Action<int, int>? iterationDone = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(options);
        Beat[] drawn = [.. LabelledVectors.Draw([.. beats.Select(beat => beat.Class)], most, options.Seed).Select(index => beats[index])];
        if (drawn.Length < 2)
            throw new InputException("A map needs at least two beats: give more with --beats.");

        LabelledVectors points = new(PooledOutputs.Of(network, drawn), [.. drawn.Select(beat => beat.Class)], s_names);
        string layer = network.Shape.LayerNames[PooledOutputs.Layer(network.Shape)];
        return Of(points, $"t-SNE of the {network.Shape.Name} network's {layer}", options, iterationDone, cancellation);
    }

    /// <summary>Lays out labelled vectors.</summary>
    public static NetworkMap Of(
        LabelledVectors points, string title, TsneOptions options, Action<int, int>? iterationDone = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        return new NetworkMap(points, Tsne.Lay(points.Vectors, options, iterationDone, cancellation), title);
    }

    /// <summary>The picture.</summary>
    public Picture Draw() => MapPicture.Draw(Layout, Points, Title);

    /// <summary>How far it can be trusted, and how pure the classes lie, in sentences.</summary>
    public string Told()
    {
        double?[] purity = LabelledVectors.Purity(Layout, Points.Labels, Points.Names.Count, Neighbours);
        string byClass = string.Join(", ", Points.Names.Zip(purity).Where(pair => pair.Second is not null).Select(
            pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First} {100 * pair.Second:0} %")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Points whose {Neighbours} nearest neighbours in the map are mostly of their own class: {byClass}. Kullback-Leibler divergence {Layout.Cost:0.00} nats (at the start {Layout.FirstCost:0.00}).");
    }
}
