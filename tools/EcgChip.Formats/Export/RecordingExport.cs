using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using EcgChip.Formats.Export.Fhir;
using EcgChip.Formats.Export.Report;
using EcgChip.Formats.Recordings;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Formats.Export;

/// <summary>Writes stored recordings in formats that others read (docs/formats.md).</summary>
public static class RecordingExport
{
    /// <summary>A recording's name in every export: device and number, of letters, digits and "-".</summary>
    public static string NameOf(StoredRecording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return string.Create(CultureInfo.InvariantCulture, $"ecgchip-{recording.DeviceName}-{(uint)recording.Sequence:000000}");
    }

    /// <summary>Name of the one file that <see cref="Write"/> makes.</summary>
    public static string DownloadName(StoredRecording recording, ExportFormat format) =>
        NameOf(recording) + (IsSeveral(format) ? "-" + format.Name() + ".zip" : format.Extension());

    /// <summary>The files of an export.</summary>
    /// <param name="recording">What is written.</param>
    /// <param name="format">As what.</param>
    /// <param name="name">What the files are called, without an extension; <see cref="NameOf"/> when null.</param>
    /// <exception cref="RecordingException">The format cannot hold this recording, or not under this name.</exception>
    public static IReadOnlyList<ExportedFile> Files(StoredRecording recording, ExportFormat format, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        name ??= NameOf(recording);
        CheckNotEmpty(recording);
        return format switch
        {
            ExportFormat.Wfdb => WfdbExport.Files(recording, CheckedWfdbName(name)),
            ExportFormat.Edf => [new ExportedFile(name + format.Extension(), EdfExport.Bytes(recording))],
            ExportFormat.Fhir => [new ExportedFile(name + format.Extension(), FhirExport.Bytes(recording))],
            ExportFormat.Pdf => [new ExportedFile(name + format.Extension(), ReportExport.Bytes(recording))],
            ExportFormat.Csv =>
            [
                Table(name + ".csv", recording, RecordingCsv.WriteSamples),
                Table(name + "-beats.csv", recording, RecordingCsv.WriteBeats),
                Table(name + "-findings.csv", recording, RecordingCsv.WriteFindings),
                Table(name + "-summary.csv", recording, RecordingCsv.WriteSummary),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
        };
    }

    /// <summary>Writes an export into a stream, which stays open: a file as it is, several as a zip archive.</summary>
    /// <exception cref="RecordingException">The format cannot hold this recording; nothing was written.</exception>
    public static void Write(StoredRecording recording, ExportFormat format, Stream stream, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        IReadOnlyList<ExportedFile> files = Files(recording, format, name);
        if (!IsSeveral(format))
        {
            stream.Write(files[0].Content.Span);
            return;
        }

        Zip(files, stream);
    }

    /// <summary>
    /// Beats as a doctor has them, as a WFDB record that weights-gen trains on: header, samples, and the beats as reference annotations (.atr).
    /// </summary>
    /// <param name="recording">The recording.</param>
    /// <param name="beats">All beats, in any order; <see cref="CorrectedBeats"/> makes them from single corrections.</param>
    /// <param name="reviewer">Who confirmed or corrected them, for the header.</param>
    /// <param name="name">What the files are called; <see cref="NameOf"/> when null.</param>
    /// <exception cref="RecordingException">A beat is outside the recording, or two are on one sample; or the recording cannot be a WFDB record.</exception>
    public static IReadOnlyList<ExportedFile> Training(
        StoredRecording recording, IEnumerable<(int Sample, AamiClass Class)> beats, string reviewer, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(beats);
        CheckNotEmpty(recording);
        return WfdbExport.Training(recording, beats, CheckedWfdbName(name ?? NameOf(recording)), reviewer);
    }

    /// <summary>Puts files into a zip archive; the same files give the same bytes, whenever it is done.</summary>
    public static void Zip(IEnumerable<ExportedFile> files, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(files);
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ExportedFile file in files)
        {
            ZipArchiveEntry entry = archive.CreateEntry(file.Name);
            entry.LastWriteTime = ZipEpoch;
            using Stream content = entry.Open();
            content.Write(file.Content.Span);
        }
    }

    // The earliest that a zip archive can say.
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static bool IsSeveral(ExportFormat format) => format is ExportFormat.Wfdb or ExportFormat.Csv;

    private static void CheckNotEmpty(StoredRecording recording)
    {
        if (recording.Samples.Count == 0)
        {
            throw new RecordingException($"Recording {recording.Sequence} of device {recording.DeviceName} holds no samples: there is nothing to export.");
        }
    }

    private static string CheckedWfdbName(string name) => WfdbWriter.IsName(name)
        ? name
        : throw new RecordingException($"A WFDB record cannot be called {name}: give a name of letters, digits, _ and -.");

    private static ExportedFile Table(string name, StoredRecording recording, Action<TextWriter, StoredRecording> write)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        write(writer, recording);
        return new ExportedFile(name, Encoding.UTF8.GetBytes(writer.ToString()));
    }
}
