using System.Collections.Generic;
using System.Threading;

namespace EcgChip.Link.Sync;

/// <summary>What a hub answers to a record.</summary>
public enum HubAnswer
{
    /// <summary>It is stored there now.</summary>
    Stored,

    /// <summary>The same bytes were there already.</summary>
    WasThere,

    /// <summary>Other bytes stand there under this number, or it does not take the record for one of the device's.</summary>
    Refused,
}

/// <summary>Where a device's records go.</summary>
public interface IRecordHub
{
    /// <summary>As a person names it.</summary>
    string Name { get; }

    /// <summary>Numbers of the device's records that are there, as ranges, first and last included.</summary>
    /// <exception cref="SyncException">It does not answer, does not know the device, or does not know who asks.</exception>
    IReadOnlyList<(int First, int Last)> Have(long deviceId, CancellationToken cancellation);

    /// <summary>Hands a sealed record over. Twice is once.</summary>
    /// <param name="deviceId">The device.</param>
    /// <param name="sequence">The record's number.</param>
    /// <param name="sealedRecord">Its bytes, with the seal.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The answer, and why where it is refused.</returns>
    /// <exception cref="SyncException">It does not answer, or not any more.</exception>
    (HubAnswer Answer, string? Why) Put(long deviceId, int sequence, byte[] sealedRecord, CancellationToken cancellation);

    /// <summary>Tells how a device is.</summary>
    /// <exception cref="SyncException">It does not answer.</exception>
    void PutStatus(DeviceHello device, CancellationToken cancellation);

    /// <summary>The link key of a device; null where this user does not get it.</summary>
    /// <exception cref="SyncException">It does not answer.</exception>
    byte[]? LinkKey(long deviceId, CancellationToken cancellation);
}
