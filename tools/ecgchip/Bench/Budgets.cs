using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.ChipClock;

namespace EcgChip.Cli.Bench;

/// <summary>What the firmware may take on the chip. The one place that knows these numbers.</summary>
public static class Budgets
{
    /// <summary>The speed that they are meant for, in millions of instructions a second. At any other only missed samples and lost beats count.</summary>
    public const int Mips = 160;

    /// <summary>The slowest that the chip may turn out to be: down to it no beat may be lost, though classes may come late.</summary>
    public const int LowestMips = 100;

    /// <summary>Samples missed.</summary>
    public const int Missed = 0;

    /// <summary>How late 999 of 1,000 samples are read, in microseconds.</summary>
    public const int JitterP999Us = 1000;

    /// <summary>How late any sample is read, in microseconds.</summary>
    public const int JitterWorstUs = 2000;

    /// <summary>The longest slice, in microseconds.</summary>
    public const int SliceUs = 3000;

    /// <summary>The signal chain without network and display, in instructions a sample.</summary>
    public const int ChainInstructions = 60_000;

    /// <summary>Share of the time in which the loop does not wait, in percent, at up to <see cref="LoadBeatsPerMinute"/>.</summary>
    public const int LoadPercent = 60;

    /// <summary>Beats a minute up to which <see cref="LoadPercent"/> is meant.</summary>
    public const int LoadBeatsPerMinute = 100;

    /// <summary>R peak to class for 99 of 100 beats, in beats.</summary>
    public const int LatencyBeatsP99 = 2;

    /// <summary>Beats in good signal that never get a class.</summary>
    public const int LostBeats = 0;

    /// <summary>Heap at any time, libraries included, in bytes.</summary>
    public const int HeapBytes = 80 * 1024;

    /// <summary>Bytes allocated from a recording's begin to its last sample.</summary>
    public const int AllocatedWhileRecording = 0;

    /// <summary>IL of an assembly, in bytes.</summary>
    public const int IlBytes = AssemblySizes.MostIlBytes;

    private static readonly Dictionary<string, int> NetworkInstructions = new() { ["bedside"] = 24_000_000, ["seed"] = 400_000_000 };

    /// <summary>Instructions a beat that a network may cost; null when nothing is said of it.</summary>
    public static int? OfNetwork(string name) => NetworkInstructions.TryGetValue(name, out int instructions) ? instructions : null;

    /// <summary>Holds a result to every budget.</summary>
    public static IReadOnlyList<Budget> Of(BenchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        bool applies = result.Mips == Mips;
        return
        [
            new("missed", result.Missed, Missed, true),
            new("jitterP999Us", result.JitterUs.P999, JitterP999Us, applies),
            new("jitterWorstUs", result.JitterUs.Worst, JitterWorstUs, applies),
            new("sliceUs", result.WorstSliceUs, SliceUs, applies),
            new("chainPerSample", Math.Round(result.ChainPerSample), ChainInstructions, applies),
            new("loadPercent", result.LoadPercent, LoadPercent, applies && result.BeatsPerMinute <= LoadBeatsPerMinute),
            new("latencyBeatsP99", result.Latency.Beats.P99, LatencyBeatsP99, applies),
            new("lostBeats", result.Latency.Lost, LostBeats, result.Mips >= LowestMips),
            .. result.Networks.Where(network => OfNetwork(network.Name) is not null)
                .Select(network => new Budget(network.Name, network.Cost, OfNetwork(network.Name)!.Value, applies)),
            new("heapPeakBytes", result.Heap.Peak, HeapBytes, applies),
            new("allocatedWhileRecording", result.Heap.AllocatedWhileRecording, AllocatedWhileRecording, applies),
            .. result.Assemblies.Select(assembly => new Budget($"ilBytes {assembly.Name}", assembly.IlBytes, IlBytes, applies)),
        ];
    }
}
