using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Formats.Sealing;
using EcgChip.Records;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Formats.Recordings;

/// <summary>From a record's bytes to a <see cref="StoredRecording"/>, or to one sentence that says why not.</summary>
internal static class StoredRecordingReader
{
    // Five minutes that cannot be packed at all take 112 KB.
    private const int MostBytes = 1 << 20;

    private static readonly long EarliestMs = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long LatestMs = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Reads a file.</summary>
    /// <exception cref="RecordingException">It cannot be used.</exception>
    public static StoredRecording Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
        {
            throw new RecordingException($"{path} is a folder: give the path of a stored record in it (.rec).");
        }

        if (!File.Exists(path))
        {
            throw new RecordingException($"There is no record {path}: check the path.");
        }

        if (RecordingFile.Length(path) > MostBytes)
        {
            throw new RecordingException($"{path} is too long for a stored record: give a .rec file.");
        }

        return Read(RecordingFile.ReadBytes(path), path);
    }

    /// <summary>Reads bytes.</summary>
    /// <exception cref="RecordingException">They cannot be used.</exception>
    public static StoredRecording Read(ReadOnlySpan<byte> bytes, string name)
    {
        // The reader's contents refer to its bytes, so they get an array of their own.
        byte[] record = RecordSeal.Unsealed(bytes).ToArray();
        if (SelfTestRecord.IsOne(record))
        {
            throw new RecordingException($"{name} is the record of a self-test, in which there is no ECG: give the record of a recording.");
        }

        RecordStatus status = RecordReader.TryRead(record, 0, record.Length, out RecordContents contents);
        return status == RecordStatus.Ok ? From(contents) : throw new RecordingException($"{name} {Reason(status)}.");
    }

    private static string Reason(RecordStatus status) => status switch
    {
        RecordStatus.TooShort => "is cut off: copy it again from its source",
        RecordStatus.BadMagic => "is no stored record: give a .rec file",
        RecordStatus.UnsupportedVersion => "was written by a later version of the firmware: read it with a later version of this program",
        RecordStatus.BadCrc => "is damaged, its checksum does not fit: copy it again from its source",
        _ => "contradicts itself, though its checksum is right: tell who makes the firmware",
    };

    private static StoredRecording From(RecordContents contents)
    {
        RecordSummary summary = contents.Summary;
        StoredModel[] models = [.. Each(contents.ModelCount, i => Model(contents.Model(i)))];
        BeatList beats = contents.Beats;
        FindingList findings = contents.Findings;
        return new StoredRecording
        {
            DeviceId = contents.DeviceId,
            Sequence = contents.Sequence,
            PatientNumber = contents.PatientNumber == 0 ? null : contents.PatientNumber,
            Start = contents.StartKnown && contents.StartUnixMs >= EarliestMs && contents.StartUnixMs <= LatestMs
                ? DateTimeOffset.FromUnixTimeMilliseconds(contents.StartUnixMs)
                : null,
            SampleRate = contents.SampleRate,
            UnitsPerMillivolt = contents.UnitsPerMillivolt,
            FrontEndGain = contents.FrontEndGain == 0 ? null : contents.FrontEndGain,
            MainsFrequency = contents.MainsFrequency == 0 ? null : contents.MainsFrequency,
            Samples = Samples(contents),
            Beats = [.. Each(beats.Count, i => Beat(beats, i, models))],
            Gaps = [.. Each(contents.Gaps.Count, i => new SampleStretch(contents.Gaps.Start(i), contents.Gaps.Length(i)))],
            Findings =
            [
                .. Each(findings.Count, i => new RhythmFinding(
                    (FindingCode)findings.Code(i), findings.Times(i), findings.Value(i), findings.Start(i), findings.End(i))),
            ],
            Models = models,
            HeartRate = new HeartRates(
                Known(summary.MeanHeartRate), Known(summary.LowestHeartRate), Known(summary.HighestHeartRate), Known(summary.SdnnMs), Known(summary.RmssdMs)),
            Signal = new SignalTime(
                Known(summary.GoodSamples), Known(summary.PoorSamples), Known(summary.NoContactSamples), Known(summary.LateSamples)),
            Answer = (ScreeningAnswer?)Known(summary.Answer),
            Infarction = Known(summary.InfarctionScore) is int score
                ? new InfarctionScore(score / (double)RecordSummary.CertainInfarction, summary.InfarctionPatients)
                : null,
        };
    }

    private static IEnumerable<T> Each<T>(int count, Func<int, T> make) => Enumerable.Range(0, count).Select(make);

    private static int? Known(int number) => number == RecordSummary.NotKnown ? null : number;

    // CA1308 has user names in mind; roles are written in lower case everywhere.
#pragma warning disable CA1308
    private static StoredModel Model(ModelReference model) => new(model.Role.ToString().ToLowerInvariant(), model.Name, model.Hash);
#pragma warning restore CA1308

    private static StoredBeat Beat(BeatList beats, int beat, StoredModel[] models)
    {
        int beatClass = beats.Class(beat);
        int model = beats.ModelIndex(beat);
        bool known = beatClass != BeatList.Unclassified;
        return new StoredBeat(
            beats.SampleIndex(beat),
            known ? (AamiClass)beatClass : null,
            known ? beats.Confidence(beat) / (double)BeatList.LargestConfidence : null,
            model == BeatList.NoModel ? null : models[model]);
    }

    private static short[] Samples(RecordContents contents)
    {
        SampleUnpacker unpacker = new();
        unpacker.Begin(contents.PackedBytes, contents.PackedOffset, contents.PackedCount);
        short[] samples = new short[contents.SampleCount];
        unpacker.Read(samples, 0, samples.Length);
        return samples;
    }
}
