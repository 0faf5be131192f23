using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Testing;

namespace EcgChip.Records.Tests;

/// <summary>
/// The first signal of a two-signal MIT-BIH recording (format 212), in 5 uV around its baseline of 1024, nearest samples at 125 Hz.
/// </summary>
internal static class MitBihSignal
{
    private const int Baseline = 1024;
    private const int BytesPerPair = 3;
    private const double RecordedRate = 360;
    private const double ChipRate = 125;

    /// <summary>All recordings of the database, by name.</summary>
    public static IEnumerable<string> Names() =>
        Directory.GetFiles(SharedData.Mitdb(), "*.dat").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static short[] Read(string name)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(SharedData.Mitdb(), name + ".dat"));
        int recorded = bytes.Length / BytesPerPair;
        short[] samples = new short[(int)((recorded - 1) * ChipRate / RecordedRate)];
        for (int i = 0; i < samples.Length; i++)
        {
            int at = BytesPerPair * (int)Math.Round(i * RecordedRate / ChipRate);
            int twelveBits = bytes[at] | ((bytes[at + 1] & 0x0F) << 8);
            samples[i] = (short)(((twelveBits ^ 0x800) - 0x800) - Baseline);
        }

        return samples;
    }
}
