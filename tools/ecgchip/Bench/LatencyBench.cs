namespace EcgChip.Cli.Bench;

/// <summary>How long beats waited for their class. Latency runs from the R peak to the first class; null where no beat got one.</summary>
public sealed record LatencyBench
{
    /// <summary>Beats found.</summary>
    public required int Found { get; init; }

    /// <summary>Beats that got no class because their signal, or that beside them, was too poor to judge.</summary>
    public required int PoorSignal { get; init; }

    /// <summary>Beats in good signal that got no class because sampling paused, for a recording to be stored, before it was due.</summary>
    public required int BeforePause { get; init; }

    /// <summary>Beats in good signal that got no class because the patient ended before it was due.</summary>
    public required int BeforeEnd { get; init; }

    /// <summary>Beats without a class, whatever the reason.</summary>
    public int Unclassified => PoorSignal + BeforePause + BeforeEnd + Lost;

    /// <summary>Beats in good signal that got no class though it was due: the network did not come to them, or they could not be cut.</summary>
    public required int Lost { get; init; }

    /// <summary>The most beats that waited at one time.</summary>
    public required int Backlog { get; init; }

    /// <summary>Half, 99 of 100 and the worst, in beats: over the local R-R interval.</summary>
    public required (double? P50, double? P99, double? Worst) Beats { get; init; }

    /// <summary>Half, 99 of 100 and the worst, in milliseconds.</summary>
    public required (double? P50, double? P99, double? Worst) Milliseconds { get; init; }
}
