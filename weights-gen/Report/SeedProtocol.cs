namespace EcgChip.WeightsGen.Report;

/// <summary>On which beats the models of several seeds were judged.</summary>
public static class SeedProtocol
{
    /// <summary>DS2, by patient.</summary>
    public const string Ds2 = "ds2";

    /// <summary>The patients of DS1 who are held out of learning and choose the epoch.</summary>
    public const string HeldOut = "held-out";

    /// <summary>Patient-wise cross-validation inside DS1: each of its patients judged by a model that did not learn from them.</summary>
    public const string CrossValidation = "cv";
}
