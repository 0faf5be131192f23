namespace EcgChip.WeightsGen.Weights;

/// <summary>Numbers with a shape.</summary>
/// <param name="Shape">Sizes, the slowest running first.</param>
/// <param name="Values">The numbers, row after row.</param>
public sealed record FloatTensor(int[] Shape, float[] Values);
