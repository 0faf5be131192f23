using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Formats.Tests.Wfdb;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Formats.Tests.Export;

public sealed class WfdbExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_header_says_rate_gain_unit_lead_and_when_it_began()
    {
        string[] header = ExportSamples.Text(ExportSamples.Known, ExportFormat.Wfdb, ".hea").Split('\n');
        Assert.Equal("r 1 125 1300 14:05:06.250 09/03/2026", header[0]);
        Assert.Matches(@"^r\.dat 16 200\(0\)/mV 16 0 0 -?\d+ 0 II$", header[1]);
        Assert.All(
            [
                "# device: 0102030405060708", "# patient: 1234", "# start_utc: 2026-03-09T14:05:06.250Z", "# heart_rate_mean: 75 /min", "# sdnn: not known",
                "# answer: no-finding", "# model_1: live bedside 82fac9fa432dfd9f", "# A screening aid, not a diagnosis",
                "# Annotations (.atr): found and classified by the device, not by a person",
            ],
            line => Assert.Contains(line, header));
        Assert.All(header.Skip(2), line => Assert.True(line.Length == 0 || line.StartsWith('#')));
    }

    [Fact]
    public void A_start_that_is_not_known_is_left_out()
    {
        string[] header = ExportSamples.Text(ExportSamples.Known with { Start = null }, ExportFormat.Wfdb, ".hea").Split('\n');
        Assert.Equal("r 1 125 1300", header[0]);
        Assert.Contains("# start_utc: not known", header);
    }

    [Fact]
    public void Beats_gaps_and_findings_are_annotations()
    {
        IReadOnlyList<WfdbAnnotation> annotations = Annotations(ExportSamples.Known);
        Assert.Equal("NNNNNVN?NNNNN", new string([.. annotations.Where(mark => mark.TryGetClass(out _)).Select(mark => mark.Symbol)]));
        Assert.Equal(new WfdbAnnotation(540, 5, Subtype: 1, Number: 31), annotations.Single(mark => mark.Symbol == 'V'));
        Assert.Equal(
            [(860, -1, "nothing measured"), (920, 0, "measured again"), (1290, -1, "nothing measured")],
            annotations.Where(mark => mark.Symbol == '~').Select(mark => (mark.Sample, mark.Subtype, mark.Aux)));
        Assert.Equal(
            [
                (540, "ventricular-ectopy: Single ventricular beats: 1, 360 an hour (4.32 s to 4.32 s)"),
                (600, "pause: More than 2 s without a beat: 1 time, the longest 2.1 s (4.8 s to 10.0 s)"),
            ],
            annotations.Where(mark => mark.Symbol == '"').Select(mark => (mark.Sample, mark.Aux)));
    }

    [Fact]
    public void What_is_written_is_read_back_to_the_bit()
    {
        ExportSamples.Any.Sample(
            recording =>
            {
                WfdbRecord record = Read(RecordingExport.Files(recording, ExportFormat.Wfdb, "any"));
                Assert.Equal(recording.SampleRate, record.SampleRate);
                Assert.Equal((recording.UnitsPerMillivolt, 0, "mV", "II"), (record.Signals[0].Gain, record.Signals[0].Baseline, record.Signals[0].Units, record.Signals[0].Name));
                Assert.Equal(ExportSamples.Samples(recording, short.MinValue), record.ReadSignal(0));
                Assert.Equal(
                    recording.Beats.Select(beat => (beat.Sample, beat.ClassName, beat.Confidence is double sure ? (int)Math.Round(100 * sure) : 0, ModelOf(recording, beat))),
                    Annotations(recording).Where(mark => mark.TryGetClass(out _)).Select(mark => (mark.Sample, mark.Symbol.ToString(), mark.Number, mark.Subtype)));
            },
            threads: 1);
    }

    [Fact]
    public void The_value_that_marks_missing_samples_is_never_that_of_a_measured_one()
    {
        StoredRecording recording = ExportSamples.Known with { Samples = [short.MinValue, short.MaxValue, 5], Beats = [], Gaps = [new(2, 1)], Findings = [] };
        Assert.Equal([-short.MaxValue, short.MaxValue, short.MinValue], Read(RecordingExport.Files(recording, ExportFormat.Wfdb, "edge")).ReadSignal(0));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("r.1")]
    [InlineData("Küche")]
    public void A_name_that_no_record_can_have_is_refused(string name) => Assert.Contains(
        "give a name of letters, digits, _ and -",
        Assert.Throws<RecordingException>(() => RecordingExport.Files(ExportSamples.Known, ExportFormat.Wfdb, name)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Beats_as_a_doctor_has_them_are_reference_annotations_to_learn_from()
    {
        IReadOnlyList<(int Sample, AamiClass Class)> beats = CorrectedBeats.Of(
            ExportSamples.Known, [(40, AamiClass.S), (140, null), (240, AamiClass.V), (240, AamiClass.F), (290, AamiClass.V)]);
        IReadOnlyList<ExportedFile> files = RecordingExport.Training(ExportSamples.Known, beats, "reviewer 3", "t");
        Assert.Equal(["t.hea", "t.dat", "t.atr"], files.Select(file => file.Name));
        WfdbRecord record = Read(files);
        Assert.Equal(ExportSamples.Samples(ExportSamples.Known, short.MinValue), record.ReadSignal(0));
        Assert.Contains("Annotations (.atr): beats confirmed or corrected by reviewer 3", record.Comments);
        IReadOnlyList<WfdbAnnotation> read = WfdbAnnotations.Read(_folder["t.atr"]);

        // The beat at 740 nobody classified; the one at 140 is none.
        Assert.Equal(
            [(40, 'S'), (240, 'F'), (290, 'V'), (340, 'N'), (440, 'N'), (540, 'V'), (640, 'N'), (840, 'N'), (860, '~'), (920, '~'), (940, 'N'), (1040, 'N'), (1140, 'N'), (1240, 'N'), (1290, '~')],
            read.Select(mark => (mark.Sample, mark.Symbol)));
    }

    [Fact]
    public void Beats_and_corrections_that_cannot_be_are_refused()
    {
        Assert.Throws<RecordingException>(() => RecordingExport.Training(ExportSamples.Known, [(1300, AamiClass.N)], "x"));
        Assert.Throws<RecordingException>(() => RecordingExport.Training(ExportSamples.Known, [(-1, AamiClass.N)], "x"));
        Assert.Throws<RecordingException>(() => RecordingExport.Training(ExportSamples.Known, [(1, AamiClass.N), (1, AamiClass.V)], "x"));
        Assert.Throws<RecordingException>(() => CorrectedBeats.Of(ExportSamples.Known, [(1300, null)]));
    }

    private static int ModelOf(StoredRecording recording, StoredBeat beat) =>
        beat.Model is null ? 0 : 1 + recording.Models.Index().First(model => model.Item == beat.Model).Index;

    private IReadOnlyList<WfdbAnnotation> Annotations(StoredRecording recording) => WfdbAnnotations.Read(
        _folder.Bytes("a.atr", RecordingExport.Files(recording, ExportFormat.Wfdb, "a").Single(file => file.Name == "a.atr").Content.ToArray()));

    private WfdbRecord Read(IReadOnlyList<ExportedFile> files)
    {
        foreach (ExportedFile file in files)
        {
            _folder.Bytes(file.Name, file.Content.ToArray());
        }

        return WfdbRecord.Open(_folder[Path.GetFileNameWithoutExtension(files[0].Name)]);
    }
}
