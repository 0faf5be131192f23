using EcgChip.Records.Link;

namespace EcgChip.Records
{
    /// <summary>
    /// A self-test as it is stored in the log and synced, byte for byte as README.md in this folder says: which device and firmware, when, with which
    /// models, and its lines.
    /// </summary>
    public sealed class SelfTestRecord
    {
        /// <summary>The version that this code writes; a reader refuses any other major version.</summary>
        public const int MajorVersion = 1;

        /// <summary>Later minor versions add at the end; a reader passes that by.</summary>
        public const int MinorVersion = 0;

        /// <summary>"ECGT" as four bytes, read as a little-endian number.</summary>
        internal const int Magic = 0x54474345;

        private const int HeaderBytes = 12;
        private const int FixedBytes = 8 + 4 + 1 + 8 + 3 + 1 + 1;
        private const int ModelFixedBytes = 2 + ModelReference.HashBytes;
        private const int StartKnownFlag = 1;
        private const int LengthPlace = 8;

        /// <summary>Identifies the device; 0 when it was never set.</summary>
        public long DeviceId;

        /// <summary>Number of the record on its device.</summary>
        public int Sequence;

        /// <summary>When the self-test was made, in milliseconds since 1970-01-01 UTC; 0 when that is not known.</summary>
        public long UnixMs;

        /// <summary>Firmware: what changes for users.</summary>
        public int FirmwareMajor;

        /// <summary>Firmware: what is added.</summary>
        public int FirmwareMinor;

        /// <summary>Firmware: what is mended.</summary>
        public int FirmwarePatch;

        /// <summary>The models on the device.</summary>
        public ModelReference[] Models = new ModelReference[0];

        /// <summary>What was found; the record's last lines.</summary>
        public SelfTestLines Lines;

        /// <summary>True where bytes begin as a self-test's record does: a log holds records of recordings besides.</summary>
        public static bool IsOne(byte[] bytes)
        {
            return bytes.Length >= HeaderBytes && LittleEndian.GetInt32(bytes, 0) == Magic;
        }

        /// <summary>The record's bytes.</summary>
        public byte[] Encode()
        {
            int length = HeaderBytes + FixedBytes + Lines.Length + LinkFormat.CrcBytes;
            for (int i = 0; i < Models.Length; i++)
            {
                length += ModelFixedBytes + Models[i].Name.Length;
            }

            byte[] bytes = new byte[length];
            int at = LittleEndian.PutInt32(bytes, 0, Magic);
            at = LittleEndian.PutByte(bytes, at, MajorVersion);
            at = LittleEndian.PutByte(bytes, at, MinorVersion);
            at = LittleEndian.PutInt16(bytes, at, 0);
            at = LittleEndian.PutInt32(bytes, at, length);
            at = LittleEndian.PutInt64(bytes, at, DeviceId);
            at = LittleEndian.PutInt32(bytes, at, Sequence);
            at = LittleEndian.PutByte(bytes, at, UnixMs != 0 ? StartKnownFlag : 0);
            at = LittleEndian.PutInt64(bytes, at, UnixMs);
            at = LittleEndian.PutByte(bytes, at, FirmwareMajor);
            at = LittleEndian.PutByte(bytes, at, FirmwareMinor);
            at = LittleEndian.PutByte(bytes, at, FirmwarePatch);
            at = LittleEndian.PutByte(bytes, at, Models.Length);
            for (int i = 0; i < Models.Length; i++)
            {
                at = PutModel(bytes, at, Models[i]);
            }

            at = LittleEndian.PutByte(bytes, at, Lines.Count);
            for (int i = 0; i < Lines.Length; i++)
            {
                at = LittleEndian.PutByte(bytes, at, Lines.Bytes[i]);
            }

            LittleEndian.PutUInt32(bytes, at, Crc32.Compute(bytes, 0, at));
            return bytes;
        }

        /// <summary>Reads a record.</summary>
        /// <returns>Null where it is none, is damaged, or is of a major version that this code does not know.</returns>
        public static SelfTestRecord Decode(byte[] bytes)
        {
            int end = bytes.Length - LinkFormat.CrcBytes;
            if (!IsOne(bytes) || bytes[4] != MajorVersion || LittleEndian.GetInt32(bytes, LengthPlace) != bytes.Length || end < HeaderBytes
                || LittleEndian.GetInt32(bytes, end) != (int)Crc32.Compute(bytes, 0, end))
            {
                return null;
            }

            SelfTestRecord record = new SelfTestRecord();
            ByteCursor cursor = new ByteCursor(bytes, HeaderBytes, end - HeaderBytes);
            record.DeviceId = cursor.ReadInt64();
            record.Sequence = cursor.ReadInt32();
            int flags = cursor.ReadByte();
            long time = cursor.ReadInt64();
            record.UnixMs = (flags & StartKnownFlag) != 0 ? time : 0;
            record.FirmwareMajor = cursor.ReadByte();
            record.FirmwareMinor = cursor.ReadByte();
            record.FirmwarePatch = cursor.ReadByte();
            record.Models = new ModelReference[cursor.ReadByte()];
            for (int i = 0; i < record.Models.Length && !cursor.Failed; i++)
            {
                record.Models[i] = ModelReference.Read(cursor, bytes);
                if (record.Models[i] == null)
                {
                    return null;
                }
            }

            int count = cursor.ReadByte();
            SelfTestLines lines = new SelfTestLines(cursor.Remaining);
            record.Lines = lines;
            return !cursor.Failed && lines.Append(bytes, cursor.Position, cursor.Remaining, count) ? record : null;
        }

        private static int PutModel(byte[] bytes, int at, ModelReference model)
        {
            at = LittleEndian.PutByte(bytes, at, (int)model.Role);
            at = LittleEndian.PutByte(bytes, at, model.Name.Length);
            for (int i = 0; i < model.Name.Length; i++)
            {
                at = LittleEndian.PutByte(bytes, at, model.Name[i]);
            }

            for (int i = 0; i < ModelReference.HashBytes; i++)
            {
                at = LittleEndian.PutByte(bytes, at, model.HashByte(i));
            }

            return at;
        }
    }
}
