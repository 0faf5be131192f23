using System;
using System.Linq;
using CsCheck;

namespace EcgChip.Records.Tests;

public class SettingsStoreTests
{
    private static readonly Gen<StoredSettings> Any =
        Gen.Select(Gen.Long, Gen.Int, Gen.Int, Gen.Int.Array[StoredSettings.NumberCount], Gen.Int, Gen.Int, Gen.Int)
            .Select((device, mains, seconds, numbers, language, brightness, patient) =>
            {
                StoredSettings settings = new()
                {
                    DeviceId = device, MainsHz = mains, RecordingSeconds = seconds, Language = language, Brightness = brightness,
                    PatientNumber = patient,
                };
                numbers.CopyTo(settings.Numbers, 0);
                return settings;
            });

    private static readonly Gen<byte[]> AnyKey = Gen.Byte.Array[SettingsStore.KeyBytes];

    [Fact]
    public void What_was_saved_last_is_loaded_whatever_it_is()
    {
        Gen.Select(Any.Array[1, 5], AnyKey).Sample((saved, key) =>
        {
            MemorySegmentStore store = new();
            SettingsStore settings = new(store);
            Assert.False(settings.ReadKey(new byte[SettingsStore.KeyBytes]));
            Assert.Equal(SettingsStatus.Ok, settings.SaveKey(saved[0], key));
            foreach (StoredSettings each in saved)
            {
                Assert.Equal(SettingsStatus.Ok, settings.Save(each));
                store.Cut(0);
                Assert.Equal((SettingsStatus.Ok, Describe(each)), Load(store));
            }

            byte[] read = new byte[SettingsStore.KeyBytes];
            Assert.True(settings.ReadKey(read));
            Assert.Equal(key, read);
            Assert.True(store.Segments().Length <= 2);
        });
    }

    [Fact]
    public void Without_any_the_defaults_are_loaded_whatever_stood_there()
    {
        StoredSettings settings = new() { DeviceId = 5, MainsHz = 60, Brightness = 1 };
        settings.Numbers[3] = 7;
        Assert.Equal(SettingsStatus.Defaults, new SettingsStore(new MemorySegmentStore()).Load(settings));
        Assert.Equal(Describe(new StoredSettings()), Describe(settings));
        Assert.Equal((50, 60, 3, 0L), (settings.MainsHz, settings.RecordingSeconds, settings.Brightness, settings.DeviceId));
    }

