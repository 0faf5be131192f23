using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Formats.Recordings;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>The heart rate from beat to beat over the recording.</summary>
internal sealed class TrendDrawing(ReportPen pen, StoredRecording recording)
{
    private const double SecondsPerMinute = 60;
    private const double LeastTop = 120;
    private const double MostTop = 240;
    private const double Bottom = 30;
    private const double Step = 30;
    private const float AxisWidth = 7;
    private const float AxisHeight = 3.2f;

    // For half of the last label.
    private const float RightSpace = 2.5f;
    private const float TextSize = 2.1f;

    // Steps of the time axis, of which the smallest is taken that leaves no more than so many.
    private const int MostTicks = 10;
    private static readonly double[] TimeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

    /// <summary>Draws the chart with its axes.</summary>
    public void Draw(SKRect place)
    {
        SKRect chart = new(place.Left + AxisWidth, place.Top, place.Right - RightSpace, place.Bottom - AxisHeight);
        (double Seconds, double? Rate, StoredBeat Beat)[] beats =
        [
            .. recording.Beats.Select((beat, i) => (recording.SecondsAt(beat.Sample), SecondsPerMinute / recording.IntervalBefore(i), beat)),
        ];
        double highest = beats.Max(beat => beat.Rate) ?? LeastTop;
        double top = Math.Clamp(Step * Math.Ceiling(highest / Step), LeastTop, MostTop);
        for (double rate = Bottom; rate <= top; rate += Step)
        {
            float y = Y(rate);
            pen.Line(chart.Left, y, chart.Right, y, ReportPen.Faint, 0.12f);
            pen.Text(rate.ToString("0", CultureInfo.InvariantCulture), chart.Left - 1, y + 0.8f, TextSize, ReportPen.Grey, side: ReportPen.Side.Right);
        }

        double step = TimeSteps.FirstOrDefault(candidate => recording.Seconds / candidate <= MostTicks, recording.Seconds);
        for (double seconds = 0; seconds <= recording.Seconds; seconds += step)
        {
            string label = string.Create(CultureInfo.InvariantCulture, $"{(int)(seconds / SecondsPerMinute)}:{seconds % SecondsPerMinute:00}");
            pen.Text(label, X(seconds), place.Bottom - 0.3f, TextSize, ReportPen.Grey, side: ReportPen.Side.Middle);
        }

        foreach (List<SKPoint> line in Joined(beats))
        {
            pen.Trace(line, ReportPen.Grey, 0.12f);
        }

        foreach ((double seconds, double? rate, StoredBeat beat) in beats)
        {
            if (rate is double known)
            {
                pen.Dot(X(seconds), Y(known), 0.32f, beat.Class is AamiClass.N or null ? ReportPen.Ink : BeatColours.Of(beat));
            }
        }

        float X(double seconds) => chart.Left + (float)(seconds / recording.Seconds * chart.Width);
        float Y(double rate) => chart.Bottom - (float)((Math.Clamp(rate, Bottom, top) - Bottom) / (top - Bottom) * chart.Height);

        IEnumerable<List<SKPoint>> Joined(IEnumerable<(double Seconds, double? Rate, StoredBeat Beat)> points)
        {
            List<SKPoint> line = [];
            foreach ((double seconds, double? rate, _) in points)
            {
                if (rate is double known)
                {
                    line.Add(new SKPoint(X(seconds), Y(known)));
                    continue;
                }

                if (line.Count > 1)
                {
                    yield return line;
                }

                line = [];
            }

            if (line.Count > 1)
            {
                yield return line;
            }
        }
    }
}
