using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.ChipClock;
using EcgChip.Cli.Bench;
using Spectre.Console;

namespace EcgChip.Cli.Output;

/// <summary>Prints what the firmware costs on the chip's clock; a bar stands beside each number that has a budget.</summary>
public static class BenchText
{
    private const double Million = 1e6;
    private const double Kilobyte = 1024;
    private const int LeastWidth = 110;
    private const int LargestOwners = 8;

    /// <summary>Prints a result; colours are left out where the writer is no terminal or cannot show them.</summary>
    public static void Print(BenchResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        AnsiConsoleOutput output = new(writer);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = output.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Profile.Width = Math.Max(console.Profile.Width, LeastWidth);
        Dictionary<string, Budget> budgets = Budgets.Of(result).ToDictionary(budget => budget.Name);
        console.Write(Loop(result, budgets));
        console.Write(Stages(result, budgets));
        foreach (NetworkBench network in result.Networks)
        {
            Print(network, result.Mips, budgets.GetValueOrDefault(network.Name), console);
        }

        if (result.Kernels.Count > 0)
        {
            console.Write(Kernels(result));
        }

        console.Write(Heap(result, budgets));
        console.Write(Assemblies(result.Assemblies, budgets));
    }

    private static Table Loop(BenchResult result, Dictionary<string, Budget> budgets)
    {
        string mode = result.RecordingSeconds is int seconds ? $"recording {seconds} s, then monitoring" : "monitoring";
        Table table = WithTitle($"{mode} {result.Patient}, at {result.Mips} million instructions a second");
        table.AddColumns("the loop", "value", "budget");
        LatencyBench latency = result.Latency;
        table.AddRow("samples missed", $"{result.Missed:N0} of {result.Samples:N0}", BudgetBar.Of(budgets["missed"], "0"));
        table.AddRow("samples late, corrected", $"{result.Late:N0}", string.Empty);
        table.AddRow("not due while storing", $"{result.Paused:N0}", string.Empty);
        table.AddRow("read late by: half", $"{result.JitterUs.P50:N0} us", string.Empty);
        table.AddRow("  999 of 1,000", $"{result.JitterUs.P999:N0} us", BudgetBar.Of(budgets["jitterP999Us"], Micro(Budgets.JitterP999Us)));
        table.AddRow("  the worst", $"{result.JitterUs.Worst:N0} us", BudgetBar.Of(budgets["jitterWorstUs"], Micro(Budgets.JitterWorstUs)));
        table.AddRow("longest slice", $"{result.WorstSliceUs:N0} us", BudgetBar.Of(budgets["sliceUs"], Micro(Budgets.SliceUs)));
        if (result.WorstStoringSliceUs > 0)
        {
            table.AddRow("  writing to flash", $"{result.WorstStoringSliceUs:N0} us", string.Empty);
        }

        table.AddRow(
            $"load at {result.BeatsPerMinute:N0} beats/min", $"{result.LoadPercent:N1} %", BudgetBar.Of(budgets["loadPercent"], $"{Budgets.LoadPercent} %"));
        table.AddRow("R peak to class: half", $"{latency.Beats.P50:N1} beats, {latency.Milliseconds.P50:N0} ms", string.Empty);
        table.AddRow(
            "  99 of 100", $"{latency.Beats.P99:N1} beats, {latency.Milliseconds.P99:N0} ms",
            BudgetBar.Of(budgets["latencyBeatsP99"], $"{Budgets.LatencyBeatsP99} beats"));
        table.AddRow("  the worst", $"{latency.Beats.Worst:N1} beats, {latency.Milliseconds.Worst:N0} ms", string.Empty);
        table.AddRow("most beats waiting", $"{latency.Backlog:N0}", string.Empty);
        table.AddRow("beats never classified", $"{latency.Unclassified:N0} of {latency.Found:N0}", string.Empty);
        table.AddRow("  in poor signal", $"{latency.PoorSignal:N0}", string.Empty);
        table.AddRow("  sampling paused before a class was due", $"{latency.BeforePause:N0}", string.Empty);
        table.AddRow("  the patient ended before that", $"{latency.BeforeEnd:N0}", string.Empty);
        table.AddRow("  in good signal", $"{latency.Lost:N0}", BudgetBar.Of(budgets["lostBeats"], "0"));
        return table;
    }

    private static Table Stages(BenchResult result, Dictionary<string, Budget> budgets)
    {
        Table table = WithTitle("instructions a sample");
        table.AddColumn("stage").AddColumn(new TableColumn("instructions").RightAligned()).AddColumn("budget");
        table.AddRow(
            "signal chain", $"{result.ChainPerSample:N0}", BudgetBar.Of(budgets["chainPerSample"], $"{Budgets.ChainInstructions:N0}"));
        foreach ((string stage, double cost) in InOrder(result.CostPerSample, Stage.Chain.Contains))
        {
            table.AddRow($"  {stage}", $"{cost:N0}", string.Empty);
        }

        foreach ((string stage, double cost) in InOrder(result.CostPerSample, stage => !Stage.Chain.Contains(stage)))
        {
            table.AddRow(stage, $"{cost:N0}", string.Empty);
        }

        table.Caption = new TableTitle($"the ADC takes {result.AdcUsPerSample:0} us a sample beside the chain's instructions (estimate)");
        return table;
    }

