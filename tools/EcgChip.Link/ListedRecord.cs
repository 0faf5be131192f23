namespace EcgChip.Link;

/// <summary>A record that a device holds and that nobody has acknowledged.</summary>
/// <param name="Sequence">Its number on the device.</param>
/// <param name="Length">Its bytes, with the seal.</param>
public sealed record ListedRecord(int Sequence, int Length);
