namespace EcgChip.WeightsGen.Map;

/// <summary>Where t-SNE put points; the axes have no unit and no meaning of their own.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="FirstCost">Kullback-Leibler divergence at the start, in nats.</param>
/// <param name="Cost">The same at the end.</param>
public sealed record TsneLayout(double[] X, double[] Y, double FirstCost, double Cost);
