using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using EcgChip.Formats.Export;

namespace EcgChip.Formats.Tests.Export;

public sealed class RecordingExportTests
{
    [Fact]
    public void An_export_is_called_by_device_and_number()
    {
        Assert.Equal("ecgchip-0102030405060708-000007", RecordingExport.NameOf(ExportSamples.Known));
        Assert.Equal(
            [
                "ecgchip-0102030405060708-000007-wfdb.zip", "ecgchip-0102030405060708-000007.edf", "ecgchip-0102030405060708-000007-csv.zip",
                "ecgchip-0102030405060708-000007.json", "ecgchip-0102030405060708-000007.pdf",
            ],
            Enum.GetValues<ExportFormat>().Select(format => RecordingExport.DownloadName(ExportSamples.Known, format)));
    }

    [Fact]
    public void Every_format_is_found_by_its_name()
    {
        Assert.Equal(["wfdb", "edf", "csv", "fhir", "pdf"], ExportFormats.Names);
        Assert.All(Enum.GetValues<ExportFormat>(), format =>
        {
            Assert.True(ExportFormats.TryParse(format.Name(), out ExportFormat same));
            Assert.Equal(format, same);
        });
        Assert.False(ExportFormats.TryParse("WFDB", out _));
        Assert.False(ExportFormats.TryParse(null, out _));
    }

    [Theory]
    [InlineData(ExportFormat.Wfdb)]
    [InlineData(ExportFormat.Csv)]
    public void Several_files_are_written_as_one_archive_that_is_the_same_whenever_it_is_written(ExportFormat format)
    {
        byte[] first = Written(format);
        using ZipArchive archive = new(new MemoryStream(first));
        Assert.Equal(RecordingExport.Files(ExportSamples.Known, format).Select(file => file.Name), archive.Entries.Select(entry => entry.FullName));
        Assert.All(RecordingExport.Files(ExportSamples.Known, format), file =>
        {
            using MemoryStream content = new();
            using Stream entry = archive.GetEntry(file.Name)!.Open();
            entry.CopyTo(content);
            Assert.Equal(file.Content.ToArray(), content.ToArray());
        });
        Assert.Equal(first, Written(format));
    }

    [Fact]
    public void One_file_is_written_as_it_is() =>
        Assert.Equal(RecordingExport.Files(ExportSamples.Known, ExportFormat.Edf)[0].Content.ToArray(), Written(ExportFormat.Edf));

    [Fact]
    public void A_recording_without_samples_is_refused_and_nothing_written() => Assert.All(Enum.GetValues<ExportFormat>(), format =>
    {
        using MemoryStream stream = new();
        string refusal = Assert.Throws<RecordingException>(
            () => RecordingExport.Write(ExportSamples.Known with { Samples = [], Beats = [], Gaps = [] }, format, stream)).Message;
        Assert.Equal("Recording 7 of device 0102030405060708 holds no samples: there is nothing to export.", refusal);
        Assert.Equal(0, stream.Length);
    });

    private static byte[] Written(ExportFormat format)
    {
        using MemoryStream stream = new();
        RecordingExport.Write(ExportSamples.Known, format, stream);
        return stream.ToArray();
    }
}
