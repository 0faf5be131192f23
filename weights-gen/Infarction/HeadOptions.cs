namespace EcgChip.WeightsGen.Infarction;

/// <summary>
/// How a head is trained. Set before the first training and not changed by what came out: with so few patients there is nobody to choose by.
/// </summary>
public sealed record HeadOptions
{
    /// <summary>Passes over <see cref="BeatsPerEpoch"/> beats.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>What all random numbers come from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads that libtorch may use. Only runs with the same number are equal to the last bit.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Beats of an epoch: half of them of each kind, every patient of a kind as often as any other.</summary>
    public int BeatsPerEpoch { get; init; } = 2_048;

    /// <summary>Beats in an iteration.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Step size of Adam (Kachuee et al. 2018, section III.C).</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>Part of each weight, times the step size, that an iteration takes away (Loshchilov and Hutter 2019, algorithm 2).</summary>
    public double WeightDecay { get; init; } = 0.1;

    /// <summary>Augmented copies of a beat, beside the beat itself, for about this many in all.</summary>
    public int Vectors { get; init; } = 4_000;

    /// <summary>Most augmented copies of a beat.</summary>
    public int MostCopies { get; init; } = 8;
}
