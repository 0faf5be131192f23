using System;

namespace EcgChip.Hub.Data;

/// <summary>
/// What the device found in a recording. Repeats of the record what a list is filtered and ordered by, so that the list of one finding comes from one index.
/// </summary>
public sealed class RecordFinding
{
    /// <summary>The device.</summary>
    public long DeviceId { get; set; }

    /// <summary>Number of the record on its device.</summary>
    public int Sequence { get; set; }

    /// <summary>Place among the findings of the record, which has them by urgency.</summary>
    public int Place { get; set; }

    /// <summary>Code of the finding, as the record's format has it.</summary>
    public int Code { get; set; }

    /// <summary>How often it was found.</summary>
    public int Times { get; set; }

    /// <summary>Its value, in the unit that its code says.</summary>
    public int Value { get; set; }

    /// <summary>First sample.</summary>
    public int StartSample { get; set; }

    /// <summary>Last sample.</summary>
    public int EndSample { get; set; }

    /// <summary><see cref="StoredRecord.ListedAt"/> of the record.</summary>
    public DateTime ListedAt { get; set; }

    /// <summary><see cref="StoredRecord.Waiting"/> of the record.</summary>
    public bool Waiting { get; set; }
}
