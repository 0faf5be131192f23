namespace EcgChip.WeightsGen.Beats;

/// <summary>What the bedside network takes in of a beat that was found.</summary>
/// <param name="Peak">Its R peak, in samples at 125 Hz.</param>
/// <param name="Values">Its values.</param>
/// <param name="Features">Its features.</param>
public sealed record CutBeat(double Peak, sbyte[] Values, sbyte[] Features);
