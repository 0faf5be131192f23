using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Cli.Noise;
using EcgChip.Cli.Output.Charts;
using SkiaSharp;

namespace EcgChip.Cli.Output;

/// <summary>The noise stress test as a picture: a chart for each record and noise.</summary>
internal static class NoisePicture
{
    private static readonly double[] s_percents = [0, 20, 40, 60, 80, 100];

    /// <summary>The picture as PNG.</summary>
    public static byte[] Png(NoiseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return ChartPicture.Png(
            [
                .. from noise in new[] { NoiseBench.ElectrodeMotion, NoiseBench.BaselineWander }
                   from record in NoiseBench.Records
                   select Chart(noise, record, [.. result.Points.Where(point => point.Noise == noise && point.Score.Name == record)]),
            ],
            NoiseBench.Records.Count);
    }

    private static LineChart Chart(string noise, string record, IReadOnlyList<NoisePoint> points)
    {
        ChartLine Line(string name, SKColor colour, Func<NoisePoint, double?> value, bool isDashed = false) =>
            new(name, colour, [.. points.Select(point => (point.Decibels, value(point)))], isDashed);
        return new LineChart(
            $"Record {record}, noise {noise}",
            "Signal to noise ratio, dB",
            "%",
            NoiseBench.Decibels,
            s_percents,
            [
                Line("Se outside shutdown", new SKColor(0x1F, 0x5F, 0xB4), point => point.Score.Shutdown.SeOutside),
                Line("Se", new SKColor(0x1F, 0x5F, 0xB4), point => point.Score.Figures.Qrs.Se, isDashed: true),
                Line("+P", new SKColor(0xD0, 0x5A, 0x10), point => point.Score.Figures.Qrs.Ppv),
                Line("Shutdown", new SKColor(0x77, 0x77, 0x77), point => point.Score.Shutdown.Percent),
            ]);
    }
}
