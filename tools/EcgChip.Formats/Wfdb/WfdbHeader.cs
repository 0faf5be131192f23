using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace EcgChip.Formats.Wfdb;

/// <summary>The text of a .hea file, taken apart and checked (header(5) of the WFDB Applications Guide).</summary>
internal sealed class WfdbHeader
{
    private const double DefaultSampleRate = 250;
    private const int DefaultAdcResolution = 12;
    private const char CommentMark = '#';

    private static readonly char[] Blanks = [' ', '\t'];

    private WfdbHeader(string name, double sampleRate, int? samples, IReadOnlyList<WfdbSignal> signals, IReadOnlyList<string> comments)
    {
        Name = name;
        SampleRate = sampleRate;
        Samples = samples;
        Signals = signals;
        Comments = comments;
    }

    public string Name { get; }

    public double SampleRate { get; }

    /// <summary>Samples of a signal; null where the header leaves it open.</summary>
    public int? Samples { get; }

    public IReadOnlyList<WfdbSignal> Signals { get; }

    public IReadOnlyList<string> Comments { get; }

    /// <param name="text">The whole header.</param>
    /// <param name="path">Where it stands, for messages.</param>
    /// <exception cref="RecordingException">It is empty, damaged, contradicts itself, or asks for what is not supported.</exception>
    public static WfdbHeader Parse(string text, string path)
    {
        List<string> comments = [];
        List<string> lines = [];
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.Trim();
            if (line.StartsWith(CommentMark))
            {
                comments.Add(line[1..].Trim());
            }
            else if (line.Length > 0)
            {
                lines.Add(line);
            }
        }

        if (lines.Count == 0)
        {
            throw Damaged(path, "it is empty");
        }

        string[] fields = lines[0].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (fields[0].Contains('/', StringComparison.Ordinal))
        {
            throw new RecordingException($"{path} is a multi-segment record ({fields[0]}), which is not supported: open one of its segments.");
        }

        if (fields.Length < 2)
        {
            throw Damaged(path, "its first line gives no number of signals");
        }

        int count = Integer(path, "number of signals", fields[1]);
        if (count <= 0)
        {
            throw Damaged(path, $"it gives {count} signals, and at least one is needed");
        }

        if (lines.Count - 1 != count)
        {
            throw Damaged(path, $"it says {count} signals and describes {lines.Count - 1}");
        }

        // Behind the sampling frequency may stand a counter frequency and its base: "360/360(0)". They number paper or tape, not samples.
        double rate = fields.Length > 2 ? Number(path, "sampling frequency", fields[2].Split('/')[0]) : DefaultSampleRate;
        if (rate <= 0)
        {
            throw Damaged(path, $"its sampling frequency {fields[2]} is not above 0");
        }

        int samples = fields.Length > 3 ? Integer(path, "number of samples", fields[3]) : 0;
        if (samples < 0)
        {
            throw Damaged(path, $"its number of samples {samples} is below 0");
        }

