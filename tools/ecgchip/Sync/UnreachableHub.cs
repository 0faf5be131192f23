using System.Collections.Generic;
using System.Threading;
using EcgChip.Link;
using EcgChip.Link.Sync;

namespace EcgChip.Cli.Sync;

/// <summary>A hub that did not answer when it was signed in to: records are collected all the same, and stay on the device until it has them.</summary>
internal sealed class UnreachableHub(string name, SyncException fault) : IRecordHub
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<(int First, int Last)> Have(long deviceId, CancellationToken cancellation) => throw Fault();

    /// <inheritdoc/>
    public (HubAnswer Answer, string? Why) Put(long deviceId, int sequence, byte[] sealedRecord, CancellationToken cancellation) => throw Fault();

    /// <inheritdoc/>
    public void PutStatus(DeviceHello device, CancellationToken cancellation) => throw Fault();

    /// <inheritdoc/>
    public byte[]? LinkKey(long deviceId, CancellationToken cancellation) => throw Fault();

    private SyncException Fault() => new(fault.Message, inner: fault);
}
