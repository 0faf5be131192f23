using System.Collections.Generic;

namespace EcgChip.Cli.Bench;

/// <summary>What the firmware cost on the chip's clock. Instructions are those of the chip's interpreter; what was not measured is null.</summary>
public sealed record BenchResult
{
    /// <summary>Millions of instructions a second that the chip was taken to do.</summary>
    public required int Mips { get; init; }

    /// <summary>Samples that were due.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples whose slot was over before the loop came to them.</summary>
    public required int Missed { get; init; }

    /// <summary>How late half of all samples, 999 of 1,000, and the worst were read, in microseconds.</summary>
    public required (int? P50, int? P999, int? Worst) JitterUs { get; init; }

    /// <summary>The longest slice, in microseconds.</summary>
    public required long WorstSliceUs { get; init; }

    /// <summary>Share of the time in which the loop did not wait, in percent.</summary>
    public required double LoadPercent { get; init; }

    /// <summary>Instructions a sample by stage, native calls at their table price, without the time that they take.</summary>
    public required IReadOnlyDictionary<string, double> CostPerSample { get; init; }

    /// <summary>The signal chain's instructions a sample: all stages but network, display, storage and waiting.</summary>
    public required double ChainPerSample { get; init; }

    /// <summary>Microseconds a sample that the ADC takes beside that.</summary>
    public required double AdcUsPerSample { get; init; }

    /// <summary>Beats found, and those that got no class because the network was too slow for them or the signal too poor.</summary>
    public required (int Found, int Unclassified) Beats { get; init; }

    /// <summary>Cost of a beat for each network.</summary>
    public required IReadOnlyList<NetworkBench> Networks { get; init; }
}
