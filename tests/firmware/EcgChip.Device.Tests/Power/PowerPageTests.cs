using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace EcgChip.Device.Tests.Power;

/// <summary>hardware/power.md against its own figures and the firmware's.</summary>
public class PowerPageTests
{
    private const double MinutesOfAnHour = 60;

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository(), "hardware", "power.md"));

    private static string[][] Rows => [.. Page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim().Trim('*')).ToArray())];

    [Fact]
    public void The_parts_currents_add_up_to_the_totals()
    {
        string[][] parts = [.. Rows.SkipWhile(row => row[0] != "part").Skip(1).TakeWhile(row => row[0] != "all")];
        string[] all = Rows.First(row => row[0] == "all");
        Assert.Equal(8, parts.Length);
        Assert.Equal(Number(all[1]), parts.Sum(row => Number(row[1])), 1);
        Assert.Equal(Number(all[2]), parts.Sum(row => Number(row[2])), 1);
    }

    [Fact]
    public void A_days_charge_is_what_its_parts_take()
    {
        string[][] day = [.. Rows.SkipWhile(row => row[0] != "what").Skip(1)];
        string[] all = day.Single(row => row[0] == "all");
        string[][] parts = [.. day.TakeWhile(row => row[0] != "all")];
        string[] currents = Rows.First(row => row[0] == "all");
        foreach (string[] row in parts)
        {
            Assert.Equal(Number(row[3]), Number(row[1]) / MinutesOfAnHour * Number(row[2]), 1);
        }

        Assert.Equal(Number(currents[1]), Number(parts[0][2]));
        Assert.Equal(Number(currents[2]) / 1000, Number(parts[2][2]), 6);
        Assert.Equal(24 * MinutesOfAnHour, parts.Sum(row => Number(row[1])));
        Assert.Equal(Number(all[1]), parts.Sum(row => Number(row[1])));
        Assert.Equal(Number(all[3]), parts.Sum(row => Number(row[3])), 1);
        Assert.Equal(0.8 * 1080, After("mAh, and a cell that has aged 80 % of those, "), 1);
        Assert.Equal(After("864 mAh: "), 864 / Number(all[3]), 1);
    }

    [Fact]
    public void The_times_and_voltages_are_the_firmwares()
    {
        Assert.Equal(new FirmwareSettings().SwitchOffSeconds, After("It sleeps after "));
        Assert.Equal(Device.Power.BatteryCharge.EmptyMillivolts, After("counts as empty below ") * 1000);
        double alone = Number(Rows.Single(row => row[0].StartsWith("left alone", StringComparison.Ordinal))[1]);
        Assert.Equal(30 * new FirmwareSettings().SwitchOffSeconds / MinutesOfAnHour, alone);
    }

    private static double After(string words)
    {
        Match found = Regex.Match(Page.Replace('\n', ' '), Regex.Escape(words) + @"\**([0-9.]+)", RegexOptions.IgnoreCase);
        Assert.True(found.Success, words);
        return Number(found.Groups[1].Value.TrimEnd('.'));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Repository()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "EcgChip.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("The repository's root was not found above the tests.");
    }
}
