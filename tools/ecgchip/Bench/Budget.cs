namespace EcgChip.Cli.Bench;

/// <summary>A limit, and what was measured against it.</summary>
/// <param name="Name">What is limited.</param>
/// <param name="Value">What was measured; null when it was not.</param>
/// <param name="Limit">The most that is allowed.</param>
/// <param name="Applies">False where the limit is not meant for this run: it is shown, and broken without harm.</param>
public sealed record Budget(string Name, double? Value, double Limit, bool Applies)
{
    /// <summary>True when what was measured is within the limit.</summary>
    public bool IsMet => Value is null || Value <= Limit;

    /// <summary>True when the limit is meant for this run and was not kept.</summary>
    public bool IsBroken => Applies && !IsMet;

    /// <summary>Share of the budget that is used, 1 for all of it; null when nothing was measured. A limit of 0 is all used by anything.</summary>
    public double? Share => Value is not double value ? null : Limit > 0 ? value / Limit : value > 0 ? double.PositiveInfinity : 0;
}
