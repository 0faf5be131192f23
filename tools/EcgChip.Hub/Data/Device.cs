using System;
using System.Collections.Generic;

namespace EcgChip.Hub.Data;

/// <summary>A device that the hub takes records from, and what is known of its state.</summary>
public sealed class Device
{
    /// <summary>The device's id, written everywhere as 16 upper-case hexadecimal digits.</summary>
    public long Id { get; set; }

    /// <summary>The device's key, protected by the hub's key ring (<see cref="Devices.DeviceKeyVault"/>).</summary>
    public required byte[] ProtectedKey { get; set; }

    /// <summary>Where the device is used; empty when not told.</summary>
    public required string Village { get; set; }

    /// <summary>When it was enrolled, UTC.</summary>
    public DateTime EnrolledAt { get; set; }

    /// <summary>When a sync last told the device's state, UTC; null before the first.</summary>
    public DateTime? LastSyncAt { get; set; }

    /// <summary>Who made that sync.</summary>
    public string? LastSyncBy { get; set; }

    /// <summary>Version of the firmware at the last sync.</summary>
    public string? Firmware { get; set; }

    /// <summary>Battery at the last sync, in millivolts.</summary>
    public int? BatteryMillivolts { get; set; }

    /// <summary>What the device's clock said at the last sync, UTC; null when it was never set.</summary>
    public DateTime? Clock { get; set; }

    /// <summary>Records on the device at the last sync, before it was emptied.</summary>
    public int? RecordsOnDevice { get; set; }

    /// <summary>The models on the device at the last sync: "role name hash", one a line.</summary>
    public string? Models { get; set; }

    /// <summary>Number of the newest self-test that came.</summary>
    public int? SelfTestSequence { get; set; }

    /// <summary>When it was made, UTC; null where the device did not know.</summary>
    public DateTime? SelfTestAt { get; set; }

    /// <summary>Lines of it that failed.</summary>
    public int? SelfTestFailures { get; set; }

    /// <summary>The records that came from it.</summary>
    public List<StoredRecord> Records { get; } = [];
}
