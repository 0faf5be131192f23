using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Formats.Recordings;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>What was found, with its evidence and its place; those for a doctor first.</summary>
internal sealed class FindingsDrawing(ReportPen pen, StoredRecording recording)
{
    private const float LineHeight = 3.7f;
    private const float TextSize = 2.7f;
    private const float HeadingSize = 2.2f;
    private const float HeadingHeight = 3.4f;

    // More than a device writes; the rest of a record that has still more is counted.
    private const int MostLines = 8;
    private const int Columns = 2;

    private int Lines => Math.Min(MostLines, Math.Max(1, (recording.Findings.Count + Columns - 1) / Columns));

    /// <summary>Height of the table, mm.</summary>
    public float Height => HeadingHeight + (Lines * LineHeight);

    /// <summary>Draws the table.</summary>
    public void Draw(SKRect place)
    {
        pen.Text("Findings; a doctor should see what is bold", place.Left, place.Top + HeadingSize, HeadingSize, ReportPen.Grey);
        if (recording.Findings.Count == 0)
        {
            pen.Text("None.", place.Left, place.Top + HeadingHeight + 2.6f, TextSize);
            return;
        }

        RhythmFinding[] findings = [.. recording.Findings.OrderByDescending(finding => finding.NeedsDoctor).Take(Lines * Columns)];
        float width = place.Width / Columns;
        foreach ((int index, RhythmFinding finding) in findings.Index())
        {
            float x = place.Left + (index / Lines * width);
            float y = place.Top + HeadingHeight + 2.6f + (index % Lines * LineHeight);
            SKColor colour = finding.NeedsDoctor ? ReportPen.Alarm : ReportPen.Notice;
            pen.Dot(x + 0.9f, y - 0.9f, 0.8f, colour);
            string where = Place(finding);
            float whereWidth = ReportPen.Width(where, TextSize) + 4;
            pen.TextWithin(finding.Text, x + 2.8f, y, TextSize, width - whereWidth - 5, ReportPen.Ink, finding.NeedsDoctor);
            pen.Text(where, x + width - 4, y, TextSize, ReportPen.Grey, side: ReportPen.Side.Right);
        }

        if (findings.Length < recording.Findings.Count)
        {
            pen.Text($"and {recording.Findings.Count - findings.Length} more", place.Right - 4, place.Top + HeadingSize, HeadingSize, ReportPen.Grey, side: ReportPen.Side.Right);
        }
    }

    private string Place(RhythmFinding finding) => finding.Start == finding.End
        ? string.Create(CultureInfo.InvariantCulture, $"at {recording.SecondsAt(finding.Start):0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{recording.SecondsAt(finding.Start):0.0} to {recording.SecondsAt(finding.End):0.0} s");
}
