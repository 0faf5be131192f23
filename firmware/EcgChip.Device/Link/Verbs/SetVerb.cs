using EcgChip.Device.Seams;
using EcgChip.Device.Security;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link.Verbs
{
    /// <summary>
    /// Settings. A device without a key takes them from whoever is at its cable. One that has a key takes them within a session, or together with that very
    /// key: whoever flashes a board once more has it, and needs no session for it.
    /// </summary>
    internal static class SetVerb
    {
        internal static void Answer(LinkServer server, LinkCall call)
        {
            IDeviceSettings settings = server.Settings;
            SettingsRequest wanted = new SettingsRequest();
            if (!wanted.Read(call.Frame, call.Offset, call.Length, settings))
            {
                call.Refuse(wanted.Refusal, wanted.Detail);
                return;
            }

            SettingsChange change = wanted.Change;
            if (change.HasAny && call.Session == null && settings.HasKey && !BringsTheKey(change, settings))
            {
                call.Refuse(LinkRefusal.NeedsSession, 0);
                return;
            }

            if (change.HasKept && !settings.Save(change))
            {
                call.Refuse(LinkRefusal.StorageFailed, 0);
                return;
            }

            if (change.Has(LinkSetting.Clock))
            {
                settings.SetClock(change.ClockUnixMs, server.NowUs());
            }

            Tell(settings, server.NowUs(), call.Answer());
        }

        private static bool BringsTheKey(SettingsChange change, IDeviceSettings settings)
        {
            byte[] key = new byte[LinkSetting.KeyBytes];
            return change.Has(LinkSetting.Key) && settings.ReadKey(key) && ConstantTime.AreEqual(key, 0, change.Key, 0, key.Length);
        }

        private static void Tell(IDeviceSettings settings, long nowUs, FrameWriter writer)
        {
            PutLong(writer, LinkSetting.DeviceId, settings.DeviceId);
            PutByte(writer, LinkSetting.Key, settings.HasKey ? 1 : 0);
            PutLong(writer, LinkSetting.Clock, settings.ClockUnixMs(nowUs));
            PutByte(writer, LinkSetting.Mains, settings.MainsHz);
            writer.PutByte(LinkSetting.RecordingSeconds);
            writer.PutByte(2);
            writer.PutInt16(settings.RecordingSeconds);
            PutByte(writer, LinkSetting.Language, settings.Language);
            PutByte(writer, LinkSetting.Brightness, settings.Brightness);
        }

        private static void PutLong(FrameWriter writer, int setting, long value)
        {
            writer.PutByte(setting);
            writer.PutByte(8);
            writer.PutInt64(value);
        }

        private static void PutByte(FrameWriter writer, int setting, int value)
        {
            writer.PutByte(setting);
            writer.PutByte(1);
            writer.PutByte(value);
        }
    }
}
