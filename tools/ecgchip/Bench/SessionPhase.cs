namespace EcgChip.Cli.Bench;

/// <summary>What the device is at, as far as its budgets differ.</summary>
public enum SessionPhase
{
    /// <summary>The signal is shown and classified, nothing is kept.</summary>
    Monitoring,

    /// <summary>A recording runs.</summary>
    Recording,

    /// <summary>A recording is being analysed.</summary>
    Analysis,

    /// <summary>A recording is being written to flash.</summary>
    Storing,
}
