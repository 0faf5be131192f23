namespace EcgChip.Hub.Data;

/// <summary>The bytes of a record as they came, seal included. Never changed.</summary>
public sealed class RecordContent
{
    /// <summary>The device.</summary>
    public long DeviceId { get; set; }

    /// <summary>Number of the record on its device.</summary>
    public int Sequence { get; set; }

    /// <summary>Record and seal.</summary>
    public required byte[] Bytes { get; set; }
}
