using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Formats.Recordings;

/// <summary>
/// Everything that a stored record says of one recording, in the desktop's types: what every export, page and report is made from. What the record does not know is null.
/// </summary>
public sealed record StoredRecording
{
    /// <summary>The lead that every device records: right arm to left leg.</summary>
    public const string Lead = "II";

    /// <summary>The device that recorded; 0 where its id was never set.</summary>
    public required long DeviceId { get; init; }

    /// <summary>Number of the recording on its device, from 1 on; never given twice.</summary>
    public required int Sequence { get; init; }

    /// <summary>The patient, by a number that is no name and counts on its device; null where none was given.</summary>
    public int? PatientNumber { get; init; }

    /// <summary>When it began, UTC; null where the device's clock was not set.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Samples a second.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Sample units in a millivolt at the electrodes.</summary>
    public required int UnitsPerMillivolt { get; init; }

    /// <summary>Amplification of the front end; null where the record does not say.</summary>
    public int? FrontEndGain { get; init; }

    /// <summary>Mains frequency that was filtered out, in hertz; null for none.</summary>
    public int? MainsFrequency { get; init; }

    /// <summary>The samples, gaps included, in units of which <see cref="UnitsPerMillivolt"/> make a millivolt. Lead II.</summary>
    public required IReadOnlyList<short> Samples { get; init; }

    /// <summary>The beats, in order of time.</summary>
    public IReadOnlyList<StoredBeat> Beats { get; init; } = [];

    /// <summary>Where nothing was measured, in order of time: samples have no meaning there.</summary>
    public IReadOnlyList<SampleStretch> Gaps { get; init; } = [];

    /// <summary>What was found in its rhythm, the most urgent first.</summary>
    public IReadOnlyList<RhythmFinding> Findings { get; init; } = [];

    /// <summary>The networks that had a part in it.</summary>
    public IReadOnlyList<StoredModel> Models { get; init; } = [];

    /// <summary>Its heart rate.</summary>
    public HeartRates HeartRate { get; init; } = new(null, null, null, null, null);

    /// <summary>How much of it could be judged.</summary>
    public SignalTime Signal { get; init; } = new(null, null, null, null);

    /// <summary>What it says to who made it; null where the record gives no answer.</summary>
    public ScreeningAnswer? Answer { get; init; }

    /// <summary>What the head for infarction says; null where it said nothing.</summary>
    public InfarctionScore? Infarction { get; init; }

    /// <summary>The device's id as people read and write it: 16 hexadecimal digits, upper case.</summary>
    public string DeviceName => DeviceId.ToString("X16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The answer as contracts write it: <c>show-a-doctor</c>; null where there is none.</summary>
    public string? AnswerName => Answer is ScreeningAnswer answer ? RhythmFinding.Kebab(answer.ToString()) : null;

    /// <summary>How long it is, gaps included.</summary>
    public double Seconds => SecondsAt(Samples.Count);

    /// <summary>Beats of each class, in the order N, S, V, F, Q.</summary>
    public IReadOnlyList<int> Counts =>
        [.. Enumerable.Range(0, AamiClasses.Count).Select(beatClass => Beats.Count(beat => beat.Class == (AamiClass)beatClass))];

    /// <summary>Beats that were found but not classified.</summary>
    public int Unclassified => Beats.Count(beat => beat.Class is null);

    /// <summary>Seconds from the start of the recording.</summary>
    public double SecondsAt(int sample) => sample / (double)SampleRate;

    /// <summary>Seconds from the beat before to this one; null for the first, and where something was not measured in between.</summary>
    /// <param name="beat">Which of <see cref="Beats"/>.</param>
    public double? IntervalBefore(int beat) =>
        beat > 0 && !Gaps.Any(gap => gap.Start < Beats[beat].Sample && gap.End > Beats[beat - 1].Sample)
            ? SecondsAt(Beats[beat].Sample - Beats[beat - 1].Sample)
            : null;

    /// <summary>Reads a record's bytes, with a seal behind them or without: whether a seal is genuine is <see cref="Sealing.RecordSeal"/>'s to say.</summary>
    /// <param name="bytes">The record, alone.</param>
    /// <param name="name">What the message calls it: a file's path.</param>
    /// <exception cref="RecordingException">It is no record of a recording, is damaged, or is of a later version.</exception>
    public static StoredRecording Read(ReadOnlySpan<byte> bytes, string name = "The record") => StoredRecordingReader.Read(bytes, name);

    /// <summary>Reads a record's file.</summary>
    /// <exception cref="RecordingException">It is not there, cannot be read, or is none that can be used.</exception>
    public static StoredRecording Open(string path) => StoredRecordingReader.Open(path);
}
