using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace EcgChip.Formats;

/// <summary>A recording and its beats as one table for a spreadsheet, in RFC 4180's form with "." as the decimal sign on every machine.</summary>
public static class RecordingCsv
{
    /// <summary>First line of the table. The unit stands behind each name; beat and confidence (0 to 1) are empty but at an R peak.</summary>
    public const string Header = "time_s,ecg_uV,beat,confidence";

    // Microseconds, so that the times of any sample rate differ; trailing zeros past the millisecond are left out.
    private const string TimeFormat = "0.000###";
    private const string VoltageFormat = "0.###";
    private const string ConfidenceFormat = "0.###";

    /// <summary>Writes a line for each sample.</summary>
    /// <param name="writer">Where the table goes; it stays open.</param>
    /// <param name="samples">Samples of the recording.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="microvoltsPerUnit">Microvolts of one sample unit.</param>
    /// <param name="beats">R peaks by sample, in any order, with their class and, where known, its confidence.</param>
    /// <param name="gaps">Where nothing was measured, by sample: the voltage is empty there.</param>
    /// <exception cref="ArgumentException">A beat lies outside the recording, or two lie on one sample.</exception>
    public static void Write(
        TextWriter writer,
        IReadOnlyList<int> samples,
        double sampleRate,
        double microvoltsPerUnit,
        IReadOnlyList<(int Sample, string Class, double? Confidence)> beats,
        IReadOnlyList<(int Start, int Length)>? gaps = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        Dictionary<int, string> marks = [];
        foreach ((int sample, string beatClass, double? confidence) in beats)
        {
            string sure = confidence?.ToString(ConfidenceFormat, CultureInfo.InvariantCulture) ?? "";
            if (sample < 0 || sample >= samples.Count || !marks.TryAdd(sample, $"{Quoted(beatClass)},{sure}"))
            {
                throw new ArgumentException(
                    $"A beat at sample {sample} is outside the recording of {samples.Count} samples, or the second there.",
                    nameof(beats));
            }
        }

        HashSet<int> unmeasured = [.. (gaps ?? []).SelectMany(gap => Enumerable.Range(gap.Start, gap.Length))];
        writer.Write(Header + "\r\n");
        for (int i = 0; i < samples.Count; i++)
        {
            string time = (i / sampleRate).ToString(TimeFormat, CultureInfo.InvariantCulture);
            string voltage = unmeasured.Contains(i)
                ? ""
                : (samples[i] * microvoltsPerUnit).ToString(VoltageFormat, CultureInfo.InvariantCulture);
            writer.Write($"{time},{voltage},{marks.GetValueOrDefault(i, ",")}\r\n");
        }
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
