namespace EcgChip.Formats.Recordings;

/// <summary>Some samples of a recording that follow one another.</summary>
/// <param name="Start">The first.</param>
/// <param name="Length">How many; at least 1.</param>
public readonly record struct SampleStretch(int Start, int Length)
{
    /// <summary>The sample behind the last.</summary>
    public int End => Start + Length;

    /// <summary>True for a sample that is one of them.</summary>
    public bool Contains(int sample) => sample >= Start && sample < End;
}
