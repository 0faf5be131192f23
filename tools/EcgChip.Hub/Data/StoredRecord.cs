using System;
using System.Collections.Generic;

namespace EcgChip.Hub.Data;

/// <summary>
/// A record that came from a device: what lists and filters need of it. Its bytes stand in a table of their own, so that a page of a list reads some hundred
/// bytes a record and not some thousand. Device and sequence are the key: the same record cannot be there twice.
/// </summary>
public sealed class StoredRecord
{
    /// <summary>The device.</summary>
    public long DeviceId { get; set; }

    /// <summary>Number of the record on its device.</summary>
    public int Sequence { get; set; }

    /// <summary>What it is.</summary>
    public RecordKind Kind { get; set; }

    /// <summary>Whether its bytes are as the device meant them.</summary>
    public RecordHealth Health { get; set; }

    /// <summary>When it came, UTC.</summary>
    public DateTime ReceivedAt { get; set; }

    /// <summary>Who brought it.</summary>
    public required string ReceivedFrom { get; set; }

    /// <summary>When it was made, UTC; null where the device did not know, or the record cannot be read.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>What lists are ordered by: when it was made, and where that is not known, when it came.</summary>
    public DateTime ListedAt { get; set; }

    /// <summary>The device's village at the time that it came: devices move.</summary>
    public required string Village { get; set; }

    /// <summary>True while no doctor has judged it. Self-tests never wait.</summary>
    public bool Waiting { get; set; }

    /// <summary>The answer that lists sort by: the doctor's where there is one, else the device's.</summary>
    public ListedAnswer Answer { get; set; }

    /// <summary>What the device answered; null where it gave no answer.</summary>
    public ListedAnswer? DeviceAnswer { get; set; }

    /// <summary>The patient's number; null where none was given.</summary>
    public int? PatientNumber { get; set; }

    /// <summary>Samples of the recording.</summary>
    public int SampleCount { get; set; }

    /// <summary>Samples a second.</summary>
    public int SampleRate { get; set; }

    /// <summary>Mean heart rate in beats a minute; null when not known.</summary>
    public int? MeanHeartRate { get; set; }

    /// <summary>Lowest heart rate in beats a minute; null when not known.</summary>
    public int? LowestHeartRate { get; set; }

    /// <summary>Highest heart rate in beats a minute; null when not known.</summary>
    public int? HighestHeartRate { get; set; }

    /// <summary>Beats of class N; null when not known.</summary>
    public int? NormalBeats { get; set; }

    /// <summary>Beats of class S; null when not known.</summary>
    public int? SupraventricularBeats { get; set; }

    /// <summary>Beats of class V; null when not known.</summary>
    public int? VentricularBeats { get; set; }

    /// <summary>Beats of class F; null when not known.</summary>
    public int? FusionBeats { get; set; }

    /// <summary>Beats of class Q; null when not known.</summary>
    public int? OtherBeats { get; set; }

    /// <summary>Beats without class; null when not known.</summary>
    public int? UnclassifiedBeats { get; set; }

    /// <summary>Samples of good signal; null when not known.</summary>
    public int? GoodSamples { get; set; }

    /// <summary>Samples of poor signal; null when not known.</summary>
    public int? PoorSamples { get; set; }

    /// <summary>Samples without contact; null when not known.</summary>
    public int? NoContactSamples { get; set; }

    /// <summary>Models that judged it, with hashes: "role name hash", one a line.</summary>
    public required string Models { get; set; }

    /// <summary>Bytes of the record with its seal.</summary>
    public int Length { get; set; }

    /// <summary>SHA-256 of these bytes: tells the same record sent again from another one under its number.</summary>
    public required byte[] Sha256 { get; set; }

    /// <summary>Its bytes; loaded only when asked for.</summary>
    public RecordContent? Content { get; set; }

    /// <summary>What the device found in it.</summary>
    public List<RecordFinding> Findings { get; } = [];

    /// <summary>What doctors said of it, oldest first.</summary>
    public List<Review> Reviews { get; } = [];
}
