namespace EcgChip.Device.Tests.Rig;

/// <summary>A beat as the listener heard of it: sample index since power-up, class and confidence as the seam gives them.</summary>
internal readonly record struct HeardBeat(int Sample, int Class, int Confidence);
