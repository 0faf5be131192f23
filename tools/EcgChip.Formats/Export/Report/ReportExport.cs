using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Formats.Recordings;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>The report of one page, A4 across, as PDF/A with its fonts.</summary>
internal static class ReportExport
{
    private const float PointsPerMillimetre = 72 / 25.4f;
    private const float PageWidth = 297;
    private const float PageHeight = 210;
    private const float Margin = 10;
    private const float HeadHeight = 13;
    private const float AnswerHeight = 7.5f;
    private const float NumbersHeight = 24.5f;
    private const float NumbersWidth = 130;
    private const float Space = 2.5f;
    private const int MostStrips = 6;

    /// <summary>The whole file.</summary>
    public static byte[] Bytes(StoredRecording recording)
    {
        using MemoryStream file = new();
        SKDocumentPdfMetadata about = new()
        {
            Title = $"ECG screening report {RecordingExport.NameOf(recording)}",
            Subject = RecordingSummary.Disclaimer,
            Creator = "EcgChip",
            Producer = "EcgChip",
            Creation = recording.Start?.UtcDateTime,
            Modified = recording.Start?.UtcDateTime,
            PdfA = true,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        };
        using (SKDocument document = SKDocument.CreatePdf(file, about))
        {
            SKCanvas canvas = document.BeginPage(PageWidth * PointsPerMillimetre, PageHeight * PointsPerMillimetre);
            canvas.Scale(PointsPerMillimetre);
            Draw(new ReportPen(canvas), recording);
            document.EndPage();
            document.Close();
        }

        return file.ToArray();
    }

    private static void Draw(ReportPen pen, StoredRecording recording)
    {
        ReportTrace trace = new(recording);
        SummaryDrawing summary = new(pen, recording);
        FindingsDrawing findings = new(pen, recording);
        OverviewDrawing overview = new(pen, recording, trace);
        StripDrawing strips = new(pen, recording, trace);

        float y = Margin;
        SKRect Next(float height, float space = Space)
        {
            SKRect place = new(Margin, y, PageWidth - Margin, y + height);
            y += height + space;
            return place;
        }

        summary.Head(Next(HeadHeight, 0));
        summary.Answer(Next(AnswerHeight));
        SKRect numbers = Next(NumbersHeight);
        summary.Numbers(numbers);
        SKRect trend = new(numbers.Left + NumbersWidth, numbers.Top, numbers.Right, numbers.Bottom);
        pen.Text("Heart rate from beat to beat, /min", trend.Left, trend.Top + 2.4f, 2.2f, ReportPen.Grey);
        new TrendDrawing(pen, recording).Draw(new SKRect(trend.Left, trend.Top + 4, trend.Right, trend.Bottom));
        findings.Draw(Next(findings.Height));

        float foot = PageHeight - Margin - summary.FootHeight;
        summary.Foot(new SKRect(Margin, foot, PageWidth - Margin, PageHeight - Margin));
        float left = foot - Space - overview.LeastHeight - StripDrawing.CaptionHeight - y;
        IReadOnlyList<Strip> shown = Fitting(recording, strips, left);
        foreach (Strip strip in shown)
        {
            y += StripDrawing.CaptionHeight;
            strips.Draw(strip, Next(strips.Height(strip), Space / 2));
        }

        SKRect heading = Next(StripDrawing.CaptionHeight, 0);
        pen.Text("Strips: 25 mm/s, 10 mm/mV. Below: the whole recording, small; blue is what stands above.", heading.Left, heading.Bottom - 1.1f, 2.2f, ReportPen.Grey);
        overview.Draw(Next(foot - Space - y), shown);
    }

    /// <summary>As many strips as there is room for.</summary>
    private static IReadOnlyList<Strip> Fitting(StoredRecording recording, StripDrawing drawing, float room)
    {
        const float Width = PageWidth - (2 * Margin);
        double seconds = (Width - StripDrawing.PulseSpace) / StripDrawing.PaperSpeed;
        for (int most = MostStrips; most > 1; most--)
        {
            IReadOnlyList<Strip> strips = StripChoice.Choose(recording, seconds, most);
            if (strips.Sum(strip => drawing.Height(strip) + StripDrawing.CaptionHeight + (Space / 2)) <= room)
            {
                return strips;
            }
        }

        return StripChoice.Choose(recording, seconds, 1);
    }
}
