using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Records.Tests;

/// <summary>Records for tests: arbitrary ones, and one small one whose every number is known.</summary>
internal static class RecordSamples
{
    private static readonly Gen<string> Hash = Gen.ULong.Select(value => value.ToString("x16", null));

    private static readonly Gen<string> Name =
        Gen.Char[' ', '~'].Array[1, ModelReference.LongestName].Select(characters => new string(characters));

    private static readonly Gen<ModelReference> Model =
        Gen.Select(Gen.Enum<ModelRole>(), Name, Hash, (role, name, hash) => new ModelReference(role, name, hash));

    private static readonly Gen<int> SummaryNumber =
        Gen.OneOf(Gen.Const(RecordSummary.NotKnown), Gen.Int[0, 300], Gen.Int[0, int.MaxValue]);

    /// <summary>Records of every shape: without beats, gaps, models or samples too.</summary>
    public static readonly Gen<RecordContents> Any =
        from signal in Gen.Short[-600, 600].Array[0, 500]
        from models in Model.Array[0, RecordContents.ModelCapacity]
        from beats in Gen.Select(Gen.Int[1, 400], Gen.Int[0, 5], Gen.Byte, Gen.Byte).Array[0, 30]
        from gaps in Gen.Select(Gen.Int[1, 200], Gen.Int[1, 200]).Array[0, 6]
        from findings in Gen.Select(Gen.Int[1, 255], Gen.Int[1, 300], Gen.Int[0, 1 << 20], Gen.Int[0, 500], Gen.Int[0, 500])
            .Array[0, FindingList.UsualCapacity]
        from summary in SummaryNumber.Array[18]
        from ids in Gen.Select(Gen.Long, Gen.Int, Gen.Bool, Gen.Long, Gen.OneOf(Gen.Const(0), Gen.Int[0, int.MaxValue]))
        from settings in Gen.Select(Gen.Int[1, 65535], Gen.Int[1, 65535], Gen.Int[0, 65535], Gen.Int[0, 255])
        select Make(signal, models, beats, gaps, findings, summary, ids, settings);

    /// <summary>Three beats, two gaps, one model, one finding, eight samples.</summary>
    public static RecordContents Small()
    {
        RecordContents contents = new(10, 10) { DeviceId = 0x0102030405060708, Sequence = 7, PatientNumber = 1234, FrontEndGain = 400, MainsFrequency = 50 };
        contents.SetStart(1_700_000_000_123);
        contents.AddModel(new ModelReference(ModelRole.Representative, "seed", "00FF123456789abc"));
        contents.Beats.Add(0, 0, 250, 0);
        contents.Beats.Add(3, 2, 128, 0);
        contents.Beats.Add(7, BeatList.Unclassified, 0, BeatList.NoModel);
        contents.Gaps.Mark(1, 1);
        contents.Gaps.Mark(5, 2);
        contents.Findings.Add(4, 2, 300, 1, 6);
        contents.Summary.MeanHeartRate = 74;
        contents.Summary.ClassCounts[2] = 1;
        contents.Summary.NoContactSamples = 3;
        contents.Summary.LateSamples = 2;
        contents.Summary.Answer = 1;
        contents.Summary.RmssdMs = 35;
        contents.Summary.InfarctionScore = 200;
        contents.Summary.InfarctionPatients = 26;
        contents.SetSamples(Pack([0, 5, 4, 1004, 1004, 0, 0, 0]));
        return contents;
    }

    public static SamplePacker Pack(short[] signal)
    {
        SamplePacker packer = new(new byte[3 * signal.Length]);
        foreach (short sample in signal)
        {
            packer.Append([sample], 0, 0, 1);
        }

        return packer;
    }

    public static byte[] Write(RecordContents contents, int pageBytes = 256)
    {
        RecordWriter writer = new();
        writer.Begin(contents);
        return ReadAll(writer, pageBytes);
    }

    public static byte[] ReadAll(RecordWriter writer, int pageBytes)
    {
        List<byte> record = [];
        byte[] page = new byte[pageBytes + 2];
        int count;
        while ((count = writer.Read(page, 1, pageBytes)) > 0)
        {
            record.AddRange(page.AsSpan(1, count));
        }

        return [.. record];
    }

    /// <summary>Puts the right checksum at a record's end, after something in it was changed.</summary>
    public static byte[] WithCrc(byte[] record)
    {
        byte[] sound = [.. record];
        BitConverter.TryWriteBytes(sound.AsSpan(sound.Length - 4), Crc32.Compute(sound, 0, sound.Length - 4));
        return sound;
    }