    private static void Print(NetworkBench network, int mips, Budget? budget, IAnsiConsole console)
    {
        Table layers = WithTitle(
            $"network {network.Name}: {network.Cost / Million:N1} million instructions a beat, {network.Cost / (mips * Million):0.00} s");
        layers.AddColumn("layer");
        layers.AddColumns(
            new TableColumn("instructions").RightAligned(), new TableColumn("MAC").RightAligned(), new TableColumn("IL a MAC").RightAligned(),
            new TableColumn("instr. a MAC").RightAligned());
        foreach (LayerBench layer in network.Layers)
        {
            layers.AddRow(layer.Name, $"{layer.Cost:N0}", $"{layer.Macs:N0}", $"{layer.IlPerMac:N2}", $"{layer.CostPerMac:N1}");
        }

        layers.AddRow(
            "all", $"{network.Cost:N0}", $"{network.Macs:N0}", $"{network.Il / (double)network.Macs:N2}", $"{network.Cost / (double)network.Macs:N1}");
        layers.Caption = new TableTitle($"{network.Slices} slices, the longest {network.WorstSlice:N0} instructions");
        console.Write(layers);
        if (budget is not null)
        {
            console.MarkupLine($"a beat: {BudgetBar.Of(budget, $"{budget.Limit / Million:N0} million")}");
        }
    }

    private static Table Kernels(BenchResult result)
    {
        Table table = WithTitle("kernels (what the self-test shows)");
        table.AddColumn("kernel").AddColumns(new TableColumn("instructions").RightAligned(), new TableColumn("us").RightAligned());
        table.AddColumn("result");
        foreach (KernelBench kernel in result.Kernels)
        {
            table.AddRow(Markup.Escape(kernel.Name), $"{kernel.Instructions:N0}", $"{kernel.Us:N0}", kernel.IsRight ? "OK" : "WRONG");
        }

        return table;
    }

    private static Table Heap(BenchResult result, Dictionary<string, Budget> budgets)
    {
        HeapBench heap = result.Heap;
        Table table = WithTitle("heap, by nanoFramework's object sizes");
        table.AddColumn("when").AddColumn(new TableColumn("bytes").RightAligned()).AddColumn("budget");
        table.AddRow("at start", $"{heap.Start:N0}", string.Empty);
        foreach ((string type, long bytes) in heap.AtStart.OrderByDescending(pair => pair.Value).Take(LargestOwners))
        {
            table.AddRow(Markup.Escape($"  of it {type}"), $"{bytes:N0}", string.Empty);
        }

        table.AddRow("while recording", Known(heap.Recording), string.Empty);
        table.AddRow("in the analysis", Known(heap.Analysis), string.Empty);
        table.AddRow("peak", $"{heap.Peak:N0}", BudgetBar.Of(budgets["heapPeakBytes"], $"{Budgets.HeapBytes / Kilobyte:N0} KB"));
        table.AddRow("  of it the deepest calls", $"{heap.Stack:N0}", string.Empty);
        table.AddRow("  of it the libraries", $"{heap.Libraries:N0}", string.Empty);
        table.AddRow("allocated while recording", Known(heap.AllocatedWhileRecording), BudgetBar.Of(budgets["allocatedWhileRecording"], "0"));
        foreach ((string method, long bytes) in heap.AllocatedBy.OrderByDescending(pair => pair.Value).Take(LargestOwners))
        {
            table.AddRow(Markup.Escape($"  of it {ShortName(method)}"), $"{bytes:N0}", string.Empty);
        }

        table.AddRow("  structs beside that", Known(heap.StructsWhileRecording), string.Empty);
        string howOften = heap.CollectionsPerMinute is double often
            ? $"about {often:N0} garbage collections a minute" : "no room for garbage without PSRAM; a collection";
        table.Caption = new TableTitle(
            $"{howOften}: {heap.CollectionInstructions / (double)result.Mips:N0} us each (estimate, not in the times above)");
        return table;
    }

    private static Table Assemblies(IReadOnlyList<AssemblySizes> assemblies, Dictionary<string, Budget> budgets)
    {
        Table table = WithTitle("assemblies");
        table.AddColumn("name").AddColumn(new TableColumn("constant bytes").RightAligned()).AddColumn(new TableColumn("IL bytes").RightAligned());
        table.AddColumn("budget");
        foreach (AssemblySizes assembly in assemblies)
        {
            table.AddRow(
                assembly.Name, $"{assembly.ConstantBytes:N0}", $"{assembly.IlBytes:N0}",
                BudgetBar.Of(budgets[$"ilBytes {assembly.Name}"], $"{Budgets.IlBytes:N0}"));
        }

        table.AddRow("all", $"{assemblies.Sum(each => each.ConstantBytes):N0}", $"{assemblies.Sum(each => each.IlBytes):N0}", string.Empty);
        return table;
    }

    private static IEnumerable<KeyValuePair<string, double>> InOrder(IReadOnlyDictionary<string, double> costs, Func<string, bool> which) =>
        costs.Where(pair => which(pair.Key)).OrderByDescending(pair => pair.Value);

    // Type and method, of "System.Void EcgChip.Some.Type::Method(System.Int32)".
    private static string ShortName(string method)
    {
        string name = method[..method.IndexOf('(', StringComparison.Ordinal)];
        return name[(name.LastIndexOf(' ') + 1)..].Replace("::", ".", StringComparison.Ordinal);
    }

    private static string Known(long? bytes) => bytes is long known ? $"{known:N0}" : "-";

    private static string Micro(int microseconds) => $"{microseconds:N0} us";

    private static Table WithTitle(string title) => new() { Border = TableBorder.Rounded, Title = new TableTitle(Markup.Escape(title)) };
}
