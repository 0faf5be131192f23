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

    /// <summary>What a network makes of beats.</summary>
    /// <param name="network">The network.</param>
    /// <param name="beats">Beats that it has not learnt from.</param>
    /// <param name="most">At most so many of them.</param>
    /// <param name="seed">What the choice comes from.</param>
    /// <exception cref="InputException">They are too few for a map.</exception>
    public static LabelledVectors PointsOf(FloatNetwork network, IReadOnlyList<Beat> beats, int most, int seed)
    {
        ArgumentNullException.ThrowIfNull(beats);
        Beat[] drawn = [.. LabelledVectors.Draw([.. beats.Select(beat => beat.Class)], most, seed).Select(index => beats[index])];
        return drawn.Length >= 2
            ? new LabelledVectors(PooledOutputs.Of(network, drawn), [.. drawn.Select(beat => beat.Class)], s_names)
            : throw new InputException("A map needs at least two beats: give more with --beats.");
    }

    /// <summary>Name of the map of a network.</summary>
    public static string TitleOf(NetworkShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return $"t-SNE of the {shape.Name} network's {shape.LayerNames[PooledOutputs.Layer(shape)]}";
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
