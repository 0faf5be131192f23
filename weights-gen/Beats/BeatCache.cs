using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EcgChip.Formats;
using EcgChip.Scoring;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;

namespace EcgChip.WeightsGen.Beats;

/// <summary>
/// Cut beats in a binary file. Its key changes with the code that made them (the builds are deterministic, so an assembly's module
/// version id stands for its code) and with the recordings' sizes and dates: a cache that could be stale is never read.
/// </summary>
public static class BeatCache
{
    private const uint Mark = 0x33544245; // "EBT3"
    private const int KeyDigits = 16;

    /// <summary>The file of the beats that the code as it is now would cut from these records.</summary>
    public static string FileOf(BeatSource source, string folder, IEnumerable<string> recordPaths)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(recordPaths);
        StringBuilder text = new();
        foreach (Type type in new[] { typeof(SignalUnits), typeof(IPatient), typeof(AamiClasses), typeof(BeatMatcher), typeof(BeatCache) })
            text.AppendLine(type.Module.ModuleVersionId.ToString());
        foreach (FileInfo file in recordPaths.SelectMany(path => new[] { ".dat", Recordings.ReferenceAnnotator }, (path, end) => new FileInfo(path + end)))
            text.AppendLine(CultureInfo.InvariantCulture, $"{file.Name} {(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc.Ticks}");
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..KeyDigits];
        return Path.Combine(folder, $"{Prefix(source)}{key}.bin");
    }

    /// <summary>The beats of a cache file; null where it is missing, not whole, or of another source.</summary>
    public static BeatSet? TryRead(string path, BeatSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!File.Exists(path))
            return null;

        try
        {
            using BinaryReader reader = new(File.OpenRead(path));
            if (reader.ReadUInt32() != Mark || reader.ReadInt32() != source.Length || reader.ReadInt32() != source.FeatureCount)
                return null;

            RecordBeats[] records = new RecordBeats[reader.ReadInt32()];
            for (int i = 0; i < records.Length; i++)
                records[i] = ReadRecord(reader, source);
            return reader.BaseStream.Position == reader.BaseStream.Length ? new BeatSet(records) : null;
        }
        catch (Exception fault) when (fault is EndOfStreamException or OverflowException or OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Writes a cache file, and removes those of other keys beside it.</summary>
    public static void Write(string path, BeatSource source, BeatSet beats)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(beats);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string unfinished = $"{path}.{Environment.ProcessId}";
        using (BinaryWriter writer = new(File.Create(unfinished)))
        {
            writer.Write(Mark);
            writer.Write(source.Length);
            writer.Write(source.FeatureCount);
            writer.Write(beats.Records.Count);
            foreach (RecordBeats record in beats.Records)
                WriteRecord(writer, record);
        }

        foreach (string old in Directory.EnumerateFiles(folder, Prefix(source) + "*.bin*").Where(file => !IsBeingWritten(file)))
            File.Delete(old);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>True for the unfinished file of a program that runs; one that was killed has left its own for good.</summary>
    private static bool IsBeingWritten(string file)
    {
        if (!int.TryParse(Path.GetExtension(file).TrimStart('.'), NumberStyles.None, CultureInfo.InvariantCulture, out int writer))
            return false;

        try
        {
            using Process process = Process.GetProcessById(writer);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Prefix(BeatSource source) => $"beats-{source.Name}-";

    private static void WriteRecord(BinaryWriter writer, RecordBeats record)
    {
        writer.Write(record.Record);
        writer.Write(record.Detection is not null);
        writer.Write(record.Detection?.Missed ?? 0);
        writer.Write(record.Detection?.False ?? 0);
        writer.Write(record.Beats.Count);
        foreach (Beat beat in record.Beats)
        {
            writer.Write(beat.Sample);
            writer.Write(beat.AnnotationSample);
            writer.Write((byte)beat.Class);
            writer.Write(MemoryMarshal.AsBytes<sbyte>(beat.Values));
            writer.Write(MemoryMarshal.AsBytes<sbyte>(beat.Features));
        }
    }

    private static RecordBeats ReadRecord(BinaryReader reader, BeatSource source)
    {
        string name = reader.ReadString();
        bool detected = reader.ReadBoolean();
        Detection detection = new(reader.ReadInt32(), reader.ReadInt32());
        Beat[] beats = new Beat[reader.ReadInt32()];
        for (int i = 0; i < beats.Length; i++)
        {
            int sample = reader.ReadInt32();
            int annotationSample = reader.ReadInt32();
            int beatClass = reader.ReadByte();
            sbyte[] values = ReadNumbers(reader, source.Length);
            beats[i] = new Beat(name, sample, annotationSample, beatClass, values) { Features = ReadNumbers(reader, source.FeatureCount) };
        }

        return new RecordBeats(name, beats, detected ? detection : null);
    }
    private static sbyte[] ReadNumbers(BinaryReader reader, int count)
    {
        sbyte[] numbers = new sbyte[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
