using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Formats.Recordings;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>All of a recording, small: a row a minute, with the ectopic beats, the findings' stretches and what is shown large.</summary>
internal sealed class OverviewDrawing(ReportPen pen, StoredRecording recording, ReportTrace trace)
{
    private const int SecondsOfRow = 60;
    private const int MostRows = 5;
    private const float LowestRow = 4.8f;
    private const float HighestRow = 10;
    private const float LabelWidth = 8;
    private const float TextSize = 2.2f;
    private const double Artefacts = 0.005;
    private const float LargestGain = 5;

    private static readonly SKColor Shown = new(0xE4, 0xEC, 0xF7);
    private static readonly SKColor NotMeasured = new(0xEE, 0xEE, 0xEE);

    /// <summary>Seconds of a row: a minute, more of a recording that is longer than five.</summary>
    private double RowSeconds => Math.Max(SecondsOfRow, recording.Seconds / MostRows);

    private int RowSamples => (int)Math.Ceiling(RowSeconds * recording.SampleRate);

    private int Rows => (recording.Samples.Count + RowSamples - 1) / RowSamples;

    /// <summary>The least height of all rows, mm.</summary>
    public float LeastHeight => Rows * LowestRow;

    /// <summary>Draws the rows.</summary>
    /// <param name="place">Where; at least <see cref="LeastHeight"/> high, of what is more no more is taken than makes sense.</param>
    /// <param name="strips">What is shown large besides.</param>
    public void Draw(SKRect place, IReadOnlyList<Strip> strips)
    {
        (double lowest, double highest) = trace.Range(0, recording.Samples.Count, Artefacts);
        float rowHeight = Math.Min(HighestRow, place.Height / Rows);
        float gain = (float)Math.Min(LargestGain, (rowHeight - 2.2f) / Math.Max(0.1, highest - lowest));
        for (int row = 0; row < Rows; row++)
        {
            int from = row * RowSamples;
            int end = Math.Min(recording.Samples.Count, from + RowSamples);
            SKRect part = new(place.Left + LabelWidth, place.Top + (row * rowHeight), place.Right, place.Top + ((row + 1) * rowHeight));
            int seconds = (int)recording.SecondsAt(from);
            pen.Text(string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}"), place.Left, part.MidY + 0.8f, TextSize, ReportPen.Grey);
            Stretches(part, from, end, strips.Select(strip => (strip.From, strip.End)), (left, right) => pen.Fill(new SKRect(left, part.Top, right, part.Bottom - 0.6f), Shown));
            Stretches(part, from, end, recording.Gaps.Select(gap => (gap.Start, gap.End)), (left, right) => pen.Fill(new SKRect(left, part.Top, right, part.Bottom - 0.6f), NotMeasured));
            float zero = part.MidY + (float)((lowest + highest) / 2 * gain) + 0.4f;
            pen.Within(part, () =>
            {
                foreach (IReadOnlyList<SKPoint> line in trace.Lines(from, end, (sample, millivolts) => new SKPoint(X(part, from, sample), zero - ((float)millivolts * gain))))
                {
                    pen.Trace(line, ReportPen.Ink, 0.09f);
                }
            });
            foreach (StoredBeat beat in recording.Beats.Where(beat => beat.Sample >= from && beat.Sample < end && beat.Class is not (AamiClass.N or null)))
            {
                pen.Text(beat.ClassName, X(part, from, beat.Sample), part.Top + 1.3f, 1.6f, BeatColours.Of(beat), true, ReportPen.Side.Middle);
            }
        }
    }

    private float X(SKRect row, int from, int sample) => row.Left + (float)(recording.SecondsAt(sample - from) / RowSeconds * row.Width);

    private void Stretches(SKRect row, int from, int end, IEnumerable<(int From, int End)> stretches, Action<float, float> draw)
    {
        foreach ((int first, int last) in stretches.Where(stretch => stretch.End > from && stretch.From < end))
        {
            draw(X(row, from, Math.Max(first, from)), X(row, from, Math.Min(last, end)));
        }
    }
}
