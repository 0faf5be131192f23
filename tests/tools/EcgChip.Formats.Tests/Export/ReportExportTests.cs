using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Formats.Tests.Wfdb;
using EcgChip.Signal.Rhythm;
using EcgChip.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace EcgChip.Formats.Tests.Export;

public sealed class ReportExportTests
{
    [Fact]
    public void It_is_one_page_of_A4_with_its_fonts_inside()
    {
        using PdfDocument report = Read(ExportSamples.Known);
        Assert.Equal(1, report.NumberOfPages);
        Page page = report.GetPage(1);
        Assert.Equal((842, 595), ((int)Math.Round(page.Width), (int)Math.Round(page.Height)));
        Assert.All(page.Letters, letter => Assert.Contains("NotoSans", letter.FontName, StringComparison.Ordinal));
        Assert.Equal("ECG screening report ecgchip-0102030405060708-000007", report.Information.Title);
    }

    [Fact]
    public void It_says_who_when_what_and_what_it_is_worth()
    {
        string text = Text(ExportSamples.Known with { Gaps = [new SampleStretch(860, 200)] });
        Assert.All(
            [
                "ECG screening report", "Patient 1234", "9 March 2026, 14:05:06 UTC", "Device 0102030405060708, recording 7, 10.4 s at 125 Hz",
                "No finding. This is no proof of health.", "A screening aid, not a diagnosis.", "Not seen by a doctor.", "75", "lowest 74, highest 76", "SDNN not known", "RMSSD 20 ms",
                "Beats: 13", "86.5 %", "mains filter 50 Hz", "Single ventricular beats: 1, 360 an hour", "at 4.3 s", "25 mm/s, 10 mm/mV", "nothing measured",
                "Network bedside (live) 82fac9fa432dfd9f:", "MIT-BIH DS2, by patient", "One lead does not show what twelve do.",
            ],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_known_says_so()
    {
        string text = Text(ExportSamples.Known with
        {
            Start = null, PatientNumber = null, Answer = null, Findings = [], HeartRate = new HeartRates(null, null, null, null, null), Models = [new StoredModel("live", "other", "0123456789abcdef")],
        });
        Assert.All(
            [
                "Patient without a number", "Time not known: the device's clock was not set", "The recording gives no answer.", "not known", "None.",
                "Network other (live) 0123456789abcdef:", "figures not known to this program",
            ],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("-1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_R_peak_on_a_strip_bears_its_class()
    {
        using PdfDocument report = Read(ExportSamples.Known with { Gaps = [] });

        // The marks' letters: small ones that stand alone.
        IEnumerable<Word> marks = report.GetPage(1).GetWords().Where(word => word.Text is "N" or "V" or "?" && Math.Abs(word.Letters[0].PointSize - (2.3 * 72 / 25.4)) < 0.2);
        Assert.Equal("NNNNNVN?NNNNN", string.Concat(marks.OrderBy(word => word.BoundingBox.Left).Select(word => word.Text)));

        // 25 mm/s: 0.8 s from beat to beat are 20 mm.
        double[] places = [.. marks.Select(word => (word.BoundingBox.Left + word.BoundingBox.Right) / 2).Order()];
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.Equal(20 * 72 / 25.4, pair.Second - pair.First, 1.0));
    }

    [Fact]
    public void A_recording_of_five_minutes_stands_on_the_page_whole_with_its_findings_large()
    {
        StoredRecording recording = Long(300, [new RhythmFinding(FindingCode.VentricularRun, 1, 5, 12_500, 12_800), new RhythmFinding(FindingCode.Pause, 1, 2100, 30_000, 30_260)]);
        string text = Text(recording);
        Assert.All(["0:00", "1:00", "2:00", "3:00", "4:00", "1:39.0 to", "3:59.0 to", "Ventricular beats in a row: 1 run, the longest of 5"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_full_of_findings_keeps_to_its_page()
    {
        RhythmFinding[] findings = [.. Enum.GetValues<FindingCode>().Select((code, i) => new RhythmFinding(code, 3, 140, 2000 * i, (2000 * i) + 900))];
        using PdfDocument report = Read(Long(300, findings));
        Page page = report.GetPage(1);
        Assert.All(page.Letters, letter =>
        {
            Assert.InRange(letter.BoundingBox.Left, 20, page.Width - 20);
            Assert.InRange(letter.BoundingBox.Bottom, 20, page.Height - 20);
        });
        Assert.Contains("Single early narrow beats: 3, 140 an hour", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_record_says_it_becomes_one_page()
    {
        ExportSamples.Any.Sample(
            recording =>
            {
                using PdfDocument report = Read(recording);
                Assert.Equal(1, report.NumberOfPages);
                Assert.Contains("ECG screening report", report.GetPage(1).Text, StringComparison.Ordinal);
            },
            iter: 30);
    }

    [Fact]
    public void Every_network_of_the_firmware_is_known_by_the_figures_in_the_head_of_its_file()
    {
        (string Model, string[] Figures)[] networks =
        [
            ("Bedside", ["49660", "96.08 %", "V: Se 96.10 %, +P 94.22 %", "S: Se 85.58 %, +P 59.04 %"]),
            ("Seed", ["3174", "int8 97.26 %"]),
            ("Infarction", ["26 patients (8 with an infarction", "accuracy 84.6 % (66.5 to 93.8)"]),
        ];
        Assert.All(networks, network =>
        {
            string[] head = [.. File.ReadLines(Path.Combine(SharedData.RepositoryRoot, "firmware", $"EcgChip.Models.{network.Model}", $"{network.Model}Model.g.cs")).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))];
            string hash = head.Single(line => line.StartsWith("// Hash: ", StringComparison.Ordinal))["// Hash: ".Length..];
            string text = Text(ExportSamples.Known with { Models = [new StoredModel("live", network.Model, hash)] });
            Assert.DoesNotContain("figures not known", text, StringComparison.Ordinal);

            // New weights have new figures: then the table of known models needs a line more, and this list its numbers.
            Assert.All(network.Figures, figure => Assert.Contains(figure, string.Join('\n', head), StringComparison.Ordinal));
        });
    }

    [SkippableFact]
    public void Poppler_draws_the_page()
    {
        using TemporaryFolder folder = new();
        string file = folder.Bytes("r.pdf", Bytes(ExportSamples.Known).ToArray());
        Assert.Contains("A screening aid, not a diagnosis.", ForeignProgram.Run("pdftotext", "poppler-utils", "-layout", file, "-"), StringComparison.Ordinal);
        ForeignProgram.Run("pdftoppm", "poppler-utils", "-r", "50", "-gray", file, folder["page"]);
        byte[] picture = File.ReadAllBytes(folder["page-1.pgm"]);
        Assert.InRange(picture.Count(grey => grey < 100), 2000, picture.Length / 3);
    }

    private static StoredRecording Long(int seconds, IReadOnlyList<RhythmFinding> findings) => ExportSamples.Known with
    {
        Samples = [.. Enumerable.Range(0, seconds * 125).Select(i => (short)(i % 100 == 40 ? 240 : 20 * Math.Sin(i / 20.0)))],
        Beats = [.. Enumerable.Range(0, seconds * 125 / 100).Select(i => new StoredBeat((100 * i) + 40, i % 9 == 5 ? AamiClass.V : AamiClass.N, 0.9, null))],
        Gaps = [],
        Findings = findings,
        Answer = ScreeningAnswer.ShowADoctor,
    };

    private static ReadOnlyMemory<byte> Bytes(StoredRecording recording) => RecordingExport.Files(recording, ExportFormat.Pdf)[0].Content;

    private static PdfDocument Read(StoredRecording recording) => PdfDocument.Open(Bytes(recording).ToArray());

    private static string Text(StoredRecording recording)
    {
        using PdfDocument report = Read(recording);
        return report.GetPage(1).Text;
    }
}
