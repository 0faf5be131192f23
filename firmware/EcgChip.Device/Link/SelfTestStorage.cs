using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link
{
    /// <summary>Puts a self-test into the log, as a record of its own.</summary>
    public static class SelfTestStorage
    {
        /// <summary>Appends a self-test; takes as long as the flash does.</summary>
        /// <param name="log">The log, open; null where there is none.</param>
        /// <param name="settings">Says which device it is.</param>
        /// <param name="nowUs">Microseconds since power-up.</param>
        /// <param name="lines">What was found.</param>
        /// <param name="live">The bedside network.</param>
        /// <param name="analysis">The seed network.</param>
        /// <param name="head">The head for infarction; null where there is none that fits.</param>
        /// <returns>False where it could not be stored.</returns>
        public static bool Store(
            RecordLog log, IDeviceSettings settings, long nowUs, SelfTestLines lines, Model live, Model analysis, HeadModel head)
        {
            if (log == null || !log.IsOpen)
            {
                return false;
            }

            SelfTestRecord record = new SelfTestRecord();
            record.Sequence = log.NextSequence;
            record.DeviceId = settings.DeviceId;
            record.UnixMs = settings.ClockUnixMs(nowUs);
            record.FirmwareMajor = FirmwareVersion.Major;
            record.FirmwareMinor = FirmwareVersion.Minor;
            record.FirmwarePatch = FirmwareVersion.Patch;
            record.Models = new ModelReference[head == null ? 2 : 3];
            record.Models[0] = new ModelReference(ModelRole.Live, live.Name, live.Hash);
            record.Models[1] = new ModelReference(ModelRole.Representative, analysis.Name, analysis.Hash);
            if (head != null)
            {
                record.Models[2] = new ModelReference(ModelRole.Infarction, head.Name, head.Hash);
            }

            record.Lines = lines;
            byte[] bytes = record.Encode();
            return log.BeginAppend(bytes.Length) == LogStatus.Ok && log.Write(bytes, 0, bytes.Length) == LogStatus.Ok && log.Commit() == LogStatus.Ok;
        }
    }
}
