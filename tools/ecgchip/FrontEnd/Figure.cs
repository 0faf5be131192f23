namespace EcgChip.Cli.FrontEnd;

/// <summary>A measured figure of the front end beside its bounds.</summary>
/// <param name="What">What was measured, with its unit.</param>
/// <param name="Circuit">On the circuit, in ngspice.</param>
/// <param name="Model">On the simulator's model; null where it was not.</param>
/// <param name="Lowest">Least that is allowed, for both.</param>
/// <param name="Highest">Most that is allowed, for both.</param>
/// <param name="Digits">Digits behind the point.</param>
public sealed record Figure(string What, double Circuit, double? Model, double Lowest, double Highest, int Digits = 2)
{
    /// <summary>Whether both lie within the bounds.</summary>
    public bool IsMet => Circuit >= Lowest && Circuit <= Highest && (Model is null || (Model >= Lowest && Model <= Highest));
}
