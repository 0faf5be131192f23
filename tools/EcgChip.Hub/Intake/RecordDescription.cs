using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using EcgChip.Formats.Sealing;
using EcgChip.Hub.Data;
using EcgChip.Records;

namespace EcgChip.Hub.Intake;

/// <summary>Reads from a genuine record what lists and the fleet's page need of it. Whatever the bytes are, there is a description.</summary>
internal static class RecordDescription
{
    // As in every record: behind its four letters.
    private const int MajorVersionPlace = 4;

    // A clock that says it is later than now by more than this is wrong, and would hold its recording at the top of every list.
    private static readonly TimeSpan ClockMayBeAhead = TimeSpan.FromDays(1);

    // A device's clock is set from 2024 on; what is before was never set by anybody.
    private static readonly DateTime EarliestStart = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime LatestStart = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Describes a record.</summary>
    /// <param name="device">The device that sealed it.</param>
    /// <param name="sequence">The number that it is sealed under.</param>
    /// <param name="sealedRecord">Record and seal.</param>
    /// <param name="receivedAt">When it came.</param>
    /// <param name="receivedFrom">Who brought it.</param>
    /// <param name="selfTest">The self-test, where it is a sound one.</param>
    internal static StoredRecord Of(
        Device device, int sequence, byte[] sealedRecord, DateTime receivedAt, string receivedFrom, out SelfTestRecord? selfTest)
    {
        StoredRecord row = new()
        {
            DeviceId = device.Id,
            Sequence = sequence,
            Kind = RecordKind.Unreadable,
            Health = RecordHealth.Damaged,
            ReceivedAt = receivedAt,
            ReceivedFrom = receivedFrom,
            ListedAt = receivedAt,
            Village = device.Village,
            Waiting = true,
            Answer = ListedAnswer.Repeat,
            Models = "",
            Length = sealedRecord.Length,
            Sha256 = SHA256.HashData(sealedRecord),
            Content = new RecordContent { DeviceId = device.Id, Sequence = sequence, Bytes = sealedRecord },
        };
        byte[] record = RecordSeal.Unsealed(sealedRecord).ToArray();
        selfTest = null;
        if (SelfTestRecord.IsOne(record))
        {
            selfTest = SelfTestRecord.Decode(record);
            SelfTest(row, record, selfTest);
        }
        else
        {
            Recording(row, record);
        }

        foreach (RecordFinding finding in row.Findings)
        {
            finding.ListedAt = row.ListedAt;
            finding.Waiting = row.Waiting;
        }

        return row;
    }

    private static void SelfTest(StoredRecord row, byte[] record, SelfTestRecord? selfTest)
    {
        row.Kind = RecordKind.SelfTest;
        row.Waiting = false;
        row.Answer = ListedAnswer.NoFinding;
        if (selfTest is null)
        {
            row.Health = record[MajorVersionPlace] != SelfTestRecord.MajorVersion ? RecordHealth.NewerVersion : RecordHealth.Damaged;
            return;
        }

        row.Health = selfTest.DeviceId == row.DeviceId && selfTest.Sequence == row.Sequence ? RecordHealth.Sound : RecordHealth.OtherOrigin;
        row.Models = Names(selfTest.Models);
        Start(row, selfTest.UnixMs != 0 ? selfTest.UnixMs : null);
    }

    private static void Recording(StoredRecord row, byte[] record)
    {
        RecordStatus status = RecordReader.TryRead(record, 0, record.Length, out RecordContents? contents);
        bool begins = status != RecordStatus.BadMagic && (status != RecordStatus.TooShort || record.AsSpan().StartsWith("ECGR"u8));
        row.Kind = begins ? RecordKind.Recording : RecordKind.Unreadable;
        row.Health = status switch
        {
            RecordStatus.Ok => contents!.DeviceId == row.DeviceId && contents.Sequence == row.Sequence ? RecordHealth.Sound : RecordHealth.OtherOrigin,
            RecordStatus.UnsupportedVersion => RecordHealth.NewerVersion,
            _ => RecordHealth.Damaged,
        };
        if (contents is null)
        {
            return;
        }

        RecordSummary summary = contents.Summary;
        row.DeviceAnswer = Answer(summary.Answer);
        row.Answer = row.DeviceAnswer ?? ListedAnswer.Repeat;
        row.PatientNumber = contents.PatientNumber > 0 ? contents.PatientNumber : null;
        row.SampleCount = contents.SampleCount;
        row.SampleRate = contents.SampleRate;
        row.MeanHeartRate = Known(summary.MeanHeartRate);
        row.LowestHeartRate = Known(summary.LowestHeartRate);
        row.HighestHeartRate = Known(summary.HighestHeartRate);
        row.NormalBeats = Known(summary.ClassCounts[0]);
        row.SupraventricularBeats = Known(summary.ClassCounts[1]);
        row.VentricularBeats = Known(summary.ClassCounts[2]);
        row.FusionBeats = Known(summary.ClassCounts[3]);
        row.OtherBeats = Known(summary.ClassCounts[4]);
        row.UnclassifiedBeats = Known(summary.UnclassifiedCount);
        row.GoodSamples = Known(summary.GoodSamples);
        row.PoorSamples = Known(summary.PoorSamples);
        row.NoContactSamples = Known(summary.NoContactSamples);
        row.Models = Names(Enumerable.Range(0, contents.ModelCount).Select(contents.Model));
        Start(row, contents.StartKnown ? contents.StartUnixMs : null);
        for (int i = 0; i < contents.Findings.Count; i++)
        {
            // A device writes at most one of a code; lists rely on it.
            if (row.Findings.Exists(finding => finding.Code == contents.Findings.Code(i)))
            {
                continue;
            }

            row.Findings.Add(new RecordFinding
            {
                DeviceId = row.DeviceId,
                Sequence = row.Sequence,
                Place = i,
                Code = contents.Findings.Code(i),
                Times = contents.Findings.Times(i),
                Value = contents.Findings.Value(i),
                StartSample = contents.Findings.Start(i),
                EndSample = contents.Findings.End(i),
            });
        }
    }

    private static void Start(StoredRecord row, long? unixMs)
    {
        if (unixMs is not { } known || known < Clock.UnixMs(EarliestStart) || known >= Clock.UnixMs(LatestStart))
        {
            return;
        }

        row.StartedAt = Clock.FromUnixMs(known);
        row.ListedAt = row.StartedAt <= row.ReceivedAt + ClockMayBeAhead ? row.StartedAt.Value : row.ReceivedAt;
    }

    // The device's order: 0 no finding, 1 show a doctor, 2 repeat.
    private static ListedAnswer? Answer(int answer) => answer switch
    {
        0 => ListedAnswer.NoFinding,
        1 => ListedAnswer.ShowADoctor,
        2 => ListedAnswer.Repeat,
        _ => null,
    };

    private static int? Known(int value) => value == RecordSummary.NotKnown ? null : value;

    private static string Names(IEnumerable<ModelReference> models) =>
        string.Join('\n', models.Select(model => $"{model.Role.ToString().ToLowerInvariant()} {model.Name} {model.Hash}"));
}
