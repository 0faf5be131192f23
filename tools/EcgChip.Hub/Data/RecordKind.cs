namespace EcgChip.Hub.Data;

/// <summary>What a record is.</summary>
public enum RecordKind
{
    /// <summary>A recording of a patient.</summary>
    Recording = 0,

    /// <summary>A device's test of itself.</summary>
    SelfTest = 1,

    /// <summary>Sealed by its device, and so damaged that its kind cannot be told.</summary>
    Unreadable = 2,
}
