using EcgChip.Scoring;

namespace EcgChip.Cli.Noise;

/// <summary>One record at one strength of noise.</summary>
/// <param name="Noise">Name of the noise: em or bw.</param>
/// <param name="Decibels">Signal to noise ratio.</param>
/// <param name="Score">The comparison, without the first five minutes.</param>
public sealed record NoisePoint(string Noise, double Decibels, RecordScore Score);
