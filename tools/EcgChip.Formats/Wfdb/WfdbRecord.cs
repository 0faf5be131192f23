using System;
using System.Collections.Generic;
using System.IO;

namespace EcgChip.Formats.Wfdb;

/// <summary>
/// A single-segment record in PhysioNet's WFDB layout: a text header (.hea) and one or more sample files, formats 16, 61, 80 and 212.
/// The header and the length of every file are checked on opening, the samples' checksums when they are read.
/// </summary>
public sealed class WfdbRecord
{
    private readonly string _folder;

    private WfdbRecord(string folder, WfdbHeader header, int samples)
    {
        _folder = folder;
        Name = header.Name;
        SampleRate = header.SampleRate;
        Signals = header.Signals;
        Comments = header.Comments;
        Samples = samples;
    }

    /// <summary>The record's name, as the header gives it.</summary>
    public string Name { get; }

    /// <summary>Samples a second of every signal.</summary>
    public double SampleRate { get; }

    /// <summary>Samples of every signal.</summary>
    public int Samples { get; }

    /// <summary>Length in seconds.</summary>
    public double Seconds => Samples / SampleRate;

    /// <summary>The signals, in the header's order; at least one.</summary>
    public IReadOnlyList<WfdbSignal> Signals { get; }

    /// <summary>The header's comment lines without their leading "#" and blanks: patient, diagnoses.</summary>
    public IReadOnlyList<string> Comments { get; }

    /// <summary>Opens a record by its path without an extension (one of .hea or .dat is forgiven).</summary>
    /// <exception cref="RecordingException">
    /// There is no such record, its header is damaged, asks for what is not supported, or lies about its files.
    /// </exception>
    public static WfdbRecord Open(string pathWithoutExtension)
    {
        ArgumentNullException.ThrowIfNull(pathWithoutExtension);
        string path = WithoutExtension(pathWithoutExtension);
        string headerPath = path + ".hea";
        if (!File.Exists(headerPath))
        {
            throw new RecordingException(
                $"There is no record {path}: {headerPath} does not exist; give the path of a WFDB record without an extension.");
        }

        WfdbHeader header = WfdbHeader.Parse(RecordingFile.ReadText(headerPath), headerPath);
        string folder = Path.GetDirectoryName(Path.GetFullPath(headerPath)) ?? ".";
        return new WfdbRecord(folder, header, CheckFiles(folder, header));
    }

    /// <summary>All samples of a signal, in ADC units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no signal <paramref name="index"/>.</exception>
    /// <exception cref="RecordingException">The file cannot be read, or its samples do not add up to the header's checksum.</exception>
    public int[] ReadSignal(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Signals.Count);
        WfdbSignal signal = Signals[index];
        (int first, int channels) = Group(Signals, index);
        string path = Path.Combine(_folder, signal.FileName);
        byte[] bytes = RecordingFile.ReadBytes(path);
        long offset = Signals[first].ByteOffset;
        if (bytes.Length < offset + WfdbSamples.Bytes(signal.Format, (long)Samples * channels))
        {
            throw new RecordingException($"{path} became shorter while it was read: close what writes it and try again.");
        }

        int[] samples = WfdbSamples.Decode(signal.Format, bytes.AsSpan((int)offset), index - first, channels, Samples);
        Verify(signal, path, samples);
        return samples;
    }

    private static string WithoutExtension(string path) =>
        path.EndsWith(".hea", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".dat", StringComparison.OrdinalIgnoreCase)
            ? path[..^".hea".Length]
            : path;

    /// <summary>The number of samples that the header says and every file holds, or where it says none that the shortest file holds.</summary>
    private static int CheckFiles(string folder, WfdbHeader header)
    {
        long shortest = int.MaxValue;
        for (int first = 0; first < header.Signals.Count;)
        {
            WfdbSignal signal = header.Signals[first];
            int channels = Group(header.Signals, first).Channels;
            string path = Path.Combine(folder, signal.FileName);
            if (!File.Exists(path))
            {
                throw new RecordingException($"The samples of record {header.Name} are missing: {path} does not exist; put it beside the header.");
            }

            long bytes = RecordingFile.Length(path);
            long held = WfdbSamples.Values(signal.Format, Math.Max(0, bytes - signal.ByteOffset)) / channels;
            if (header.Samples is int promised && held < promised)
            {
                throw new RecordingException(
                    $"{path} is cut off: it holds {held} of the {promised} samples that the header says; copy it again from its source.");
            }

            shortest = Math.Min(shortest, held);
            first += channels;
        }

        if (shortest == 0)
        {
            throw new RecordingException($"Record {header.Name} holds no samples: copy it again from its source.");
        }

        return header.Samples ?? (int)shortest;
    }

    /// <summary>The run of signals that share a file with signal <paramref name="index"/>.</summary>
    private static (int First, int Channels) Group(IReadOnlyList<WfdbSignal> signals, int index)
    {
        string file = signals[index].FileName;
        int first = index;
        while (first > 0 && signals[first - 1].FileName == file)
        {
            first--;
        }

        int end = index + 1;
        while (end < signals.Count && signals[end].FileName == file)
        {
            end++;
        }

        return (first, end - first);
    }

    private static void Verify(WfdbSignal signal, string path, int[] samples)
    {
        if (signal.Checksum is not int expected)
        {
            return;
        }

        // A writer sums a missing sample either as it is stored or as WFDB_INVALID_SAMPLE, -32768: both are right.
        int missing = WfdbSamples.Missing(signal.Format);
        int stored = 0;
        int marked = 0;
        foreach (int sample in samples)
        {
            stored += sample;
            marked += sample == missing ? short.MinValue : sample;
        }

        if ((short)stored != (short)expected && (short)marked != (short)expected)
        {
            throw new RecordingException(
                $"Signal {signal.Name} in {path} is damaged: its samples add up to {(short)stored} and the header says {(short)expected}; "
                + "copy the record again from its source.");
        }
    }
}
