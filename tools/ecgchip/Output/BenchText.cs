using System;
using System.IO;
using System.Linq;
using EcgChip.Cli.Bench;
using Spectre.Console;

namespace EcgChip.Cli.Output;

/// <summary>Prints what the firmware costs on the chip's clock.</summary>
public static class BenchText
{
    /// <summary>Prints a result; colours and frames are left out where the writer is no terminal or cannot show them.</summary>
    public static void Print(BenchResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        Table loop = new() { Border = TableBorder.Rounded, Title = new TableTitle($"The loop at {result.Mips} million instructions a second") };
        loop.AddColumns("what", "value");
        loop.AddRow("samples missed", $"{result.Missed} of {result.Samples}");
        loop.AddRow("read late by", $"{result.JitterUs.P50} us (half), {result.JitterUs.P999} us (999 of 1000), {result.JitterUs.Worst} us (worst)");
        loop.AddRow("longest slice", $"{result.WorstSliceUs} us");
        loop.AddRow("load", $"{result.LoadPercent:0.0} %");
        loop.AddRow("beats without a class", $"{result.Beats.Unclassified} of {result.Beats.Found}");
        console.Write(loop);

        Table stages = new() { Border = TableBorder.Rounded, Title = new TableTitle("Instructions a sample") };
        stages.AddColumn("stage").AddColumn(new TableColumn("instructions").RightAligned());
        foreach ((string stage, double cost) in result.CostPerSample.OrderByDescending(pair => pair.Value))
        {
            stages.AddRow(stage, $"{cost:N0}");
        }

        stages.AddRow("signal chain in all", $"{result.ChainPerSample:N0}");
        console.Write(stages);
        console.WriteLine($"The ADC takes {result.AdcUsPerSample:0} us a sample beside the chain's instructions (estimate).");

        foreach (NetworkBench network in result.Networks)
        {
            Print(network, result.Mips, console);
        }
    }

    private static void Print(NetworkBench network, int mips, IAnsiConsole console)
    {
        double seconds = network.Cost / (mips * 1e6);
        Table layers = new()
        {
            Border = TableBorder.Rounded,
            Title = new TableTitle($"Network {network.Name}: {network.Cost / 1e6:N1} million instructions a beat, {seconds:0.00} s"),
        };
        layers.AddColumn("layer");
        layers.AddColumns(new TableColumn("instructions").RightAligned(), new TableColumn("MAC").RightAligned(),
            new TableColumn("IL a MAC").RightAligned(), new TableColumn("instr. a MAC").RightAligned());
        foreach (LayerBench layer in network.Layers)
        {
            layers.AddRow(layer.Name, $"{layer.Cost:N0}", $"{layer.Macs:N0}", $"{layer.IlPerMac:N2}", $"{layer.CostPerMac:N1}");
        }

        console.Write(layers);
        console.WriteLine($"{network.Slices} slices, the longest {network.WorstSlice:N0} instructions.");
    }
}
