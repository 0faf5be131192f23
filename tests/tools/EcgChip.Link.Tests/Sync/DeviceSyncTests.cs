using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using CsCheck;
using EcgChip.Formats.Sealing;
using EcgChip.Link.Sync;
using Xunit.Abstractions;

namespace EcgChip.Link.Tests.Sync;

/// <summary>Collecting records: whatever is cut off, lost or spoilt on the way, each arrives once and whole, and none is freed before it is safe.</summary>
public sealed class DeviceSyncTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecgchip sync ");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Everything_new_is_stored_sealed_and_acknowledged_and_the_next_sync_has_nothing_to_do()
    {
        FieldDevice device = new();
        foreach (int bytes in new[] { 300, 1, 5000, 256, 222, 4 }.Select(bytes => Math.Max(bytes, 5)))
        {
            device.AddRecord(bytes);
        }

        SyncResult result = Sync(device);
        Assert.Equal(device.Stored.Keys, result.Records.Select(record => record.Sequence));
        Assert.All(result.Records, record => Assert.True(record.Acknowledged && record.IsSound && record.Got == record.Bytes));
        AllAreHere(device);
        Assert.Empty(device.Unacknowledged());
        Assert.Empty(Sync(device).Records);
        device.AddRecord(400);
        Assert.Single(Sync(device).Records);
        AllAreHere(device);
    }

    [Fact]
    public void More_records_than_a_list_holds_and_one_that_is_damaged_come_in_order_as_they_are()
    {
        FieldDevice device = new();
        for (int i = 0; i < 40; i++)
        {
            device.AddRecord(60 + i, sound: i != 17);
        }

        SyncResult result = Sync(device);
        Assert.Equal(Enumerable.Range(1, 40), result.Records.Select(record => record.Sequence));
        Assert.Equal([18], result.Records.Where(record => !record.IsSound).Select(record => record.Sequence));
        AllAreHere(device);
    }

    [Fact]
    public void Cut_at_any_byte_with_either_side_or_both_dying_the_next_sync_completes_it_with_nothing_lost_and_nothing_twice()
    {
        FieldDevice whole = Loaded();
        Sync(whole);
        int bytes = whole.BytesCarried;
        int cuts = 0;
        for (int cut = 0; cut < bytes; cut += 7)
        {
            FieldDevice device = Loaded();
            using TemporaryStore store = new(_folder.FullName);
            device.BytesUntilCut = cut;
            Assert.Throws<LinkException>(() => Sync(device, store: store.Path));
            AcknowledgedAreSafe(device, store.Path);
            device.BytesUntilCut = null;
            if (cuts % 3 != 0)
            {
                device.LosePower(cuts % 2 == 0 ? 0 : 3);
            }

            if (cuts % 3 != 1)
            {
                store.LosePower(new Random(cut));
            }

            SyncResult completed = Sync(device, store: store.Path);
            Assert.All(completed.Records, record => Assert.True(record.Acknowledged));
            AllAreHere(device, store.Path);
            Assert.Empty(device.Unacknowledged());
            cuts++;
        }

        output.WriteLine($"{cuts} cuts in {bytes:N0} bytes");
        Assert.InRange(cuts, 300, 5000);
    }

    [Fact]
    public void A_transfer_that_was_cut_goes_on_where_it_was()
    {
        FieldDevice device = new();
        device.AddRecord(10_000);
        device.BytesUntilCut = 9000;
        Assert.Throws<LinkException>(() => Sync(device));
        device.BytesUntilCut = null;
        SyncedRecord record = Assert.Single(Sync(device).Records);
        Assert.InRange(record.Got, 1000, 5000);
        AllAreHere(device);
    }

    [Fact]
    public void Over_a_line_that_loses_doubles_changes_and_reorders_bytes_all_that_arrives_is_right() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 40], Gen.Int[5, 900].Array[1, 5]).Sample(
            (seed, perTenThousand, sizes) =>
            {
                FieldDevice device = new(seed);
                using TemporaryStore store = new(_folder.FullName);
                foreach (int size in sizes)
                {
                    device.AddRecord(size);
                }

                device.Noise = perTenThousand / 10_000.0;
                for (int attempt = 0; device.Unacknowledged().Length > 0; attempt++)
                {
                    Assert.True(attempt < 50, "It does not come to an end.");
                    try
                    {
                        Sync(device, store: store.Path);
                    }
                    catch (LinkException exception)
                    {
                        Assert.Equal(LinkFault.NoAnswer, exception.Fault);
                    }

                    AcknowledgedAreSafe(device, store.Path);
                }

                AllAreHere(device, store.Path);
            },
            iter: 150, threads: 1);

    [Fact]
    public void With_a_hub_nothing_is_acknowledged_before_the_hub_has_it_whatever_of_it_fails()
    {
        for (int calls = 0; calls < 8; calls++)
        {
            foreach (bool losesAnswers in new[] { false, true })
            {
                FieldDevice device = Loaded();
                using TemporaryStore store = new(_folder.FullName);
                MemoryHub hub = new() { CallsToFailure = calls, LosesAnswers = losesAnswers };
                SyncResult first = Sync(device, hub, store.Path);
                AllAreHere(device, store.Path);
                int[] acknowledged = [.. device.Stored.Keys.Except(device.Unacknowledged())];
                Assert.Subset(hub.Records.Keys.ToHashSet(), acknowledged.ToHashSet());
                Assert.Equal(first.HubFault is null, acknowledged.Length == device.Stored.Count);

                hub.CallsToFailure = null;
                SyncResult second = Sync(device, hub, store.Path);
                Assert.Null(second.HubFault);
                Assert.Empty(device.Unacknowledged());
                Assert.All(second.Records, record => Assert.Equal(0, record.Got));
                Assert.Equal(device.Stored.Keys, hub.Records.Keys);
                foreach ((int sequence, byte[] record) in device.Stored)
                {
                    Assert.True(RecordSeal.Verify(device.RecordKey, device.Id, sequence, hub.Records[sequence]));
                    Assert.Equal(record, RecordSeal.Unsealed(hub.Records[sequence]));
                }
            }
        }
    }

    [Fact]
    public void What_was_collected_without_a_hub_is_handed_over_when_there_is_one_and_once()
    {
        FieldDevice device = Loaded();
        Sync(device);
        MemoryHub hub = new();
        Assert.Equal(3, Sync(device, hub).Uploaded);
        Assert.Equal(device.Stored.Keys, hub.Records.Keys);
        int puts = hub.Puts;
        Assert.Equal(0, Sync(device, hub).Uploaded);
        Assert.Equal(puts, hub.Puts);
    }

    [Fact]
    public void A_record_that_the_hub_refuses_stays_on_the_device_and_the_others_go_on()
    {
        FieldDevice device = Loaded();
        MemoryHub hub = new();
        hub.Refuses.Add(2);
        SyncResult result = Sync(device, hub);
        Assert.Equal([(2, "no")], result.Refused);
        Assert.Equal([2], device.Unacknowledged());
        Assert.Equal([1, 3], hub.Records.Keys);
        AllAreHere(device);
    }

    [Fact]
    public void A_device_that_was_erased_and_has_its_old_id_loses_no_record_to_the_one_stored_under_its_number()
    {
        FieldDevice before = Loaded();
        Sync(before);
        FieldDevice after = new(seed: 2);
        before.Key.CopyTo(after.Key, 0);
        after.AddRecord(300);
        using LinkClient client = after.Client();

        // The same id, and a key that both have.
        Device.Link.SettingsChange change = new() { Key = before.Key };
        change.Mark(Records.Link.LinkSetting.Key);
        after.Settings.Save(change);
        SyncException refused = Assert.Throws<SyncException>(() => Sync(after));
        Assert.Contains("was erased and given its old id", refused.Message, StringComparison.Ordinal);
        Assert.Equal([1], after.Unacknowledged());
        AllAreHere(before);
    }

    [Fact]
    public void A_record_whose_seal_is_not_the_devices_is_neither_stored_nor_acknowledged()
    {
        FieldDevice device = Loaded();
        using RecordStore store = new(_folder.FullName, device.Id);
        using LinkClient client = device.Client();
        client.OpenSession(device.LinkKey);
        byte[] another = new byte[32];
        SyncException refused = Assert.Throws<SyncException>(() => new DeviceSync(client, device.Id, store, null, another).Run(default));
        Assert.Contains("seal of record 1", refused.Message, StringComparison.Ordinal);
        Assert.Empty(store.Sequences);
        Assert.Equal(3, device.Unacknowledged().Length);
    }

    [Fact]
    public void Without_the_devices_own_key_a_field_worker_collects_and_the_hub_checks()
    {
        FieldDevice device = Loaded();
        using RecordStore store = new(_folder.FullName, device.Id);
        using LinkClient client = device.Client();
        client.OpenSession(device.LinkKey);
        new DeviceSync(client, device.Id, store, null, null).Run(default);
        store.Dispose();
        AllAreHere(device);
    }

    [Fact]
    public void Two_syncs_of_one_device_do_not_run_at_once()
    {
        FieldDevice device = new();
        using RecordStore first = new(_folder.FullName, device.Id);
        SyncException refused = Assert.Throws<SyncException>(() => new RecordStore(_folder.FullName, device.Id));
        Assert.Contains("Another sync", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_begins_to_record_in_the_middle_says_so_and_is_completed_afterwards()
    {
        FieldDevice device = Loaded();
        device.BytesUntilCut = 2000;
        Assert.Throws<LinkException>(() => Sync(device));
        device.BytesUntilCut = null;
        device.Records = true;
        Assert.Equal(LinkFault.Busy, Assert.Throws<LinkException>(() => Sync(device)).Fault);
        device.Records = false;
        Sync(device);
        AllAreHere(device);
        Assert.Empty(device.Unacknowledged());
    }

    [Fact]
    public void A_flash_without_room_for_an_acknowledgement_gets_it_by_freeing_what_is_acknowledged()
    {
        FieldDevice device = new();
        for (int i = 0; i < 12; i++)
        {
            device.AddRecord(900);
        }

        device.Flash.Capacity = device.Flash.TotalBytes + 20;
        Sync(device);
        AllAreHere(device);
        Assert.Empty(device.Unacknowledged());
    }

    private static FieldDevice Loaded()
    {
        FieldDevice device = new();
        device.AddRecord(300);
        device.AddRecord(700);
        device.AddRecord(40);
        return device;
    }

    private SyncResult Sync(FieldDevice device, IRecordHub? hub = null, string? store = null)
    {
        using RecordStore records = new(store ?? _folder.FullName, device.Id);
        using LinkClient client = device.Client();
        Assert.Equal(device.Id, client.OpenSession(device.LinkKey));
        SyncResult result = new DeviceSync(client, device.Id, records, hub, device.RecordKey).Run(CancellationToken.None);
        client.CloseSession();
        return result;
    }

    private void AllAreHere(FieldDevice device, string? folder = null)
    {
        using RecordStore store = new(folder ?? _folder.FullName, device.Id);
        Assert.Equal(device.Stored.Keys, store.Sequences);
        foreach ((int sequence, byte[] record) in device.Stored)
        {
            byte[] here = store.Read(sequence);
            Assert.True(RecordSeal.Verify(device.RecordKey, device.Id, sequence, here));
            Assert.Equal(record, RecordSeal.Unsealed(here));
        }
    }

    private static void AcknowledgedAreSafe(FieldDevice device, string folder)
    {
        using RecordStore store = new(folder, device.Id);
        foreach (int sequence in device.Stored.Keys.Except(device.Unacknowledged()))
        {
            Assert.Equal(device.Stored[sequence], RecordSeal.Unsealed(store.Read(sequence)));
        }
    }

    /// <summary>A store of its own, which can suffer a power cut: what was not flushed may be short, or zeros.</summary>
    private sealed class TemporaryStore(string parent) : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(parent, Guid.NewGuid().ToString("N"));

        public void LosePower(Random random)
        {
            foreach (string file in Directory.EnumerateFiles(Path, "*.part", SearchOption.AllDirectories))
            {
                byte[] bytes = File.ReadAllBytes(file);
                int kept = random.Next(bytes.Length + 1);
                File.WriteAllBytes(file, random.Next(2) == 0 ? bytes[..kept] : [.. bytes[..kept], .. new byte[bytes.Length - kept]]);
            }
        }

        public void Dispose()
        {
            if (Directory.Exists(Path))
            {
                Directory.Delete(Path, recursive: true);
            }
        }
    }
}