    /// <summary>Everything that a record says, as text.</summary>
    public static string Describe(RecordContents contents)
    {
        SampleUnpacker unpacker = new();
        unpacker.Begin(contents.PackedBytes, contents.PackedOffset, contents.PackedCount);
        short[] samples = new short[contents.SampleCount];
        Assert.Equal(samples.Length, unpacker.Read(samples, 0, samples.Length));
        BeatList beats = contents.Beats;
        GapList gaps = contents.Gaps;
        FindingList findings = contents.Findings;
        RecordSummary summary = contents.Summary;
        IEnumerable<object> parts =
        [
            contents.DeviceId, contents.PatientNumber, contents.Sequence, contents.StartKnown, contents.StartKnown ? contents.StartUnixMs : "unknown",
            contents.SampleRate, contents.UnitsPerMillivolt, contents.FrontEndGain, contents.MainsFrequency,
            summary.MeanHeartRate, summary.LowestHeartRate, summary.HighestHeartRate, string.Join(',', summary.ClassCounts),
            summary.UnclassifiedCount, summary.GoodSamples, summary.PoorSamples, summary.NoContactSamples, summary.LateSamples,
            summary.Answer, summary.SdnnMs, summary.RmssdMs, summary.InfarctionScore, summary.InfarctionPatients,
            .. Enumerable.Range(0, contents.ModelCount).Select(contents.Model).Select(model => $"{model.Role} {model.Name} {model.Hash}"),
            .. Enumerable.Range(0, beats.Count).Select(i =>
                $"beat {beats.SampleIndex(i)} {beats.Class(i)} {beats.Confidence(i)} {beats.ModelIndex(i)}"),
            .. Enumerable.Range(0, gaps.Count).Select(i => $"gap {gaps.Start(i)} {gaps.Length(i)}"),
            .. Enumerable.Range(0, findings.Count).Select(i =>
                $"finding {findings.Code(i)} {findings.Times(i)} {findings.Value(i)} {findings.Start(i)} {findings.End(i)}"),
            string.Join(',', samples),
        ];
        return string.Join('\n', parts);
    }

    private static RecordContents Make(
        short[] signal, ModelReference[] models, (int, int, byte, byte)[] beats, (int, int)[] gaps,
        (int, int, int, int, int)[] findings, int[] summary,
        (long Device, int Sequence, bool StartKnown, long Start, int Patient) ids, (int Rate, int Units, int Gain, int Mains) settings)
    {
        RecordContents contents = new(beats.Length, gaps.Length + 1)
        {
            DeviceId = ids.Device, Sequence = ids.Sequence, PatientNumber = ids.Patient,
            SampleRate = settings.Rate, UnitsPerMillivolt = settings.Units, FrontEndGain = settings.Gain, MainsFrequency = settings.Mains,
        };
        if (ids.StartKnown)
        {
            contents.SetStart(ids.Start);
        }

        foreach (ModelReference model in models)
        {
            contents.AddModel(model);
        }

        int sample = -1;
        foreach ((int distance, int beatClass, byte confidence, byte model) in beats)
        {
            sample += distance;
            if (sample < signal.Length)
            {
                int modelIndex = model < models.Length ? model : BeatList.NoModel;
                contents.Beats.Add(sample, beatClass < BeatList.ClassCount ? beatClass : BeatList.Unclassified, confidence, modelIndex);
            }
        }

        int end = -1;
        foreach ((int distance, int length) in gaps)
        {
            int start = end + distance;
            end = start + length;
            if (end <= signal.Length)
            {
                contents.Gaps.Mark(start, length);
            }
        }

        foreach ((int code, int times, int value, int start, int length) in findings)
        {
            if (start + length < signal.Length)
            {
                contents.Findings.Add(code, times, value, start, start + length);
            }
        }

        RecordSummary to = contents.Summary;
        (to.MeanHeartRate, to.LowestHeartRate, to.HighestHeartRate) = (summary[0], summary[1], summary[2]);
        to.UnclassifiedCount = summary[3];
        (to.GoodSamples, to.PoorSamples, to.NoContactSamples, to.LateSamples) = (summary[4], summary[5], summary[6], summary[7]);
        summary.AsSpan(8, BeatList.ClassCount).CopyTo(to.ClassCounts);
        (to.Answer, to.SdnnMs, to.RmssdMs) = (summary[13], summary[14], summary[15]);
        if (summary[16] != RecordSummary.NotKnown && summary[17] != RecordSummary.NotKnown)
        {
            (to.InfarctionScore, to.InfarctionPatients) = (summary[16] % (RecordSummary.CertainInfarction + 1), summary[17]);
        }

        contents.SetSamples(Pack(signal));
        return contents;
    }
}
