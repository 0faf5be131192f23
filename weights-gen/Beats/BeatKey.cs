using System;

namespace EcgChip.WeightsGen.Beats;

/// <summary>Identifies a beat whatever the signal chain made of it.</summary>
/// <param name="Record">Name of the record.</param>
/// <param name="AnnotationSample">Sample of its reference annotation, at the record's own rate.</param>
public readonly record struct BeatKey(string Record, int AnnotationSample) : IComparable<BeatKey>
{
    /// <summary>By record, then by time.</summary>
    public int CompareTo(BeatKey other)
    {
        int byRecord = string.CompareOrdinal(Record, other.Record);
        return byRecord != 0 ? byRecord : AnnotationSample.CompareTo(other.AnnotationSample);
    }

    /// <summary>By record, then by time.</summary>
    public static bool operator <(BeatKey left, BeatKey right) => left.CompareTo(right) < 0;

    /// <summary>By record, then by time.</summary>
    public static bool operator >(BeatKey left, BeatKey right) => left.CompareTo(right) > 0;

    /// <summary>By record, then by time.</summary>
    public static bool operator <=(BeatKey left, BeatKey right) => left.CompareTo(right) <= 0;

    /// <summary>By record, then by time.</summary>
    public static bool operator >=(BeatKey left, BeatKey right) => left.CompareTo(right) >= 0;
}
