using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Link;

namespace EcgChip.Cli.Output;

/// <summary>A device and its self-test, for people.</summary>
internal static class SelfTestText
{
    private const int NameWidth = 14;
    private const int ValueWidth = 14;

    /// <summary>Who the device is.</summary>
    public static void PrintHello(DeviceHello hello, TextWriter writer)
    {
        string id = hello.DeviceId is long known ? DeviceHello.Text(known) : "no id yet";
        string clock = hello.Clock is { } time ? time.ToString("u", CultureInfo.InvariantCulture) : "not set";
        string battery = hello.BatteryMillivolts is int millivolts ? $"{millivolts} mV" : "not measured";
        writer.WriteLine($"Device {id}, firmware {hello.Firmware}, clock {clock}, battery {battery}, {hello.Records?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} records.");
        foreach (DeviceModel model in hello.Models)
        {
            writer.WriteLine($"  model {model.Name} {model.Hash} ({model.Role})");
        }
    }

    /// <summary>A line as it comes.</summary>
    public static void Print(TestLine line, TextWriter writer)
    {
        string value = line.Value is int measured ? $"{measured} {line.Unit}" : "";
        string bounds = (line.Least, line.Most) switch
        {
            (int least, int most) => $"has to be {least} to {most}",
            (int least, null) => $"has to be {least} at least",
            (null, int most) => $"has to be {most} at most",
            _ => "",
        };
        writer.WriteLine($"  {line.Name.PadRight(NameWidth)}{value.PadLeft(ValueWidth)}  {Word(line.Verdict),-10}  {bounds}".TrimEnd());
    }

    /// <summary>What all lines come to.</summary>
    public static void PrintEnd(IReadOnlyList<TestLine> lines, bool stored, TextWriter writer)
    {
        string[] failed = [.. lines.Where(line => line.Verdict == LineVerdict.Failed).Select(line => line.Name)];
        string[] absent = [.. lines.Where(line => line.Verdict == LineVerdict.NotThere).Select(line => line.Name)];
        writer.WriteLine(failed.Length > 0 ? $"FAILED: {string.Join(", ", failed)}. Do not use this device." : $"Passed, {lines.Count - absent.Length} lines.");
        if (absent.Length > 0)
        {
            writer.WriteLine($"Not judged: {string.Join(", ", absent)}.");
        }

        writer.WriteLine(stored ? "The device has stored it." : "The device could NOT store it: its flash is full or broken.");
    }

    private static string Word(LineVerdict verdict) => verdict switch
    {
        LineVerdict.Passed => "ok",
        LineVerdict.NotThere => "not judged",
        _ => "FAILED",
    };
}
