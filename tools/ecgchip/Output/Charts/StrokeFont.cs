using System;
using System.Collections.Generic;
using SkiaSharp;

namespace EcgChip.Cli.Output.Charts;

/// <summary>
/// Capitals, digits and some signs as lines, drawn for charts: the same on every machine, whatever fonts it has. A character is four units across and six
/// down; its strokes are SVG path data.
/// </summary>
internal static class StrokeFont
{
    private const float Across = 4;
    private const float Down = 6;
    private const float Gap = 2;

    private static readonly Dictionary<char, string> s_strokes = new()
    {
        ['A'] = "M0 6 L2 0 L4 6 M0.8 4 H3.2",
        ['B'] = "M0 0 H2.5 Q4 0 4 1.5 Q4 3 2.5 3 H0 M2.5 3 Q4 3 4 4.5 Q4 6 2.5 6 H0 V0",
        ['C'] = "M4 1 Q3.5 0 2 0 Q0 0 0 3 Q0 6 2 6 Q3.5 6 4 5",
        ['D'] = "M0 0 H1.8 Q4 0 4 3 Q4 6 1.8 6 H0 V0",
        ['E'] = "M4 0 H0 V6 H4 M0 3 H3",
        ['F'] = "M4 0 H0 V6 M0 3 H3",
        ['G'] = "M4 1 Q3.5 0 2 0 Q0 0 0 3 Q0 6 2 6 Q4 6 4 4 V3.4 H2.2",
        ['H'] = "M0 0 V6 M4 0 V6 M0 3 H4",
        ['I'] = "M1 0 H3 M2 0 V6 M1 6 H3",
        ['J'] = "M4 0 V4.5 Q4 6 2 6 Q0.3 6 0 4.5",
        ['K'] = "M0 0 V6 M4 0 L0 3.6 M1.2 2.6 L4 6",
        ['L'] = "M0 0 V6 H4",
        ['M'] = "M0 6 V0 L2 3.5 L4 0 V6",
        ['N'] = "M0 6 V0 L4 6 V0",
        ['O'] = "M2 0 Q0 0 0 3 Q0 6 2 6 Q4 6 4 3 Q4 0 2 0",
        ['P'] = "M0 6 V0 H2.5 Q4 0 4 1.6 Q4 3.2 2.5 3.2 H0",
        ['Q'] = "M2 0 Q0 0 0 3 Q0 6 2 6 Q4 6 4 3 Q4 0 2 0 M2.5 4.5 L4 6",
        ['R'] = "M0 6 V0 H2.5 Q4 0 4 1.6 Q4 3.2 2.5 3.2 H0 M2.3 3.2 L4 6",
        ['S'] = "M3.8 1 Q3.2 0 2 0 Q0.2 0 0.2 1.5 Q0.2 2.7 2 3 Q3.9 3.3 3.9 4.5 Q3.9 6 2 6 Q0.5 6 0 5",
        ['T'] = "M0 0 H4 M2 0 V6",
        ['U'] = "M0 0 V4 Q0 6 2 6 Q4 6 4 4 V0",
        ['V'] = "M0 0 L2 6 L4 0",
        ['W'] = "M0 0 L1 6 L2 2.5 L3 6 L4 0",
        ['X'] = "M0 0 L4 6 M4 0 L0 6",
        ['Y'] = "M0 0 L2 3 L4 0 M2 3 V6",
        ['Z'] = "M0 0 H4 L0 6 H4",
        ['0'] = "M2 0 Q0 0 0 3 Q0 6 2 6 Q4 6 4 3 Q4 0 2 0",
        ['1'] = "M0.8 1.2 L2.2 0 V6 M0.8 6 H3.6",
        ['2'] = "M0.2 1.4 Q0.5 0 2 0 Q3.8 0 3.8 1.6 Q3.8 2.8 0 6 H4",
        ['3'] = "M0.2 0.8 Q0.8 0 2 0 Q3.7 0 3.7 1.5 Q3.7 2.8 1.6 2.9 Q4 3 4 4.5 Q4 6 2 6 Q0.5 6 0 5",
        ['4'] = "M3 6 V0 L0 4.2 H4",
        ['5'] = "M3.7 0 H0.6 L0.3 2.7 Q1 2.2 2 2.2 Q4 2.2 4 4 Q4 6 2 6 Q0.5 6 0 5",
        ['6'] = "M3.6 0.6 Q3 0 2.2 0 Q0 0 0 3.8 Q0 6 2 6 Q4 6 4 4.1 Q4 2.4 2.1 2.4 Q0.4 2.4 0 4",
        ['7'] = "M0 0 H4 L1.4 6",
        ['8'] = "M2 0 Q0.2 0 0.2 1.4 Q0.2 2.8 2 2.8 Q3.8 2.8 3.8 1.4 Q3.8 0 2 0 M2 2.8 Q0 2.8 0 4.4 Q0 6 2 6 Q4 6 4 4.4 Q4 2.8 2 2.8",
        ['9'] = "M0.4 5.4 Q1 6 1.8 6 Q4 6 4 2.2 Q4 0 2 0 Q0 0 0 1.9 Q0 3.6 1.9 3.6 Q3.6 3.6 4 2",
        ['+'] = "M2 1.5 V4.5 M0.5 3 H3.5",
        ['-'] = "M0.6 3 H3.4",
        ['.'] = "M1.9 5.8 H2.1 V6 H1.9 Z",
        [','] = "M2.1 5.4 L1.6 6.8",
        ['%'] = "M4 0 L0 6 M0.8 0.2 H1 V1.4 H0.6 V0.2 Z M3.2 4.6 H3.4 V5.8 H3 V4.6 Z",
        ['/'] = "M3.6 -0.4 L0.4 6.4",
    };

    /// <summary>How wide a text is.</summary>
    /// <param name="text">The text; what has no strokes is a blank.</param>
    /// <param name="height">Height of a capital.</param>
    public static float Width(string text, float height) => ((text.Length * (Across + Gap)) - Gap) * height / Down;

    /// <summary>Draws a text; small letters become capitals.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="text">The text.</param>
    /// <param name="left">Its left end.</param>
    /// <param name="top">Its upper end.</param>
    /// <param name="height">Height of a capital.</param>
    /// <param name="paint">A paint that strokes.</param>
    public static void Draw(SKCanvas canvas, string text, float left, float top, float height, SKPaint paint)
    {
        float scale = height / Down;
        foreach (char character in text.ToUpperInvariant())
        {
            if (s_strokes.TryGetValue(character, out string? strokes))
            {
                using SKPath path = SKPath.ParseSvgPathData(strokes) ?? throw new InvalidOperationException($"The strokes of {character} are no path.");
                path.Transform(SKMatrix.CreateScaleTranslation(scale, scale, left, top));
                canvas.DrawPath(path, paint);
            }

            left += (Across + Gap) * scale;
        }
    }
}
