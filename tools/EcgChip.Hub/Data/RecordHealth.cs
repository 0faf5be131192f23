namespace EcgChip.Hub.Data;

/// <summary>Whether a genuine record's bytes are as the device meant them. Whatever it is, the record is kept.</summary>
public enum RecordHealth
{
    /// <summary>They are.</summary>
    Sound = 0,

    /// <summary>They were damaged on the device, before it sealed them.</summary>
    Damaged = 1,

    /// <summary>They are of a version that this hub does not know.</summary>
    NewerVersion = 2,

    /// <summary>They can be read, and say another device or number than they came under: made before the device had its id, or by a faulty device.</summary>
    OtherOrigin = 3,
}
