namespace EcgChip.Cli;

/// <summary>What a command says to whoever called it.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The work was done, and something in it failed.</summary>
    public const int Failed = 1;

    /// <summary>Input or arguments are unusable.</summary>
    public const int Unusable = 2;
}
