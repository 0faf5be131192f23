using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Cli.Tests.FrontEnd;

/// <summary>The netlists' values are the simulator's: there is one circuit.</summary>
public sealed partial class NetlistPartsTests
{
    public static TheoryData<string> Boards { get; } = ["board.inc", "module.inc"];

    [Theory]
    [MemberData(nameof(Boards))]
    public void The_parts_of_the_netlist_are_those_of_the_simulators_settings(string file)
    {
        AnalogSettings parts = file == "board.inc" ? new AnalogSettings() : AnalogSettings.Module;
        Dictionary<string, double> netlist = Parameters(file);
        (string Name, double Value)[] expected =
        [
            ("VS", parts.SupplyVolts), ("R_REF1", parts.ReferenceUpperOhms), ("R_REF2", parts.ReferenceLowerOhms),
            ("R_HP", parts.HighPassOhms), ("C_HP", parts.HighPassFarads), ("R_LP1", parts.LowPassFirstOhms), ("R_LP2", parts.LowPassSecondOhms),
            ("C_LP1", parts.LowPassFeedbackFarads), ("C_LP2", parts.LowPassGroundFarads), ("R_G1", parts.GainUpperOhms),
            ("R_G2", parts.GainLowerOhms), ("R_ADC", parts.AdcOhms), ("C_ADC", parts.AdcFarads), ("R_P", parts.ProtectionOhms),
            ("R_PU", parts.PullUpOhms), ("C_IN", parts.InputFarads), ("FR", parts.FastRestore ? 1 : 0),
        ];
        Assert.All(expected, part => Assert.Equal(part.Value, netlist[part.Name], Math.Abs(part.Value) * 1e-9));
    }

    [Fact]
    public void The_macromodels_constants_are_those_of_the_simulators_AD8232()
    {
        Dictionary<string, double> netlist = Parameters("ad8232.inc");
        (string Name, double Value)[] expected =
        [
            ("IA_GAIN", Ad8232Model.Gain), ("IA_BW", Ad8232Model.BandwidthHz), ("RAIL", Ad8232Model.RailVolts), ("CORR", Ad8232Model.CorrectionVolts),
            ("R_S1", Ad8232Model.RestoreOhms), ("RESTORE", Ad8232Model.RestoreThresholdVolts), ("T_S1", Ad8232Model.RestoreSeconds),
            ("LOD", Ad8232Model.LeadOffVolts),
        ];
        Assert.All(expected, part => Assert.Equal(part.Value, netlist[part.Name], Math.Abs(part.Value) * 1e-9));
    }

    [Fact]
    public void What_the_firmware_holds_the_board_for_is_what_its_parts_make()
    {
        AnalogSettings parts = new();
        Assert.Equal(Device.Board.FrontEndGain, parts.Gain, Device.Board.FrontEndGain * 0.002);
        Assert.Equal(Device.Board.FrontEndCentreMillivolts, parts.CentreVolts * 1000, 1e-9);
    }

    private static Dictionary<string, double> Parameters(string file) =>
        File.ReadLines(Path.Combine(CircuitRun.Netlists, file))
            .Where(line => line.StartsWith(".param", StringComparison.Ordinal))
            .SelectMany(line => Assignment().Matches(line))
            .ToDictionary(match => match.Groups["name"].Value, match => Number(match.Groups["number"].Value, match.Groups["unit"].Value));

    private static double Number(string number, string unit) => double.Parse(number, CultureInfo.InvariantCulture) * unit switch
    {
        "meg" => 1e6,
        "k" => 1e3,
        "m" => 1e-3,
        "u" => 1e-6,
        "n" => 1e-9,
        "p" => 1e-12,
        "" => 1,
        _ => throw new FormatException($"The unit {unit} is none that the netlists use."),
    };

    [GeneratedRegex(@"(?<name>\w+)=(?<number>[0-9.]+)(?<unit>[a-z]*)")]
    private static partial Regex Assignment();
}
