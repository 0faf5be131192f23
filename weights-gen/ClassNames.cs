namespace EcgChip.WeightsGen;

/// <summary>Letters of the AAMI classes in the order of every table and network.</summary>
public static class ClassNames
{
    /// <summary>One letter a class.</summary>
    public const string Letters = "NSVFQ";

    /// <summary>Number of classes.</summary>
    public const int Count = 5;
}
