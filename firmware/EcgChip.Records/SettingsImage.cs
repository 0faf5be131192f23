namespace EcgChip.Records
{
    /// <summary>Settings as bytes; README.md in this folder describes them.</summary>
    internal static class SettingsImage
    {
        /// <summary>Bytes that this version writes.</summary>
        internal const int Bytes = CrcOffset + LittleEndian.Int32Bytes;

        /// <summary>Bytes of the key.</summary>
        internal const int KeyBytes = 32;

        /// <summary>The version this code writes. A reader refuses another.</summary>
        private const int Version = 1;

        /// <summary>"ECGS" as four bytes, read as a little-endian number.</summary>
        private const int Magic = 0x53474345;

        private const int HasKeyFlag = 1;
        private const int VersionOffset = 4;
        private const int FlagsOffset = 5;
        private const int LengthOffset = 6;
        private const int GenerationOffset = 8;
        private const int DeviceOffset = 12;
        private const int NumbersOffset = 20;
        private const int FixedNumbers = 5;
        private const int KeyOffset = NumbersOffset + (FixedNumbers + StoredSettings.NumberCount) * LittleEndian.Int32Bytes;
        private const int CrcOffset = KeyOffset + KeyBytes;

        /// <summary>True when the bytes are settings, whole and unchanged.</summary>
        internal static bool IsSound(byte[] image)
        {
            return LittleEndian.GetInt32(image, 0) == Magic && image[VersionOffset] == Version
                && image[LengthOffset] == Bytes && image[LengthOffset + 1] == 0
                && LittleEndian.GetInt32(image, CrcOffset) == (int)(long)Crc32.Compute(image, 0, CrcOffset);
        }

        /// <summary>Counts how often settings were saved.</summary>
        internal static int Generation(byte[] image)
        {
            return LittleEndian.GetInt32(image, GenerationOffset);
        }

        /// <summary>Makes an image of a device that was never set up.</summary>
        internal static void Clear(byte[] image)
        {
            for (int i = 0; i < Bytes; i++)
            {
                image[i] = 0;
            }
        }

        internal static bool HasKey(byte[] image)
        {
            return (image[FlagsOffset] & HasKeyFlag) != 0;
        }

        internal static void GetKey(byte[] image, byte[] key)
        {
            for (int i = 0; i < KeyBytes; i++)
            {
                key[i] = image[KeyOffset + i];
            }
        }

        internal static void PutKey(byte[] image, byte[] key)
        {
            image[FlagsOffset] |= HasKeyFlag;
            for (int i = 0; i < KeyBytes; i++)
            {
                image[KeyOffset + i] = key[i];
            }
        }

        internal static void Get(byte[] image, StoredSettings settings)
        {
            long low = LittleEndian.GetInt32(image, DeviceOffset) & 0xFFFFFFFFL;
            settings.DeviceId = (long)LittleEndian.GetInt32(image, DeviceOffset + LittleEndian.Int32Bytes) << 32 | low;
            int at = NumbersOffset;
            settings.MainsHz = Next(image, ref at);
            settings.RecordingSeconds = Next(image, ref at);
            settings.Language = Next(image, ref at);
            settings.Brightness = Next(image, ref at);
            settings.PatientNumber = Next(image, ref at);
            for (int i = 0; i < StoredSettings.NumberCount; i++)
            {
                settings.Numbers[i] = Next(image, ref at);
            }
        }

        /// <summary>Puts settings into an image, which keeps its key.</summary>
        internal static void Put(byte[] image, StoredSettings settings, int generation)
        {
            LittleEndian.PutInt32(image, 0, Magic);
            LittleEndian.PutByte(image, VersionOffset, Version);
            LittleEndian.PutInt16(image, LengthOffset, Bytes);
            LittleEndian.PutInt32(image, GenerationOffset, generation);
            LittleEndian.PutInt64(image, DeviceOffset, settings.DeviceId);
            int at = LittleEndian.PutInt32(image, NumbersOffset, settings.MainsHz);
            at = LittleEndian.PutInt32(image, at, settings.RecordingSeconds);
            at = LittleEndian.PutInt32(image, at, settings.Language);
            at = LittleEndian.PutInt32(image, at, settings.Brightness);
            at = LittleEndian.PutInt32(image, at, settings.PatientNumber);
            for (int i = 0; i < StoredSettings.NumberCount; i++)
            {
                at = LittleEndian.PutInt32(image, at, settings.Numbers[i]);
            }

            LittleEndian.PutUInt32(image, CrcOffset, Crc32.Compute(image, 0, CrcOffset));
        }

        private static int Next(byte[] image, ref int at)
        {
            int value = LittleEndian.GetInt32(image, at);
            at += LittleEndian.Int32Bytes;
            return value;
        }
    }
}
