namespace EcgChip.WeightsGen.Commands;

/// <summary>Exit codes of every command.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The work was done, or broken off, and something in it failed.</summary>
    public const int Failed = 1;

    /// <summary>What was given cannot be used.</summary>
    public const int Unusable = 2;
}