        WfdbSignal[] signals = [.. lines.Skip(1).Select((line, index) => ParseSignal(path, line, index))];
        CheckGroups(path, signals);
        return new WfdbHeader(fields[0], rate, samples == 0 ? null : samples, signals, comments);
    }

    private static WfdbSignal ParseSignal(string path, string line, int index)
    {
        // The ninth field, the description, may have blanks in it.
        const int Description = 8;
        string[] fields = line.Split(Blanks, Description + 1, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 2)
        {
            throw Damaged(path, $"signal {index} has no storage format");
        }

        string file = fields[0];
        if (file is "-" or "~" or "." or ".." || file != Path.GetFileName(file) || file.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
        {
            throw Damaged(path, $"signal {index} names no file beside the header (\"{file}\")");
        }

        (WfdbFormat format, long offset) = ParseFormat(path, fields[1]);
        (double gain, int? baseline, string units) = fields.Length > 2 ? ParseGain(path, fields[2]) : (0, null, "mV");
        int zero = fields.Length > 4 ? Integer(path, "ADC zero", fields[4]) : 0;
        int resolution = fields.Length > 3 ? Integer(path, "ADC resolution", fields[3]) : 0;
        return new WfdbSignal
        {
            Name = fields.Length > Description ? fields[Description].Trim() : $"signal {index}",
            FileName = file,
            Format = format,
            ByteOffset = offset,
            Gain = gain == 0 ? WfdbSignal.DefaultGain : gain,
            Baseline = baseline ?? zero,
            Units = units,
            AdcResolution = resolution == 0 ? DefaultAdcResolution : resolution,
            AdcZero = zero,
            InitialValue = fields.Length > 5 ? Integer(path, "initial value", fields[5]) : zero,
            Checksum = fields.Length > 6 ? Integer(path, "checksum", fields[6]) : null,
        };
    }

    /// <summary>The storage format: its number, then "x" samples per frame, ":" skew, "+" byte offset.</summary>
    private static (WfdbFormat Format, long Offset) ParseFormat(string path, string field)
    {
        string rest = field;
        long offset = 0;
        if (Cut(ref rest, '+') is string offsetText)
        {
            offset = Integer(path, "byte offset", offsetText);
            if (offset < 0)
            {
                throw Damaged(path, $"its byte offset {offset} is below 0");
            }
        }

        if (Cut(ref rest, ':') is string skew && Integer(path, "skew", skew) != 0)
        {
            throw new RecordingException(
                $"{path} has skewed signals (format {field}), which are not supported: shift them with the WFDB tools first.");
        }

        if (Cut(ref rest, 'x') is string frame && Integer(path, "samples per frame", frame) != 1)
        {
            throw new RecordingException(
                $"{path} has several samples per frame (format {field}), which is not supported: "
                + "convert it with the WFDB tools (xform) to one sampling frequency.");
        }

        int number = Integer(path, "storage format", rest);
        return Enum.IsDefined((WfdbFormat)number)
            ? ((WfdbFormat)number, offset)
            : throw new RecordingException(
                $"{path} is in WFDB format {number}, which is not supported: convert it to format 16, 61, 80 or 212 with the WFDB tools (xform).");
    }

    /// <summary>Gain, "(baseline)" and "/units"; the last two may be missing.</summary>
    private static (double Gain, int? Baseline, string Units) ParseGain(string path, string field)
    {
        string rest = field;
        string units = Cut(ref rest, '/') ?? "mV";
        int? baseline = null;
        if (Cut(ref rest, '(') is string bracket)
        {
            baseline = Integer(path, "baseline", bracket.TrimEnd(')'));
        }

        return (Number(path, "gain", rest), baseline, units);
    }

    /// <summary>Cuts off what follows <paramref name="mark"/>; null where it does not stand.</summary>
    private static string? Cut(ref string field, char mark)
    {
        int at = field.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        string tail = field[(at + 1)..];
        field = field[..at];
        return tail;
    }

    /// <summary>Signals of one file stand together and are stored alike; anything else would read the same bytes as two things.</summary>
    private static void CheckGroups(string path, WfdbSignal[] signals)
    {
        HashSet<string> seen = [];
        for (int i = 0; i < signals.Length; i++)
        {
            bool joins = i > 0 && signals[i - 1].FileName == signals[i].FileName;
            if (!joins && !seen.Add(signals[i].FileName))
            {
                throw Damaged(path, $"the signals of {signals[i].FileName} do not stand together");
            }

            if (joins && signals[i - 1].Format != signals[i].Format)
            {
                throw Damaged(path, $"it gives two storage formats for {signals[i].FileName}");
            }
        }
    }

    private static int Integer(string path, string what, string field) =>
        int.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Damaged(path, $"its {what} \"{field}\" is no whole number");

    private static double Number(string path, string what, string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Damaged(path, $"its {what} \"{field}\" is no number");

    private static RecordingException Damaged(string path, string what) =>
        new($"{path} is no usable WFDB header: {what}; copy it again from its source.");
}
