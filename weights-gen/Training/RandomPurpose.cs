namespace EcgChip.WeightsGen.Training;

/// <summary>What random numbers are for; each purpose has its own.</summary>
public enum RandomPurpose
{
    /// <summary>The first weights.</summary>
    Weights = 1,

    /// <summary>Which beats are held out.</summary>
    Validation = 2,

    /// <summary>Which beats an epoch takes, in which order, and how they are augmented.</summary>
    Epoch = 3,

    /// <summary>Which rhythms are made up.</summary>
    Rhythms = 4,

    /// <summary>Where the points of a map begin, and which beats are on it.</summary>
    Map = 100,

    /// <summary>Which records are drawn again, to say how sure a figure is.</summary>
    Bootstrap = 101,
}
