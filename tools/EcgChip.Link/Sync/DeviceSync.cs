using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using EcgChip.Formats.Sealing;
using EcgChip.Records;

namespace EcgChip.Link.Sync;

/// <summary>
/// Collects what a device has: each record is stored here first, then handed to the hub where there is one, and only then acknowledged, so that the device may free it.
/// It may be cut off anywhere, here or there; the next one completes it.
/// </summary>
/// <param name="client">The device, with a session open.</param>
/// <param name="deviceId">Its id.</param>
/// <param name="store">Its records on this computer.</param>
/// <param name="hub">Where they go; null to leave them here.</param>
/// <param name="recordKey">What the device seals with, to check it; null where that is not known here, and the hub checks.</param>
public sealed class DeviceSync(LinkClient client, long deviceId, RecordStore store, IRecordHub? hub, byte[]? recordKey)
{
    private readonly List<(int Sequence, string Why)> _refused = [];
    private int _uploaded;
    private string? _hubFault;

    /// <summary>Told of bytes that have come over the link, and of how many there will be.</summary>
    public Action<long, long>? Progress { get; set; }

    /// <summary>Collects everything new.</summary>
    /// <exception cref="LinkException">The device does not answer any more, or refuses.</exception>
    /// <exception cref="SyncException">A record is not what it should be.</exception>
    public SyncResult Run(CancellationToken cancellation)
    {
        List<ListedRecord> listed = ListAll(cancellation);
        HashSet<int> atHub = Guarded(() => AtHub(cancellation)) ?? [];
        long total = listed.Sum(record => (long)record.Length);
        long done = 0;
        List<SyncedRecord> records = [];
        foreach (ListedRecord record in listed)
        {
            try
            {
                (int got, bool sound) = Collect(record, at => Progress?.Invoke(done + at, total), cancellation);
                bool safe = hub is null || HandOver(record.Sequence, atHub, cancellation);
                if (safe)
                {
                    client.Acknowledge(record.Sequence, cancellation);
                }

                records.Add(new SyncedRecord(record.Sequence, record.Length, store.FileOf(record.Sequence), got, sound, safe));
            }
            catch (LinkException exception) when (exception.Fault == LinkFault.NoRecord)
            {
                // Somebody else has collected it since it was listed: it is safe with them.
                store.DropPartial(record.Sequence);
            }

            done += record.Length;
            Progress?.Invoke(done, total);
        }

        // What earlier syncs left here because no hub was given, or none answered.
        foreach (int sequence in hub is null ? [] : store.Sequences)
        {
            HandOver(sequence, atHub, cancellation);
        }

        return new SyncResult { Records = records, Uploaded = _uploaded, Refused = _refused, HubFault = _hubFault };
    }

    private List<ListedRecord> ListAll(CancellationToken cancellation)
    {
        List<ListedRecord> all = [];
        bool more = true;
        while (more)
        {
            (IReadOnlyList<ListedRecord> records, more) = client.List(all.Count == 0 ? 0 : all[^1].Sequence, cancellation);
            all.AddRange(records);
            more &= records.Count > 0;
        }

        return all;
    }

