using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Formats.Sealing;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Hub.Devices;

/// <summary>A line of a device's test of itself, in words.</summary>
/// <param name="Name">What was tested.</param>
/// <param name="Verdict">passed, failed, or nothing there.</param>
/// <param name="Measured">What was measured, with its unit.</param>
/// <param name="Wanted">What it has to be.</param>
public sealed record SelfTestLine(string Name, string Verdict, string Measured, string Wanted)
{
    /// <summary>The lines of a self-test's record, with or without its seal; none where it is not one.</summary>
    public static IReadOnlyList<SelfTestLine> Of(byte[] record)
    {
        SelfTestRecord? test = SelfTestRecord.Decode(RecordSeal.Unsealed(record).ToArray());
        return test is null ? [] : [.. Enumerable.Range(0, test.Lines.Count).Select(line => Of(test.Lines, line))];
    }

    private static SelfTestLine Of(SelfTestLines lines, int line)
    {
        string verdict = lines.Verdict(line) switch { SelfTestVerdict.Failed => "failed", SelfTestVerdict.Passed => "passed", _ => "nothing there" };
        string? unit = lines.Unit(line) switch { SelfTestUnit.Microseconds => "us", SelfTestUnit.Millivolts => "mV", SelfTestUnit.Mips => "MIPS", _ => null };
        if (unit is null || lines.Verdict(line) == SelfTestVerdict.NotThere)
        {
            return new SelfTestLine(lines.Name(line), verdict, "", "");
        }

        bool hasLeast = lines.Least(line) != SelfTestLines.NoLeast;
        bool hasMost = lines.Most(line) != SelfTestLines.NoMost;
        string wanted = hasLeast && hasMost ? $"{Number(lines.Least(line))} to {Number(lines.Most(line))}"
            : hasLeast ? $"at least {Number(lines.Least(line))}"
            : hasMost ? $"at most {Number(lines.Most(line))}"
            : "";
        return new SelfTestLine(lines.Name(line), verdict, $"{Number(lines.Value(line))} {unit}", wanted);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
