using System;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Formats.Recordings;
using EcgChip.Formats.Sealing;
using EcgChip.Formats.Tests.Wfdb;
using EcgChip.Records;
using EcgChip.Records.Link;
using EcgChip.Records.Tests;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Formats.Tests.Recordings;

public sealed class StoredRecordingTests
{
    [Fact]
    public void Everything_that_a_record_says_is_told()
    {
        StoredRecording recording = StoredRecording.Read(RecordSamples.Write(RecordSamples.Small()));
        Assert.Equal((0x0102030405060708, "0102030405060708", 7, 1234), (recording.DeviceId, recording.DeviceName, recording.Sequence, recording.PatientNumber));
        Assert.Equal(DateTimeOffset.Parse("2023-11-14T22:13:20.123Z", System.Globalization.CultureInfo.InvariantCulture), recording.Start);
        Assert.Equal((125, 200, 400, 50), (recording.SampleRate, recording.UnitsPerMillivolt, recording.FrontEndGain, recording.MainsFrequency));
        Assert.Equal([0, 5, 4, 1004, 1004, 0, 0, 0], recording.Samples);
        Assert.Equal(0.064, recording.Seconds);
        StoredModel seed = new("representative", "seed", "00ff123456789abc");
        Assert.Equal([seed], recording.Models);
        Assert.Equal(
            [new StoredBeat(0, AamiClass.N, 250 / 255.0, seed), new StoredBeat(3, AamiClass.V, 128 / 255.0, seed), new StoredBeat(7, null, null, null)],
            recording.Beats);
        Assert.Equal([1, 0, 1, 0, 0], recording.Counts);
        Assert.Equal(1, recording.Unclassified);
        Assert.Equal([new SampleStretch(1, 1), new SampleStretch(5, 2)], recording.Gaps);
        Assert.Equal([new RhythmFinding(FindingCode.AtrialFibrillation, 2, 300, 1, 6)], recording.Findings);
        Assert.Equal(new HeartRates(74, null, null, null, 35), recording.HeartRate);
        Assert.Equal(new SignalTime(null, null, 3, 2), recording.Signal);
        Assert.Null(recording.Signal.GoodPercent);
        Assert.Equal((ScreeningAnswer.ShowADoctor, "show-a-doctor"), (recording.Answer, recording.AnswerName));
        Assert.Equal(new InfarctionScore(200 / 255.0, 26), recording.Infarction);
        Assert.True(recording.Infarction!.ResearchOnly);
    }

    [Fact]
    public void What_a_record_does_not_know_is_null()
    {
        RecordContents contents = new(0, 1, 0);
        contents.SetSamples(RecordSamples.Pack([]));
        StoredRecording recording = StoredRecording.Read(RecordSamples.Write(contents));
        Assert.Equal(
            (null, null, null, null, null, null),
            (recording.PatientNumber, recording.Start, recording.FrontEndGain, recording.MainsFrequency, recording.Answer, recording.Infarction));
        Assert.Null(recording.AnswerName);
        Assert.Equal((0, 0), (recording.Samples.Count, recording.Beats.Count));
    }

