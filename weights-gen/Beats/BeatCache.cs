using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using EcgChip.Formats;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;

namespace EcgChip.WeightsGen.Beats;

/// <summary>
/// Cut beats in a binary file. Its key changes with the code that made them (the builds are deterministic, so an assembly's module
/// version id stands for its code) and with the recordings' sizes and dates: a cache that could be stale is never read.
/// </summary>
public static class BeatCache
{
    private const uint Mark = 0x31544245; // "EBT1"
    private const int BeatBytes = sizeof(byte) + sizeof(int) + sizeof(int) + sizeof(byte) + Beat.Length;
    private const int KeyDigits = 16;

    /// <summary>Key of the beats that the code as it is now would cut from these records.</summary>
    public static string KeyOf(IEnumerable<string> recordPaths)
    {
        ArgumentNullException.ThrowIfNull(recordPaths);
        StringBuilder text = new();
        foreach (Type type in new[] { typeof(SignalUnits), typeof(IPatient), typeof(AamiClasses), typeof(BeatCache) })
            text.AppendLine(type.Module.ModuleVersionId.ToString());
        foreach (FileInfo file in recordPaths.SelectMany(path => new[] { ".dat", Recordings.ReferenceAnnotator }, (path, end) => new FileInfo(path + end)))
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{file.Name} {(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc.Ticks}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..KeyDigits];
    }

    /// <summary>The beats of a cache file; null where it is missing or not whole.</summary>
    public static IReadOnlyList<Beat>? TryRead(string path)
    {
        if (!File.Exists(path))
            return null;

        try
        {
            using BinaryReader reader = new(File.OpenRead(path));
            if (reader.ReadUInt32() != Mark)
                return null;

            Beat[] beats = new Beat[reader.ReadInt32()];
            string[] names = new string[reader.ReadInt32()];
            for (int i = 0; i < names.Length; i++)
                names[i] = reader.ReadString();
            if (reader.BaseStream.Length - reader.BaseStream.Position != (long)beats.Length * BeatBytes)
                return null;

            for (int i = 0; i < beats.Length; i++)
            {
                string record = names[reader.ReadByte()];
                beats[i] = new Beat(record, reader.ReadInt32(), reader.ReadInt32(), reader.ReadByte(), reader.ReadBytes(Beat.Length));
            }

            return beats;
        }
        catch (Exception fault) when (fault is EndOfStreamException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Writes a cache file, and removes those of other keys beside it.</summary>
    public static void Write(string path, IReadOnlyList<Beat> beats)
    {
        ArgumentNullException.ThrowIfNull(beats);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string unfinished = $"{path}.{Environment.ProcessId}";
        List<string> names = [.. beats.Select(beat => beat.Record).Distinct()];
        using (BinaryWriter writer = new(File.Create(unfinished)))
        {
            writer.Write(Mark);
            writer.Write(beats.Count);
            writer.Write(names.Count);
            names.ForEach(writer.Write);
            foreach (Beat beat in beats)
            {
                writer.Write((byte)names.IndexOf(beat.Record));
                writer.Write(beat.Sample);
                writer.Write(beat.AnnotationSample);
                writer.Write((byte)beat.Class);
                writer.Write(beat.Values);
            }
        }

        foreach (string old in Directory.EnumerateFiles(folder, "beats-*.bin"))
            File.Delete(old);
        File.Move(unfinished, path, overwrite: true);
    }
}
