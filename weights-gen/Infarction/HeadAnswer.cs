namespace EcgChip.WeightsGen.Infarction;

/// <summary>What a head that did not learn from a beat says of it.</summary>
/// <param name="Beat">The beat.</param>
/// <param name="InFloat">How sure the float head is of an infarction, 0 to 1.</param>
/// <param name="InInt8">The same as on the chip.</param>
public sealed record HeadAnswer(PtbBeat Beat, double InFloat, double InInt8);