    [Fact]
    public void A_start_that_no_calendar_has_is_not_known()
    {
        RecordContents contents = RecordSamples.Small();
        contents.SetStart(long.MaxValue);
        Assert.Null(StoredRecording.Read(RecordSamples.Write(contents)).Start);
        contents.SetStart(DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
        Assert.Equal(9999, StoredRecording.Read(RecordSamples.Write(contents)).Start!.Value.Year);
    }

    [Fact]
    public void Shares_of_the_signal_are_of_what_was_judged()
    {
        SignalTime time = new(int.MaxValue, int.MaxValue, 0, null);
        Assert.Equal((50.0, 50.0, 0.0), (time.GoodPercent, time.PoorPercent, time.NoContactPercent));
        Assert.Null(new SignalTime(0, 0, 0, 0).GoodPercent);
    }

    [Fact]
    public void Every_record_of_the_firmware_is_read_with_a_seal_and_without()
    {
        RecordSamples.Any.Sample(contents =>
        {
            byte[] record = RecordSamples.Write(contents);
            StoredRecording recording = StoredRecording.Read(record);
            byte[] key = new byte[DeviceKeys.Bytes];
            byte[] isSealed = [.. record, .. RecordSeal.Make(key, contents.DeviceId, contents.Sequence, record)];
            StoredRecording same = StoredRecording.Read(isSealed);
            Assert.Equal(contents.SampleCount, recording.Samples.Count);
            Assert.Equal(contents.Beats.Count, recording.Beats.Count);
            Assert.Equal(recording.Samples, same.Samples);
            Assert.Equal(recording.Beats, same.Beats);
            Assert.Equal((recording.DeviceId, recording.Sequence, recording.Start), (same.DeviceId, same.Sequence, same.Start));
        });
    }

    [Fact]
    public void Whatever_the_bytes_they_are_read_or_refused_in_one_sentence()
    {
        Gen.Select(RecordSamples.Any.Select(contents => RecordSamples.Write(contents)), Gen.Int[0, 1 << 20], Gen.Byte, Gen.Bool).Sample((record, at, value, sums) =>
        {
            record[at % record.Length] = value;
            try
            {
                StoredRecording.Read(sums ? RecordSamples.WithCrc(record) : record);
            }
            catch (RecordingException refusal)
            {
                Assert.Matches(@"^The record [^.]*: [^:]*(\.rec)?[^.]*\.$", refusal.Message);
            }
        });
    }

    [Fact]
    public void A_damaged_record_is_refused_by_what_is_wrong_with_it()
    {
        byte[] record = RecordSamples.Write(RecordSamples.Small());
        byte[] changed = [.. record];
        changed[40] ^= 1;
        byte[] later = [.. record];
        later[4] = 2;
        byte[] senseless = [.. record];
        senseless[12 + 6 + 21] = 0;
        senseless[12 + 6 + 22] = 0;
        Refused("is cut off: copy it again", record[..^1]);
        Refused("is cut off: copy it again", []);
        Refused("is damaged, its checksum does not fit", changed);
        Refused("was written by a later version", later);
        Refused("is no stored record: give a .rec file", [1, 2, 3, 4, 5]);
        Refused("contradicts itself", RecordSamples.WithCrc(senseless));
        Refused("contradicts itself", [.. record, 0]);
    }

    [Fact]
    public void The_record_of_a_self_test_is_told_from_one_of_a_recording()
    {
        byte[] test = new SelfTestRecord { DeviceId = 1, Sequence = 2, Lines = new SelfTestLines(0) }.Encode();
        Refused("is the record of a self-test, in which there is no ECG", test);
        Refused("is the record of a self-test", [.. test, .. RecordSeal.Make(new byte[DeviceKeys.Bytes], 1, 2, test)]);
    }

    [Fact]
    public void A_file_that_is_none_is_refused_by_its_path()
    {
        using TemporaryFolder folder = new();
        string large = folder["large.rec"];
        using (FileStream file = File.Create(large))
        {
            file.SetLength((1 << 20) + 1);
        }

        Assert.Equal($"There is no record {folder["a.rec"]}: check the path.", Message(folder["a.rec"]));
        Assert.Equal($"{folder[""]} is a folder: give the path of a stored record in it (.rec).", Message(folder[""]));
        Assert.Equal($"{large} is too long for a stored record: give a .rec file.", Message(large));
        Assert.StartsWith(folder["b.rec"] + " is no stored record", Message(folder.Text("b.rec", "no record")), StringComparison.Ordinal);
        byte[] record = RecordSamples.Write(RecordSamples.Small());
        Assert.Equal(8, StoredRecording.Open(folder.Bytes("c.rec", record)).Samples.Count);
    }

    private static string Message(string path) => Assert.Throws<RecordingException>(() => StoredRecording.Open(path)).Message;

    private static void Refused(string because, byte[] bytes) =>
        Assert.StartsWith($"The record {because}", Assert.Throws<RecordingException>(() => StoredRecording.Read(bytes)).Message, StringComparison.Ordinal);
}
