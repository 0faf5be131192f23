using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace EcgChip.Formats.Tests.Export;

/// <summary>An EDF+C file taken apart by its specification, field by field, for tests.</summary>
internal sealed class EdfReading
{
    private const int Header = 256;

    private EdfReading(byte[] bytes)
    {
        int signals = int.Parse(Field(bytes, 252, 4), CultureInfo.InvariantCulture);
        Assert.Equal(Header * (1 + signals), int.Parse(Field(bytes, 184, 8), CultureInfo.InvariantCulture));
        Assert.All(bytes.Take(Header * (1 + signals)), value => Assert.InRange(value, (byte)' ', (byte)'~'));
        (Version, Patient, Recording) = (Field(bytes, 0, 8), Field(bytes, 8, 80), Field(bytes, 88, 80));
        (Date, Time, Kind) = (Field(bytes, 168, 8), Field(bytes, 176, 8), Field(bytes, 192, 44));
        Records = int.Parse(Field(bytes, 236, 8), CultureInfo.InvariantCulture);
        RecordSeconds = Field(bytes, 244, 8);
        int[] widths = [16, 80, 8, 8, 8, 8, 8, 80, 8, 32];
        List<string[]> fields = [];
        int at = Header;
        foreach (int width in widths)
        {
            fields.Add([.. Enumerable.Range(0, signals).Select(signal => Field(bytes, at + (signal * width), width))]);
            at += signals * width;
        }

        Signals = [.. Enumerable.Range(0, signals).Select(signal => fields.Select(field => field[signal]).ToArray())];
        int[] counts = [.. Signals.Select(signal => int.Parse(signal[8], CultureInfo.InvariantCulture))];
        Assert.Equal(bytes.Length, at + (Records * 2 * counts.Sum()));
        List<short> samples = [];
        for (int record = 0; record < Records; record++)
        {
            for (int i = 0; i < counts[0]; i++, at += 2)
            {
                samples.Add(BitConverter.ToInt16(bytes, at));
            }

            AddAnnotations(bytes.AsSpan(at, 2 * counts[1]));
            at += 2 * counts[1];
        }

        Samples = [.. samples];
    }

    public string Version { get; }

    public string Patient { get; }

    public string Recording { get; }

    public string Date { get; }

    public string Time { get; }

    public string Kind { get; }

    public int Records { get; }

    public string RecordSeconds { get; }

    /// <summary>For each signal: label, transducer, unit, physical minimum and maximum, digital minimum and maximum, filters, samples in a record, reserved.</summary>
    public string[][] Signals { get; }

    public short[] Samples { get; }

    /// <summary>Where each data record says that it begins.</summary>
    public List<double> RecordStarts { get; } = [];

    public List<(double Onset, double? Duration, string Text)> Annotations { get; } = [];

    public static EdfReading Of(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray());

    private static string Field(byte[] bytes, int at, int width) => Encoding.ASCII.GetString(bytes, at, width).TrimEnd(' ');

    private void AddAnnotations(ReadOnlySpan<byte> bytes)
    {
        string lists = Encoding.UTF8.GetString(bytes).TrimEnd('\0');
        foreach ((int index, string list) in lists.Split('\0').Index())
        {
            string[] parts = list.Split('\x14');
            string[] times = parts[0].Split('\x15');
            Assert.Matches(@"^[+-]\d+(\.\d+)?$", times[0]);
            double onset = double.Parse(times[0], CultureInfo.InvariantCulture);
            Assert.Equal("", parts[^1]);
            if (index == 0)
            {
                Assert.Equal(3, parts.Length);
                Assert.Equal("", parts[1]);
                RecordStarts.Add(onset);
                continue;
            }

            Assert.Equal(3, parts.Length);
            Annotations.Add((onset, times.Length > 1 ? double.Parse(times[1], CultureInfo.InvariantCulture) : null, parts[1]));
        }
    }
}
