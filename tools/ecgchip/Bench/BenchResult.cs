using System.Collections.Generic;
using EcgChip.ChipClock;

namespace EcgChip.Cli.Bench;

/// <summary>What the firmware cost on the chip's clock. Instructions are those of the chip's interpreter; what was not measured is null.</summary>
public sealed record BenchResult
{
    /// <summary>Who was monitored.</summary>
    public required string Patient { get; init; }

    /// <summary>Seconds that were recorded; null when the device only monitored.</summary>
    public required int? RecordingSeconds { get; init; }

    /// <summary>Millions of instructions a second that the chip was taken to do.</summary>
    public required int Mips { get; init; }

    /// <summary>Samples that were due.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples whose slot was over before the loop came to them.</summary>
    public required int Missed { get; init; }

    /// <summary>Samples that came late and were corrected.</summary>
    public required int Late { get; init; }

    /// <summary>Slots in which no sample was due, because a recording was being written to flash.</summary>
    public required int Paused { get; init; }

    /// <summary>How late half of all samples, 999 of 1,000, and the worst were read, in microseconds.</summary>
    public required (int? P50, int? P999, int? Worst) JitterUs { get; init; }

    /// <summary>The longest slice, in microseconds, but for those that write to flash.</summary>
    public required long WorstSliceUs { get; init; }

    /// <summary>The longest slice that writes to flash, in microseconds.</summary>
    public required long WorstStoringSliceUs { get; init; }

    /// <summary>
    /// Share of the time in which the loop did not wait, in percent, while it monitored and recorded: an analysis takes all the time that it can get. Null
    /// when it only analysed.
    /// </summary>
    public required double? LoadPercent { get; init; }

    /// <summary>Instructions a sample by stage, native calls at their table price, without the time that they take.</summary>
    public required IReadOnlyDictionary<string, double> CostPerSample { get; init; }

    /// <summary>The signal chain's instructions a sample: all stages but network, display, storage and waiting.</summary>
    public required double ChainPerSample { get; init; }

    /// <summary>Microseconds a sample that the ADC takes beside that.</summary>
    public required double AdcUsPerSample { get; init; }

    /// <summary>From R peak to class.</summary>
    public required LatencyBench Latency { get; init; }

    /// <summary>Cost of a beat for each network.</summary>
    public required IReadOnlyList<NetworkBench> Networks { get; init; }

    /// <summary>The kernels of the firmware's self-test.</summary>
    public IReadOnlyList<KernelBench> Kernels { get; init; } = [];

    /// <summary>The heap.</summary>
    public required HeapBench Heap { get; init; }

    /// <summary>IL and constant data of the firmware's assemblies.</summary>
    public required IReadOnlyList<AssemblySizes> Assemblies { get; init; }

    /// <summary>Beats found a minute.</summary>
    public double BeatsPerMinute => Latency.Found * SecondsPerMinute * Signal.SignalUnits.SampleRate / System.Math.Max(1, Samples);

    private const double SecondsPerMinute = 60;
}
