using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Splits;

/// <summary>
/// A committed list of test beats. Two forms: a table, one beat a line with its class (<c>100,77,N,N</c>: record, annotation sample,
/// class, symbol), and a compact one for long lists (<c>100 77 293 285</c>: record, first sample, distances to the next).
/// </summary>
public static class TestList
{
    private const string TableHeader = "record,sample,class,symbol";
    private const int LongestLine = 140;

    /// <summary>The table's text.</summary>
    public static string ToTable(IEnumerable<AnnotatedBeat> beats)
    {
        ArgumentNullException.ThrowIfNull(beats);
        StringBuilder text = new(TableHeader + "\n");
        foreach (AnnotatedBeat beat in beats)
            text.Append(CultureInfo.InvariantCulture, $"{beat.Key.Record},{beat.Key.AnnotationSample},{ClassNames.Letters[beat.Class]},{beat.Symbol}\n");
        return text.ToString();
    }

    /// <summary>The compact form's text.</summary>
    public static string ToCompact(IEnumerable<AnnotatedBeat> beats)
    {
        ArgumentNullException.ThrowIfNull(beats);
        StringBuilder text = new();
        StringBuilder line = new();
        BeatKey before = new(string.Empty, 0);
        foreach (BeatKey key in beats.Select(beat => beat.Key).Order())
        {
            string distance = $" {key.AnnotationSample - before.AnnotationSample}";
            if (key.Record != before.Record || line.Length + distance.Length > LongestLine)
            {
                Flush(text, line);
                line.Append(CultureInfo.InvariantCulture, $"{key.Record} {key.AnnotationSample}");
            }
            else
            {
                line.Append(distance);
            }

            before = key;
        }

        Flush(text, line);
        return text.ToString();
    }

    /// <summary>Reads either form.</summary>
    /// <exception cref="InputException">The file is missing or no list.</exception>
    public static IReadOnlySet<BeatKey> Read(string path)
    {
        if (!File.Exists(path))
            throw new InputException($"The list of test beats {path} is missing: check out the repository again, or draw it with weights-gen split.");

        string[] lines = File.ReadAllLines(path);
        try
        {
            return lines is [TableHeader, ..]
                ? lines.Skip(1).Select(FromTable).ToHashSet()
                : lines.SelectMany(FromCompact).ToHashSet();
        }
        catch (Exception fault) when (fault is FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new InputException($"{path} is no list of test beats ({fault.Message.TrimEnd('.')}): check out the repository again.", fault);
        }
    }

    private static void Flush(StringBuilder text, StringBuilder line)
    {
        if (line.Length > 0)
            text.Append(line).Append('\n');
        line.Clear();
    }

    private static BeatKey FromTable(string line)
    {
        string[] fields = line.Split(',');
        return new BeatKey(fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<BeatKey> FromCompact(string line)
    {
        string[] fields = line.Split(' ');
        int sample = 0;
        for (int i = 1; i < fields.Length; i++)
        {
            sample += int.Parse(fields[i], CultureInfo.InvariantCulture);
            yield return new BeatKey(fields[0], sample);
        }
    }
}
