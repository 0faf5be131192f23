namespace EcgChip.WeightsGen.Infarction;

/// <summary>What the head tells apart, in the order of its outputs.</summary>
public enum Diagnosis
{
    /// <summary>Admitted as a healthy control.</summary>
    Healthy = 0,

    /// <summary>Admitted with a myocardial infarction.</summary>
    Infarction = 1,
}
