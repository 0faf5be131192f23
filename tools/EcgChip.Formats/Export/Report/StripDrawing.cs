using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Formats.Recordings;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>A strip on ECG paper: 25 mm a second and 10 mm a millivolt, grid of 1 and 5 mm, R marks with classes.</summary>
internal sealed class StripDrawing(ReportPen pen, StoredRecording recording, ReportTrace trace)
{
    /// <summary>The usual paper speed, mm/s.</summary>
    public const float PaperSpeed = 25;

    /// <summary>The usual gain, mm/mV.</summary>
    public const float Gain = 10;

    /// <summary>Space for the calibration pulse before the trace, mm.</summary>
    public const float PulseSpace = 10;

    /// <summary>Height of the line above a strip, mm.</summary>
    public const float CaptionHeight = 4.2f;

    private const float Small = 1;
    private const float Large = 5;
    private const float LowestHeight = 20;
    private const float HighestHeight = 50;
    private const float TextSize = 2.5f;
    private const float MarkSize = 2.3f;
    private const float MarkSpace = 3.2f;

    // 1 mV for 0.2 s: what the trace is to be measured by.
    private const float PulseWidth = 0.2f * PaperSpeed;
    private const double Artefacts = 0.001;

    private static readonly SKColor Thin = new(0xF8, 0xE1, 0xDE);
    private static readonly SKColor Thick = new(0xEE, 0xB9, 0xB2);
    private static readonly SKColor NotMeasured = new(0xEE, 0xEE, 0xEE);

    /// <summary>Whole large squares that the strip needs, with room for the marks.</summary>
    public float Height(Strip strip)
    {
        (double lowest, double highest) = trace.Range(strip.From, strip.End, Artefacts);
        float needed = (float)((highest - lowest) * Gain) + MarkSpace + Small;
        return Math.Clamp(Large * MathF.Ceiling(needed / Large), LowestHeight, HighestHeight);
    }

    /// <summary>Draws caption and strip.</summary>
    /// <param name="strip">Which part.</param>
    /// <param name="place">The strip without its caption, which stands above it.</param>
    public void Draw(Strip strip, SKRect place)
    {
        Caption(strip, place);
        Grid(place);

        (double lowest, double highest) = trace.Range(strip.From, strip.End, Artefacts);
        float zero = place.MidY + (MarkSpace / 2) + (float)((lowest + highest) / 2 * Gain);
        pen.Within(place, () =>
        {
            Gaps(strip, place);
            Pulse(place, zero);
            foreach (IReadOnlyList<SKPoint> line in trace.Lines(strip.From, strip.End, (sample, millivolts) => new SKPoint(X(strip, place, sample), zero - (float)(millivolts * Gain))))
            {
                pen.Trace(line, ReportPen.Ink, 0.22f);
            }

            Marks(strip, place);
        });
        pen.Frame(place, Thick, 0.2f);
    }

    private float X(Strip strip, SKRect place, int sample) => place.Left + PulseSpace + (float)(recording.SecondsAt(sample - strip.From) * PaperSpeed);

    private void Caption(Strip strip, SKRect place)
    {
        string time = $"{Clock(strip.From)} to {Clock(strip.End)}";
        float y = place.Top - 1.1f;
        pen.Text(time, place.Left, y, TextSize, bold: true);
        float x = place.Left + ReportPen.Width(time, TextSize, true) + 3;
        if (strip.Finding is RhythmFinding finding)
        {
            pen.TextWithin(finding.Text, x, y, TextSize, place.Right - x - 2, finding.NeedsDoctor ? ReportPen.Alarm : ReportPen.Notice);
        }
    }

    // Minutes and seconds of the recording.
    private string Clock(int sample)
    {
        double seconds = Math.Round(recording.SecondsAt(sample), 1);
        return string.Create(CultureInfo.InvariantCulture, $"{(int)(seconds / 60)}:{seconds % 60:00.0}");
    }

    private void Grid(SKRect place)
    {
        List<SKPoint> thin = [];
        List<SKPoint> thick = [];
        for (int i = 0; i * Small <= place.Width; i++)
        {
            float x = place.Left + (i * Small);
            (i % (int)Large == 0 ? thick : thin).AddRange([new SKPoint(x, place.Top), new SKPoint(x, place.Bottom)]);
        }

        for (int i = 0; i * Small <= place.Height; i++)
        {
            float y = place.Top + (i * Small);
            (i % (int)Large == 0 ? thick : thin).AddRange([new SKPoint(place.Left, y), new SKPoint(place.Right, y)]);
        }

        pen.Lines(thin, Thin, 0.08f);
        pen.Lines(thick, Thick, 0.12f);
    }

    private void Pulse(SKRect place, float zero)
    {
        float left = place.Left + 2;
        pen.Trace(
            [
                new(left - 1, zero), new(left, zero), new(left, zero - Gain), new(left + PulseWidth, zero - Gain), new(left + PulseWidth, zero), new(left + PulseWidth + 1, zero),
            ],
            ReportPen.Ink,
            0.22f);
    }

    private void Gaps(Strip strip, SKRect place)
    {
        foreach (SampleStretch gap in recording.Gaps.Where(gap => gap.End > strip.From && gap.Start < strip.End))
        {
            SKRect hidden = new(X(strip, place, Math.Max(gap.Start, strip.From)), place.Top, X(strip, place, Math.Min(gap.End, strip.End)), place.Bottom);
            pen.Fill(hidden, NotMeasured);
            if (hidden.Width > ReportPen.Width("nothing measured", TextSize))
            {
                pen.Text("nothing measured", hidden.MidX, hidden.MidY, TextSize, ReportPen.Grey, side: ReportPen.Side.Middle);
            }
        }
    }

    private void Marks(Strip strip, SKRect place)
    {
        foreach (StoredBeat beat in recording.Beats.Where(beat => beat.Sample >= strip.From && beat.Sample < strip.End))
        {
            float x = X(strip, place, beat.Sample);
            SKColor colour = BeatColours.Of(beat);
            pen.Text(beat.ClassName, x, place.Top + MarkSize, MarkSize, colour, beat.Class is not AamiClass.N, ReportPen.Side.Middle);
            pen.Line(x, place.Top + MarkSize + 0.4f, x, place.Top + MarkSpace + 0.6f, colour, 0.2f);
        }
    }
}
