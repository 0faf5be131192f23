namespace EcgChip.Cli.Bench;

/// <summary>How long beats waited for their class. Latency runs from the R peak to the first class; null where no beat got one.</summary>
public sealed record LatencyBench
{
    /// <summary>Beats found.</summary>
    public required int Found { get; init; }

    /// <summary>Beats that got no class because their signal, or that beside them, was too poor to judge.</summary>
    public required int PoorSignal { get; init; }

    /// <summary>Beats in good signal that got no class: the network did not come to them, or they could not be cut.</summary>
    public required int Lost { get; init; }

    /// <summary>The most beats that waited at one time.</summary>
    public required int Backlog { get; init; }

    /// <summary>Half, 99 of 100 and the worst, in beats: over the local R-R interval.</summary>
    public required (double? P50, double? P99, double? Worst) Beats { get; init; }

    /// <summary>Half, 99 of 100 and the worst, in milliseconds.</summary>
    public required (double? P50, double? P99, double? Worst) Milliseconds { get; init; }
}
