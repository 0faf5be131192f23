using EcgChip.Inference;

namespace EcgChip.WeightsGen.Quantisation;

/// <summary>One layer in int8.</summary>
/// <param name="Spec">Shape, residual multiplier and shift.</param>
/// <param name="Weights">Laid out as the spec says; null for a pool.</param>
/// <param name="Biases">One an output channel, in accumulator units; null for a pool.</param>
/// <param name="Multipliers">One an output channel; null for a pool.</param>
public sealed record QuantisedLayer(LayerSpec Spec, sbyte[]? Weights, int[]? Biases, int[]? Multipliers);
