namespace EcgChip.WeightsGen.Training;

/// <summary>How a network is trained; the defaults are the seed network's; <see cref="TrainingRecipe"/> has those of other networks.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over <see cref="BeatsPerClass"/> beats of each class.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>What all random numbers come from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Beats of each class in an epoch, times its part in <see cref="Mix"/>; a class with fewer is filled up with augmented copies.</summary>
    public int BeatsPerClass { get; init; } = 12_000;

    /// <summary>How much of <see cref="BeatsPerClass"/> each class gets.</summary>
    public ClassMix Mix { get; init; } = ClassMix.Even;

    /// <summary>Beats of a class in an epoch.</summary>
    public int BeatsOf(int beatClass) => Mix.Of(beatClass, BeatsPerClass);

    /// <summary>Beats in an iteration.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Step size of Adam at the start (Kachuee et al. 2018, section III.C).</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>What the step size is multiplied with every <see cref="DecayIterations"/> iterations (Kachuee et al. 2018, section III.C).</summary>
    public double DecayFactor { get; init; } = 0.75;

    /// <summary>Iterations between two decays of the step size (Kachuee et al. 2018, section III.C).</summary>
    public int DecayIterations { get; init; } = 10_000;

    /// <summary>
    /// True where the step size rises over the first hundred iterations and then falls to 0 with half a cosine (Loshchilov and Hutter 2017, equation 5), in place
    /// of the steps.
    /// </summary>
    public bool DecaysByCosine { get; init; }

    /// <summary>Part of the channels that a pool's outputs miss while learning (Tompson et al. 2015, section 3.2).</summary>
    public double ChannelDropout { get; init; }

    /// <summary>Part of the inputs that a dense layer misses while learning, features excepted (Srivastava et al. 2014).</summary>
    public double DenseDropout { get; init; }

    /// <summary>A record's part in the beats of a class is its number of them to this power; 1 takes each beat as often as any other.</summary>
    public double RecordPower { get; init; } = 1;

    /// <summary>Beats of class N of an epoch that <see cref="Training.BundleBranchBeats"/> makes.</summary>
    public int BundleBranchBeats { get; init; }

    /// <summary>Beats of class S that it makes.</summary>
    public int BundleBranchPrematureBeats { get; init; }

    /// <summary>Part of the beats of an epoch that take their features from <see cref="MadeUpRhythms"/>, those that are made up as beats excepted.</summary>
    public double RhythmPart { get; init; }

    /// <summary>Part of each weight, times the step size, that an iteration takes away (Loshchilov and Hutter 2019, algorithm 2).</summary>
    public double WeightDecay { get; init; }

    /// <summary>What the moving average of the weights keeps of itself in an iteration: it spans about the last 2,000 of them.</summary>
    public double AverageDecay { get; init; } = 0.9995;

    /// <summary>Part of the learning beats of each class that is held out to choose the epoch with, where the split does not name whole patients.</summary>
    public double ValidationPart { get; init; } = 0.1;

    /// <summary>Most held-out beats of a class.</summary>
    public int MostValidationBeats { get; init; } = 600;

    /// <summary>Threads that libtorch may use. Only runs with the same number are equal to the last bit.</summary>
    public int Threads { get; init; } = 1;
}
