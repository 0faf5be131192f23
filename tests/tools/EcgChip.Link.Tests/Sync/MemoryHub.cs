using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Link.Sync;

namespace EcgChip.Link.Tests.Sync;

/// <summary>A hub in memory that can fail before or after it has stored what it was given, as a network does.</summary>
internal sealed class MemoryHub : IRecordHub
{
    public SortedDictionary<int, byte[]> Records { get; } = [];

    /// <summary>Calls until one fails; null for never.</summary>
    public int? CallsToFailure { get; set; }

    /// <summary>True when the call that fails is done all the same, and only its answer lost.</summary>
    public bool LosesAnswers { get; set; }

    public HashSet<int> Refuses { get; } = [];

    public int Puts { get; private set; }

    public DeviceHello? Status { get; private set; }

    public string Name => "a hub";

    public IReadOnlyList<(int First, int Last)> Have(long deviceId, CancellationToken cancellation)
    {
        Fail();
        return [.. Records.Keys.Select(sequence => (sequence, sequence))];
    }

    public (HubAnswer Answer, string? Why) Put(long deviceId, int sequence, byte[] sealedRecord, CancellationToken cancellation)
    {
        Puts++;
        if (!LosesAnswers)
        {
            Fail();
        }

        if (Refuses.Contains(sequence) || (Records.TryGetValue(sequence, out byte[]? there) && !there.AsSpan().SequenceEqual(sealedRecord)))
        {
            return (HubAnswer.Refused, "no");
        }

        bool isNew = Records.TryAdd(sequence, sealedRecord);
        if (LosesAnswers)
        {
            Fail();
        }

        return (isNew ? HubAnswer.Stored : HubAnswer.WasThere, null);
    }

    public void PutStatus(DeviceHello device, CancellationToken cancellation) => Status = device;

    public byte[]? LinkKey(long deviceId, CancellationToken cancellation) => null;

    private void Fail()
    {
        if (CallsToFailure is int left)
        {
            CallsToFailure = left - 1;
            if (left <= 0)
            {
                throw new SyncException("a hub cannot be reached: wait.");
            }
        }
    }
}
