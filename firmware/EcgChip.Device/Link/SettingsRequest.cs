using System;
using EcgChip.Device.Seams;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link
{
    /// <summary>Reads what a request to set wants, and refuses the whole of it where anything cannot be.</summary>
    internal sealed class SettingsRequest
    {
        private const int Longest = 255;
        private const int LongBytes = 8;
        private const int ByteBits = 8;
        private const int EuropeanMains = 50;
        private const int AmericanMains = 60;
        private const int LeastBrightness = 1;
        private const int MostBrightness = 5;

        /// <summary>What is wanted.</summary>
        public readonly SettingsChange Change = new SettingsChange();

        /// <summary>A <see cref="LinkRefusal"/>; 0 where nothing is to be refused.</summary>
        public int Refusal { get; private set; }

        /// <summary>What tells more about it: the setting, or where the payload stops making sense.</summary>
        public int Detail { get; private set; }

        /// <summary>Reads a payload: settings one after the other, each its number, the length of its value, the value; none twice.</summary>
        /// <param name="bytes">Bytes that hold it.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="count">Its length.</param>
        /// <param name="settings">Says what there is to choose from.</param>
        /// <returns>False when it is to be refused.</returns>
        public bool Read(byte[] bytes, int offset, int count, IDeviceSettings settings)
        {
            int at = 0;
            while (at < count)
            {
                if (count - at < 2 || bytes[offset + at + 1] > count - at - 2)
                {
                    return Refuse(LinkRefusal.Malformed, at);
                }

                int setting = bytes[offset + at];
                int length = bytes[offset + at + 1];
                if (length != LengthOf(setting) || Change.Has(setting))
                {
                    return Refuse(LinkRefusal.Malformed, at);
                }

                if (!Take(setting, bytes, offset + at + 2, length, settings))
                {
                    return Refuse(LinkRefusal.ImpossibleValue, setting);
                }

                Change.Mark(setting);
                at += 2 + length;
            }

            return true;
        }

        private static int LengthOf(int setting)
        {
            switch (setting)
            {
                case LinkSetting.DeviceId: return LongBytes;
                case LinkSetting.Clock: return LongBytes;
                case LinkSetting.Key: return LinkSetting.KeyBytes;
                case LinkSetting.RecordingSeconds: return 2;
                case LinkSetting.Mains: return 1;
                case LinkSetting.Language: return 1;
                case LinkSetting.Brightness: return 1;
                default: return -1;
            }
        }

        private bool Take(int setting, byte[] bytes, int at, int length, IDeviceSettings settings)
        {
            if (setting == LinkSetting.Key)
            {
                byte[] key = new byte[LinkSetting.KeyBytes];
                Array.Copy(bytes, at, key, 0, key.Length);
                Change.Key = key;
                return !IsEmpty(key);
            }

            long value = 0;
            for (int i = length - 1; i >= 0; i--)
            {
                value = (value << ByteBits) | bytes[at + i];
            }

            switch (setting)
            {
                case LinkSetting.DeviceId:
                    Change.DeviceId = value;
                    return value != 0;
                case LinkSetting.Clock:
                    Change.ClockUnixMs = value;
                    return value >= LinkSetting.EarliestClock && value < LinkSetting.LatestClock;
                case LinkSetting.Mains:
                    Change.MainsHz = (int)value;
                    return value == EuropeanMains || value == AmericanMains;
                case LinkSetting.RecordingSeconds:
                    Change.RecordingSeconds = (int)value;
                    return value >= 1 && value <= FirmwareSettings.LongestRecordingSeconds;
                case LinkSetting.Language:
                    Change.Language = (int)value;
                    return value < settings.Languages;
                default:
                    Change.Brightness = (int)value;
                    return value >= LeastBrightness && value <= MostBrightness;
            }
        }

        // A key of zeros is what a flash that was never written, or a desktop that forgot to fill it, would have.
        private static bool IsEmpty(byte[] key)
        {
            int any = 0;
            for (int i = 0; i < key.Length; i++)
            {
                any |= key[i];
            }

            return any == 0;
        }

        private bool Refuse(int why, int detail)
        {
            Refusal = why;
            Detail = detail > Longest ? Longest : detail;
            return false;
        }
    }
}
