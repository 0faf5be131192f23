namespace EcgChip.WeightsGen.Beats;

/// <summary>What the device's own detector left out of the beats that it gave.</summary>
/// <param name="Missed">Annotated beats, outside ventricular flutter, that no found R peak was matched to.</param>
/// <param name="False">Found R peaks, outside ventricular flutter, that no annotated beat was matched to.</param>
public sealed record Detection(int Missed, int False);
