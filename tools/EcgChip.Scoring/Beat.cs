using EcgChip.Formats;

namespace EcgChip.Scoring;

/// <summary>A beat, true or found.</summary>
/// <param name="Sample">Sample of its R peak, at the rate that both sides of a comparison share.</param>
/// <param name="Class">Its class; a beat that was found but not classified is a <see cref="AamiClass.Q"/>.</param>
public readonly record struct Beat(int Sample, AamiClass Class);
