namespace EcgChip.WeightsGen.Beats;

/// <summary>One annotated beat as the firmware's cutter makes it.</summary>
/// <param name="Record">Name of the record, such as 208.</param>
/// <param name="Sample">Where the R peak stands at 125 Hz, all filter delays removed.</param>
/// <param name="AnnotationSample">Where its annotation stands, at the record's own rate; with the record's name it identifies the beat.</param>
/// <param name="Class">AAMI class, 0 to 4 for N, S, V, F, Q.</param>
/// <param name="Values">The network's input: 187 values of 0 to 127 for the seed network, 84 of -127 to 127 for the bedside network.</param>
public sealed record Beat(string Record, int Sample, int AnnotationSample, int Class, sbyte[] Values)
{
    /// <summary>The largest magnitude of a value and of a feature; the float network sees either / 127.</summary>
    public const int Largest = 127;

    /// <summary>What joins in before the network's first dense layer, -127 to 127; none for a network that sees the beat alone.</summary>
    public sbyte[] Features { get; init; } = [];

    /// <summary>What identifies the beat in a split's list.</summary>
    public BeatKey Key => new(Record, AnnotationSample);
}
