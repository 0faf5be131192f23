using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link.Verbs
{
    /// <summary>Who the device is, and how it is. Nothing of a patient is in it: it is told to whoever asks.</summary>
    internal static class HelloVerb
    {
        private const int UnknownMillivolts = 0xFFFF;
        private const int ClockKnownFlag = 1;
        private const int KeySetFlag = 2;

        internal static void Answer(LinkServer server, LinkCall call)
        {
            if (call.Length != 0)
            {
                call.Refuse(LinkRefusal.Malformed, 0);
                return;
            }

            long time = server.Settings.ClockUnixMs(server.NowUs());
            FrameWriter writer = call.Answer();
            writer.PutInt64(server.Settings.DeviceId);
            writer.PutByte(FirmwareVersion.Major);
            writer.PutByte(FirmwareVersion.Minor);
            writer.PutByte(FirmwareVersion.Patch);
            writer.PutByte((time != 0 ? ClockKnownFlag : 0) | (server.Settings.HasKey ? KeySetFlag : 0));
            writer.PutInt64(time);
            writer.PutInt16(server.Battery == null ? UnknownMillivolts : server.Battery.Millivolts());
            RecordLog log = server.Log;
            writer.PutInt32(log == null ? -1 : log.RecordCount);
            writer.PutInt32(log == null ? -1 : log.NextSequence);
            RecordContents contents = server.Contents;
            int models = contents == null ? 0 : contents.ModelCount;
            writer.PutByte(models);
            for (int i = 0; i < models; i++)
            {
                writer.PutModel(contents.Model(i));
            }
        }
    }
}
