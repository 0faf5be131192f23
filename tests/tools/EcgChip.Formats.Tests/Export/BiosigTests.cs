using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Formats.Tests.Wfdb;

namespace EcgChip.Formats.Tests.Export;

/// <summary>What BioSig, a library of others for many formats of biosignals, reads in our files.</summary>
public sealed class BiosigTests : IDisposable
{
    private static readonly StoredRecording Recording = ExportSamples.Known with { Gaps = [] };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData(ExportFormat.Edf, "EDF")]
    [InlineData(ExportFormat.Wfdb, "MIT")]
    public void BioSig_reads_type_rate_lead_scale_and_start(ExportFormat format, string type)
    {
        JsonElement read = Header(format);
        Assert.Equal((type, 125), (read.GetProperty("TYPE").GetString(), read.GetProperty("Samplingrate").GetDouble()));
        JsonElement ecg = read.GetProperty("CHANNEL")[0];
        Assert.EndsWith("II", ecg.GetProperty("Label").GetString(), StringComparison.Ordinal);
        Assert.Equal(("mV", 0.005), (ecg.GetProperty("PhysicalUnit").GetString(), ecg.GetProperty("scaling").GetDouble()));

        // It keeps time in 2^-32 days; of WFDB it does not know fractions of a second.
        string start = read.GetProperty("StartOfRecording").GetString()!;
        Assert.True(format == ExportFormat.Wfdb || start.StartsWith("2026-03-09 14:05:06.2", StringComparison.Ordinal), start);
    }

    [SkippableTheory]
    [InlineData(ExportFormat.Edf)]
    [InlineData(ExportFormat.Wfdb)]
    public void BioSig_reads_every_sample(ExportFormat format)
    {
        string table = _folder["read.csv"];
        ForeignProgram.Run("save2gdf", "biosig-tools", "-CSV", Write(format), table);
        int[] samples =
        [
            .. File.ReadLines(table).Skip(1)
                .Select(line => (int)Math.Round(double.Parse(line.Split(['\t', ','])[0], CultureInfo.InvariantCulture) * Recording.UnitsPerMillivolt)),
        ];
        Assert.Equal(Recording.Samples.Select(sample => (int)sample), samples.Take(Recording.Samples.Count));
    }

    [SkippableFact]
    public void BioSig_reads_the_annotations_of_EDF()
    {
        (double Onset, string Text)[] events = Events(ExportFormat.Edf);
        Assert.Equal(EdfReading.Of(RecordingExport.Files(Recording, ExportFormat.Edf)[0].Content).Annotations.Select(mark => mark.Text), events.Select(mark => mark.Text));
        Assert.Equal(4.57, events.Single(mark => mark.Text == "Beat V 0.313").Onset, 1 / 125.0);
    }

    [SkippableFact]
    public void BioSig_reads_the_annotations_of_WFDB()
    {
        (double Onset, string Text)[] events = Events(ExportFormat.Wfdb);

        // It counts the first sample as one before the first, which moves all by a sample.
        Assert.Equal([540], events.Where(mark => mark.Text == "premature ventricular contraction").Select(mark => (int)Math.Round(mark.Onset * 125) + 1));
        Assert.Equal(
            Recording.Beats.Where(beat => beat.Class == AamiClass.N).Select(beat => beat.Sample),
            events.Where(mark => mark.Text == "normal beat").Select(mark => (int)Math.Round(mark.Onset * 125) + 1));
        Assert.Equal(2, events.Count(mark => mark.Text == "comment annotation"));
    }

    private (double Onset, string Text)[] Events(ExportFormat format) =>
        [.. Header(format).GetProperty("EVENT").EnumerateArray().Select(mark => (mark.GetProperty("POS").GetDouble(), mark.GetProperty("Description").GetString()!))];

    private JsonElement Header(ExportFormat format)
    {
        string json = ForeignProgram.Run("save2gdf", "biosig-tools", "-JSON", Write(format));

        // It writes times that it does not know as huge numbers and control characters as they are.
        using JsonDocument document = JsonDocument.Parse(json[json.IndexOf('{', StringComparison.Ordinal)..(json.LastIndexOf('}') + 1)], new JsonDocumentOptions { AllowTrailingCommas = true });
        return document.RootElement.Clone();
    }

    private string Write(ExportFormat format)
    {
        IReadOnlyList<ExportedFile> files = RecordingExport.Files(Recording, format, "r");
        foreach (ExportedFile file in files)
        {
            _folder.Bytes(file.Name, file.Content.ToArray());
        }

        return _folder[files[0].Name];
    }
}