    private HashSet<int> AtHub(CancellationToken cancellation) => hub is null
        ? []
        : [.. hub.Have(deviceId, cancellation).SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))];

    private (int Got, bool Sound) Collect(ListedRecord record, Action<int> progress, CancellationToken cancellation)
    {
        if (store.Has(record.Sequence))
        {
            byte[] here = store.Read(record.Sequence);
            CompareWithDevice(record, here, cancellation);
            return (0, IsSound(RecordSeal.Unsealed(here)));
        }

        int resumedAt = store.PartialLength(record.Sequence);
        if (resumedAt > record.Length)
        {
            store.DropPartial(record.Sequence);
            resumedAt = 0;
        }

        Fetch(record, progress, cancellation);
        byte[] all = store.ReadPartial(record.Sequence);
        if (resumedAt > 0 && !IsRight(record.Sequence, all, mayBeDamaged: false))
        {
            // The first bytes may be of a cut that hit this computer: all of it once more, before anything is said against the device.
            store.DropPartial(record.Sequence);
            resumedAt = 0;
            Fetch(record, progress, cancellation);
            all = store.ReadPartial(record.Sequence);
        }

        if (!IsRight(record.Sequence, all, mayBeDamaged: true))
        {
            store.DropPartial(record.Sequence);
            throw new SyncException(
                $"The seal of record {record.Sequence} of device {DeviceHello.Text(deviceId)} is wrong: it stays on the device; see that the key here is the device's own, and sync again.");
        }

        store.Complete(record.Sequence);
        return (record.Length - resumedAt, IsSound(RecordSeal.Unsealed(all)));
    }

    private void Fetch(ListedRecord record, Action<int> progress, CancellationToken cancellation)
    {
        using FileStream file = store.OpenPartial(record.Sequence);
        while (file.Position < record.Length)
        {
            (byte[] bytes, int length) = client.Get(record.Sequence, (int)file.Position, cancellation);
            if (length != record.Length || bytes.Length > record.Length - file.Position)
            {
                throw new SyncException($"Record {record.Sequence} of device {DeviceHello.Text(deviceId)} has changed while it was collected: sync again.");
            }

            file.Write(bytes);
            progress((int)file.Position);
        }
    }

    // Two records under one number: the device was erased and given its old id. Neither may take the other's place.
    private void CompareWithDevice(ListedRecord record, byte[] here, CancellationToken cancellation)
    {
        bool same = here.Length == record.Length;
        for (int at = record.Length - RecordSeal.Bytes; same && at < record.Length;)
        {
            (byte[] bytes, int length) = client.Get(record.Sequence, at, cancellation);
            same = length == here.Length && here.AsSpan(at).StartsWith(bytes);
            at += bytes.Length;
        }

        if (!same)
        {
            throw new SyncException(
                $"Record {record.Sequence} of device {DeviceHello.Text(deviceId)} is another than the one stored as {store.FileOf(record.Sequence)}: the device was erased and given its old id; move that folder away, and sync again.");
        }
    }

    private bool IsRight(int sequence, byte[] all, bool mayBeDamaged) =>
        RecordSeal.IsSealed(all) && (recordKey is not null ? RecordSeal.Verify(recordKey, deviceId, sequence, all) : mayBeDamaged || IsSound(RecordSeal.Unsealed(all)));

    private static bool IsSound(ReadOnlySpan<byte> record)
    {
        const int checksumBytes = 4;
        return record.Length > checksumBytes
            && Crc32.Compute(record.ToArray(), 0, record.Length - checksumBytes) == BitConverter.ToUInt32(record[^checksumBytes..]);
    }

    // True when the hub has it.
    private bool HandOver(int sequence, HashSet<int> atHub, CancellationToken cancellation)
    {
        if (atHub.Contains(sequence))
        {
            return true;
        }

        if (_hubFault is not null || _refused.Exists(refused => refused.Sequence == sequence))
        {
            return false;
        }

        (HubAnswer Answer, string? Why)? put = Guarded(() => ((HubAnswer, string?)?)hub!.Put(deviceId, sequence, store.Read(sequence), cancellation));
        switch (put?.Answer)
        {
            case HubAnswer.Stored or HubAnswer.WasThere:
                _uploaded += put.Value.Answer == HubAnswer.Stored ? 1 : 0;
                atHub.Add(sequence);
                return true;
            case HubAnswer.Refused:
                _refused.Add((sequence, put.Value.Why ?? "no reason was given"));
                return false;
            default:
                return false;
        }
    }

    // A hub that fails keeps nobody from collecting: what came is stored here, stays on the device too, and goes to the hub next time.
    private T? Guarded<T>(Func<T?> ask)
    {
        try
        {
            return ask();
        }
        catch (SyncException exception)
        {
            _hubFault = exception.Message;
            return default;
        }
    }
}
