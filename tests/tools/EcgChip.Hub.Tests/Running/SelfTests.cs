using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Hub.Tests.Running;

/// <summary>Records of self-tests.</summary>
internal static class SelfTests
{
    /// <summary>One with two lines, of which the battery's fails below 3000 mV.</summary>
    internal static byte[] Record(long device, int sequence, int batteryMillivolts)
    {
        SelfTestLines lines = new(200);
        lines.Add("BATTERY MV", SelfTestVerdict.Passed, SelfTestUnit.Millivolts, batteryMillivolts, 3000, 4450);
        lines.Add("FLASH 512", SelfTestVerdict.Passed, SelfTestUnit.None, 0, SelfTestLines.NoLeast, SelfTestLines.NoMost);
        return new SelfTestRecord
        {
            DeviceId = device,
            Sequence = sequence,
            UnixMs = 1_772_438_400_000,
            FirmwareMajor = 1,
            FirmwareMinor = 2,
            FirmwarePatch = 3,
            Models = [new ModelReference(ModelRole.Live, "bedside", "7f305bfbd21bdc89")],
            Lines = lines,
        }.Encode();
    }
}
