using System;
using EcgChip.Formats.Sealing;
using EcgChip.Records;

namespace EcgChip.Hub.Load;

/// <summary>One recording of 60 s that is given out as many records, each of another device, number and time. For one thread.</summary>
internal sealed class RecordDraft
{
    // One in eight fast, one in four with ventricular beats.
    private const int FastEvery = 8;
    private const int EctopicEvery = 4;

    private readonly RecordContents contents;

    internal RecordDraft(int seed) => contents = new SyntheticRecording(seed)
    {
        VentricularPercent = seed % EctopicEvery == 0 ? 10 : 0,
        Rate = seed % FastEvery == 1 ? 135 : 60 + (seed % 30),
    }.Contents();

    /// <summary>A record as it is sent, with its seal.</summary>
    internal byte[] Sealed(ReadOnlySpan<byte> deviceKey, long deviceId, int sequence, DateTime start)
    {
        contents.DeviceId = deviceId;
        contents.Sequence = sequence;
        contents.SetStart(Clock.UnixMs(start));
        byte[] record = SyntheticRecording.Written(contents);
        return [.. record, .. RecordSeal.Make(DeviceKeys.Record(deviceKey), deviceId, sequence, record)];
    }
}
