using System;

namespace EcgChip.WeightsGen.Training;

/// <summary>Writes a beat, or the features of one, that the device might have seen in the place of another.</summary>
/// <param name="values">The beat as it was cut, or its features.</param>
/// <param name="rare">The beat's class has so few beats that many copies of this one are learnt from.</param>
/// <param name="random">Where chance comes from.</param>
/// <param name="target">As many values; 127 there is 1 here.</param>
public delegate void BeatAugmenter(ReadOnlySpan<sbyte> values, bool rare, Random random, Span<float> target);