    [Fact]
    public void They_stand_byte_for_byte_as_the_format_describes_them()
    {
        MemorySegmentStore store = new();
        StoredSettings settings = new()
        {
            DeviceId = 0x0102030405060708, MainsHz = 60, RecordingSeconds = 300, Language = 1, Brightness = 5, PatientNumber = 70000,
        };
        settings.Numbers[0] = -2;
        settings.Numbers[5] = 9;
        byte[] key = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];
        new SettingsStore(store).SaveKey(settings, key);
        byte[] expected =
        [
            .. "ECGS"u8, 1, 1, 100, 0, 1, 0, 0, 0, 8, 7, 6, 5, 4, 3, 2, 1,
            60, 0, 0, 0, 44, 1, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 0x70, 0x11, 1, 0,
            254, 255, 255, 255, .. new byte[16], 9, 0, 0, 0, .. key,
        ];
        Assert.Equal([.. expected, .. BitConverter.GetBytes(Crc32.Compute(expected, 0, expected.Length))], store[LogFile.Settings(1)]);
    }

    [Fact]
    public void Any_changed_bit_brings_back_the_ones_before_and_says_so()
    {
        MemorySegmentStore whole = new();
        SettingsStore saver = new(whole);
        StoredSettings old = new() { DeviceId = 3, Brightness = 2 };
        saver.SaveKey(old, new byte[SettingsStore.KeyBytes]);
        saver.Save(new StoredSettings { DeviceId = 3, Brightness = 4 });
        for (int bit = 0; bit < 8 * whole.Length(LogFile.Settings(2)); bit++)
        {
            MemorySegmentStore store = whole.Copy();
            store.Flip(LogFile.Settings(2), bit);
            Assert.Equal((SettingsStatus.Previous, Describe(old)), Load(store));

            // The next ones are saved over the damaged ones.
            StoredSettings next = new() { DeviceId = 3, Brightness = 5 };
            Assert.Equal(SettingsStatus.Ok, new SettingsStore(store).Save(next));
            Assert.Equal((SettingsStatus.Ok, Describe(next)), Load(store));
            Assert.True(new SettingsStore(store).ReadKey(new byte[SettingsStore.KeyBytes]));
        }
    }

    [Fact]
    public void With_both_damaged_there_are_the_defaults_and_that_is_said()
    {
        MemorySegmentStore store = new();
        SettingsStore saver = new(store);
        saver.Save(new StoredSettings { DeviceId = 3 });
        saver.Save(new StoredSettings { DeviceId = 4 });
        store.Flip(LogFile.Settings(1), 200);
        store.Truncate(LogFile.Settings(2), 50);
        Assert.Equal((SettingsStatus.Damaged, Describe(new StoredSettings())), Load(store));
        Assert.Equal(SettingsStatus.Ok, saver.Save(new StoredSettings { DeviceId = 5 }));
        Assert.Equal(SettingsStatus.Previous, Load(store).Status);
        Assert.Equal(SettingsStatus.Ok, saver.Save(new StoredSettings { DeviceId = 6 }));
        Assert.Equal(SettingsStatus.Ok, Load(store).Status);
    }

    [Fact]
    public void A_newer_version_is_not_guessed_at()
    {
        MemorySegmentStore store = new();
        new SettingsStore(store).Save(new StoredSettings { DeviceId = 3 });
        byte[] image = store[LogFile.Settings(1)];
        image[4] = 2;
        BitConverter.TryWriteBytes(image.AsSpan(96), Crc32.Compute(image, 0, 96));
        store.Put(LogFile.Settings(1), image);
        Assert.Equal(SettingsStatus.Damaged, Load(store).Status);
    }

    /// <summary>The power fails behind each byte of the second and the third saving, and before each removal.</summary>
    [Fact]
    public void A_power_cut_at_any_byte_leaves_the_ones_before_or_the_new_ones()
    {
        StoredSettings[] all = [.. Enumerable.Range(0, 3).Select(i => new StoredSettings { DeviceId = 9, Brightness = i + 1 })];
        for (int saving = 0; saving < all.Length; saving++)
        {
            for (int kept = 0; kept <= 100; kept++)
            {
                MemorySegmentStore store = new();
                SettingsStore saver = new(store);
                for (int i = 0; i < saving; i++)
                {
                    saver.Save(all[i]);
                }

                byte[] image = Image(all[saving], saving);
                int target = LogFile.Settings((saving % 2) + 1);
                store.Delete(target);
                AssertOneOf(store, all, saving, SettingsStatus.Ok, SettingsStatus.Defaults);
                store.Append(target, image, 0, image.Length);
                store.Cut(kept);
                AssertOneOf(store, all, saving, SettingsStatus.Ok, SettingsStatus.Previous, SettingsStatus.Defaults, SettingsStatus.Damaged);
                Assert.Equal(SettingsStatus.Ok, new SettingsStore(store).Save(all[0]));
                Assert.Equal(Describe(all[0]), Load(store).Settings);
            }
        }
    }

    [Fact]
    public void A_store_that_fails_at_any_call_harms_neither_the_settings_nor_the_key()
    {
        for (int failing = 0; failing < 9; failing++)
        {
            MemorySegmentStore store = new();
            SettingsStore saver = new(store);
            byte[] key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
            StoredSettings old = new() { DeviceId = 1 };
            StoredSettings next = new() { DeviceId = 2 };
            saver.SaveKey(old, key);
            store.CallsToFailure = failing;
            SettingsStatus status = saver.Save(next);
            bool failed = store.CallsToFailure < 0;
            store.CallsToFailure = -1;
            Assert.Equal(failed ? SettingsStatus.StoreFailed : SettingsStatus.Ok, status);
            string[] expected = failed ? [Describe(old), Describe(next)] : [Describe(next)];
            Assert.Contains(Load(store).Settings, expected);
            byte[] read = new byte[32];
            Assert.True(saver.ReadKey(read));
            Assert.Equal(key, read);
        }
    }

    [Fact]
    public void Settings_are_saved_and_loaded_beside_a_log_that_does_not_notice()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store, 200);
        for (int i = 1; i < 6; i++)
        {
            LogHarness.Append(log, LogHarness.Payload(i, 50));
            new SettingsStore(log.Store).Save(new StoredSettings { Brightness = i });
            log = LogHarness.Open(store, 200);
            Assert.Equal((i, i + 1, 0), (log.UnsyncedCount, log.NextSequence, log.DamageCount));
        }

        Assert.Equal(SettingsStatus.Ok, Load(store).Status);
    }

    [Fact]
    public void A_key_of_another_length_is_a_programming_error()
    {
        SettingsStore settings = new(new MemorySegmentStore());
        Assert.Throws<ArgumentException>(() => settings.SaveKey(new StoredSettings(), new byte[31]));
        Assert.Throws<ArgumentException>(() => settings.ReadKey(new byte[33]));
        Assert.Throws<ArgumentNullException>(() => new SettingsStore(null!));
    }

    private static byte[] Image(StoredSettings settings, int savings)
    {
        MemorySegmentStore store = new();
        for (int i = 0; i <= savings; i++)
        {
            new SettingsStore(store).Save(settings);
        }

        return store[LogFile.Settings((savings % 2) + 1)];
    }

    private static void AssertOneOf(MemorySegmentStore store, StoredSettings[] all, int saving, params SettingsStatus[] statuses)
    {
        (SettingsStatus status, string settings) = Load(store);
        Assert.Contains(status, statuses);
        StoredSettings before = saving == 0 ? new StoredSettings() : all[saving - 1];
        Assert.Contains(settings, new[] { Describe(before), Describe(all[saving]) });
    }

    private static (SettingsStatus Status, string Settings) Load(MemorySegmentStore store)
    {
        StoredSettings settings = new() { DeviceId = 12345 };
        SettingsStatus status = new SettingsStore(store).Load(settings);
        return (status, Describe(settings));
    }

    private static string Describe(StoredSettings settings) => string.Join(
        ' ', settings.DeviceId, settings.MainsHz, settings.RecordingSeconds, settings.Language, settings.Brightness, settings.PatientNumber,
        string.Join(',', settings.Numbers));
}
