namespace EcgChip.Scoring;

/// <summary>A stretch of a recording, both ends included.</summary>
/// <param name="First">First sample.</param>
/// <param name="Last">Last sample.</param>
public readonly record struct SampleRange(int First, int Last)
{
    /// <summary>Whether a sample lies in it.</summary>
    public bool Contains(int sample) => sample >= First && sample <= Last;
}
