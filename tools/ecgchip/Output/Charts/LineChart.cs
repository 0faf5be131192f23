using System.Collections.Generic;
using SkiaSharp;

namespace EcgChip.Cli.Output.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Points">Its points, left to right; one whose y is null is left out.</param>
/// <param name="IsDashed">True for a broken line.</param>
internal sealed record ChartLine(string Name, SKColor Colour, IReadOnlyList<(double X, double? Y)> Points, bool IsDashed = false);

/// <summary>A chart of some lines.</summary>
/// <param name="Title">What stands above.</param>
/// <param name="XName">What the horizontal axis is.</param>
/// <param name="YName">What the vertical axis is.</param>
/// <param name="XTicks">Where the horizontal axis has marks, left to right; it may fall.</param>
/// <param name="YTicks">Where the vertical axis has marks, from below.</param>
/// <param name="Lines">The lines.</param>
internal sealed record LineChart(
    string Title, string XName, string YName, IReadOnlyList<double> XTicks, IReadOnlyList<double> YTicks, IReadOnlyList<ChartLine> Lines);
