using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace EcgChip.Cli.FrontEnd;

/// <summary>
/// A chart of lines as SVG: text, so that it is the same to the byte on every machine, whatever fonts that has.
/// </summary>
public sealed class LineChart
{
    private const int Width = 640;
    private const int Height = 300;
    private const int Left = 60;
    private const int Right = 20;
    private const int Top = 34;
    private const int Bottom = 46;
    private const int LegendStep = 60;
    private const int MostPoints = 320;
    private static readonly string[] Colours = ["#1f5fa8", "#d1495b", "#2e8b57", "#8a5a00"];

    private readonly List<(string Name, double[] Xs, double[] Ys, bool Dashed)> lines = [];
    private readonly string title;
    private readonly (string Label, double From, double To, double[] Ticks) x;
    private readonly (string Label, double From, double To, double[] Ticks) y;
    private readonly bool logarithmic;

    /// <summary>An empty chart.</summary>
    public LineChart(
        string title, (string Label, double From, double To, double[] Ticks) x, (string Label, double From, double To, double[] Ticks) y, bool logarithmic = false)
    {
        this.title = title;
        this.x = x;
        this.y = y;
        this.logarithmic = logarithmic;
    }

    /// <summary>Adds a line; points outside of the chart are left out.</summary>
    public LineChart Add(string name, double[] xs, double[] ys, bool dashed = false)
    {
        ArgumentNullException.ThrowIfNull(xs);
        lines.Add((name, xs, ys, dashed));
        return this;
    }

    /// <summary>The picture.</summary>
    public string ToSvg()
    {
        StringBuilder svg = new();
        Write(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Write(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>");
        Write(svg, $"<text x=\"{Left}\" y=\"18\" font-size=\"14\">{title}</text>");
        foreach (double tick in x.Ticks)
        {
            Write(svg, $"<path d=\"M{X(tick):F1} {Top}V{Height - Bottom}\" stroke=\"#dddddd\"/><text x=\"{X(tick):F1}\" y=\"{Height - Bottom + 15}\" text-anchor=\"middle\">{tick}</text>");
        }

        foreach (double tick in y.Ticks)
        {
            Write(svg, $"<path d=\"M{Left} {Y(tick):F1}H{Width - Right}\" stroke=\"#dddddd\"/><text x=\"{Left - 6}\" y=\"{Y(tick) + 4:F1}\" text-anchor=\"end\">{tick}</text>");
        }

        Write(svg, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">{x.Label}</text>");
        Write(svg, $"<text transform=\"translate(15 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{y.Label}</text>");
        for (int i = 0; i < lines.Count; i++)
        {
            string colour = Colours[i % Colours.Length];
            string dash = lines[i].Dashed ? " stroke-dasharray=\"5 4\"" : "";
            Write(svg, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\"{dash} points=\"{Points(i)}\"/>");
            Write(svg, $"<text x=\"{Width - Right - ((lines.Count - 1 - i) * LegendStep)}\" y=\"{Top - 8}\" text-anchor=\"end\" fill=\"{colour}\">{lines[i].Name}</text>");
        }

        Write(svg, $"<rect x=\"{Left}\" y=\"{Top}\" width=\"{Width - Left - Right}\" height=\"{Height - Top - Bottom}\" fill=\"none\" stroke=\"#444444\"/>");
        svg.Append("</svg>\n");
        return svg.ToString();
    }

    private static void Write(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private string Points(int line)
    {
        (_, double[] xs, double[] ys, _) = lines[line];
        int[] inside = [.. Enumerable.Range(0, xs.Length).Where(i => xs[i] >= x.From && xs[i] <= x.To)];
        int stride = Math.Max(1, inside.Length / MostPoints);
        return string.Join(' ', inside.Where((_, i) => i % stride == 0).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{X(xs[i]):F1},{Y(Math.Clamp(ys[i], y.From, y.To)):F1}")));
    }

    private double X(double value)
    {
        double part = logarithmic
            ? Math.Log(value / x.From) / Math.Log(x.To / x.From)
            : (value - x.From) / (x.To - x.From);
        return Left + (part * (Width - Left - Right));
    }

    private double Y(double value) => Height - Bottom - ((value - y.From) / (y.To - y.From) * (Height - Top - Bottom));
}
