namespace EcgChip.Cli.Bench;

/// <summary>What one layer of a network costs for one beat.</summary>
/// <param name="Name">Its place and shape.</param>
/// <param name="Cost">Instructions of the chip's interpreter.</param>
/// <param name="Il">IL instructions.</param>
/// <param name="Macs">Multiply-accumulates that it stands for, those that a kernel leaves out included; 0 for a pool.</param>
public sealed record LayerBench(string Name, long Cost, long Il, long Macs)
{
    /// <summary>IL instructions a multiply-accumulate; null where there are none.</summary>
    public double? IlPerMac => Macs > 0 ? Il / (double)Macs : null;

    /// <summary>Instructions a multiply-accumulate; null where there are none.</summary>
    public double? CostPerMac => Macs > 0 ? Cost / (double)Macs : null;
}
