namespace EcgChip.WeightsGen.Map;

/// <summary>How a map is laid out; the defaults are those of van der Maaten and Hinton 2008, section 3.4, where nothing else is said.</summary>
public sealed record TsneOptions
{
    /// <summary>How many neighbours a point is given, smoothly counted; 5 to 50 look alike.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>Steps downhill.</summary>
    public int Iterations { get; init; } = 1000;

    /// <summary>What all random numbers come from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// What attraction is multiplied with at first, so that clusters form while there is room between them (van der Maaten 2014, section 5.1; 4 in 2008).
    /// </summary>
    public double Exaggeration { get; init; } = 12;

    /// <summary>Steps with exaggeration, and with the smaller momentum.</summary>
    public int ExaggeratedIterations { get; init; } = 250;

    /// <summary>Part of the last step that is kept while attraction is exaggerated.</summary>
    public double FirstMomentum { get; init; } = 0.5;

    /// <summary>Part of the last step that is kept later.</summary>
    public double LastMomentum { get; init; } = 0.8;

    /// <summary>Deviation of the first positions from the origin.</summary>
    public double FirstSpread { get; init; } = 1e-4;

    /// <summary>
    /// Step size for so many points: their number over the exaggeration (Belkina et al. 2019, "opt-SNE"), over 4 because the gradient here has its
    /// factor of 4; not below <see cref="LeastStepSize"/>.
    /// </summary>
    public double StepSize(int points) => System.Math.Max(LeastStepSize, points / Exaggeration / 4);

    /// <summary>Step size for few points.</summary>
    public const double LeastStepSize = 50;
}
