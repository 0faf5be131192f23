namespace EcgChip.Records
{
    /// <summary>Numbers of the log format; README.md in this folder describes it byte by byte.</summary>
    public static class LogFormat
    {
        /// <summary>
        /// The version this code writes. Segments of another one are left alone; every version keeps this one's segment header.
        /// </summary>
        public const int Version = 2;

        /// <summary>Highest number of a segment, and of a record: eight digits.</summary>
        public const int LastSegment = 99999999;

        /// <summary>
        /// Highest segment number that is believed of a file that cannot be read otherwise. A device never comes there, so that a stray file
        /// cannot use up the numbers.
        /// </summary>
        internal const int MostBelieved = LastSegment / 2;

        /// <summary>Bytes that a file takes at a time: littlefs gives out the ESP32's flash in erase blocks.</summary>
        public const int BlockBytes = 4096;

        /// <summary>Bytes before the first entry of a segment.</summary>
        public const int SegmentHeaderBytes = 16;

        /// <summary>Bytes of an entry before its payload.</summary>
        public const int EntryHeaderBytes = 24;

        /// <summary>Bytes of an entry after its payload.</summary>
        public const int EntryTrailerBytes = 4;

        /// <summary>Bytes of an entry beside its payload; no entry is smaller.</summary>
        public const int EntryOverheadBytes = EntryHeaderBytes + EntryTrailerBytes;

        /// <summary>Smallest page that a scan can work with.</summary>
        public const int SmallestPage = 32;

        /// <summary>"ECGL" as four bytes, read as a little-endian number.</summary>
        private const int SegmentMagic = 0x4C474345;

        /// <summary>"ECGE" as four bytes, read as a little-endian number.</summary>
        private const int EntryMagic = 0x45474345;

        private const int SegmentCrcOffset = SegmentHeaderBytes - 4;
        private const int EntryCrcOffset = EntryHeaderBytes - 4;
        private const int KindRecord = 1;
        private const int VersionOffset = 4;
        private const int SegmentNextOffset = 8;
        private const int EntrySequenceOffset = 8;
        private const int EntryLengthOffset = 12;
        private const int EntryPositionOffset = 16;
        internal const int MagicBytes = 4;

        /// <summary>Writes a segment's header, with a number that no entry before it has, and none in it is below.</summary>
        internal static void PutSegmentHeader(byte[] page, int nextSequence)
        {
            int at = LittleEndian.PutInt32(page, 0, SegmentMagic);
            at = LittleEndian.PutInt32(page, at, Version);
            at = LittleEndian.PutInt32(page, at, nextSequence);
            LittleEndian.PutUInt32(page, at, Crc32.Compute(page, 0, SegmentCrcOffset));
        }

        internal static bool IsSegmentHeader(byte[] page)
        {
            return LittleEndian.GetInt32(page, 0) == SegmentMagic && HasCrc(page, 0, SegmentCrcOffset) && SegmentNext(page) > 0;
        }

        internal static bool IsKnownVersion(byte[] page)
        {
            return LittleEndian.GetInt32(page, VersionOffset) == Version;
        }

        internal static int SegmentNext(byte[] page)
        {
            return LittleEndian.GetInt32(page, SegmentNextOffset);
        }

        /// <summary>Writes the header of an entry that will stand at <paramref name="position"/> in its segment.</summary>
        internal static void PutEntryHeader(byte[] page, int sequence, int payloadLength, int position)
        {
            int at = LittleEndian.PutInt32(page, 0, EntryMagic);
            at = LittleEndian.PutInt32(page, at, KindRecord);
            at = LittleEndian.PutInt32(page, at, sequence);
            at = LittleEndian.PutInt32(page, at, payloadLength);
            at = LittleEndian.PutInt32(page, at, position);
            LittleEndian.PutUInt32(page, at, Crc32.Compute(page, 0, EntryCrcOffset));
        }

        /// <summary>
        /// True when an entry's header stands at the page's start. It names its own place, so a copy inside some payload is not taken for
        /// an entry.
        /// </summary>
        internal static bool IsEntryHeader(byte[] page, int position)
        {
            return LittleEndian.GetInt32(page, 0) == EntryMagic && HasCrc(page, 0, EntryCrcOffset)
                && LittleEndian.GetInt32(page, EntryPositionOffset) == position && EntrySequence(page) > 0 && EntryLength(page) >= 0;
        }

        internal static int EntrySequence(byte[] page)
        {
            return LittleEndian.GetInt32(page, EntrySequenceOffset);
        }

        internal static int EntryLength(byte[] page)
        {
            return LittleEndian.GetInt32(page, EntryLengthOffset);
        }

        /// <summary>Offset of the first entry magic in the page, or -1.</summary>
        internal static int FindEntryMagic(byte[] page, int count)
        {
            int first = unchecked((byte)EntryMagic);
            int last = count - MagicBytes;
            for (int i = 0; i <= last; i++)
            {
                if (page[i] == first && LittleEndian.GetInt32(page, i) == EntryMagic)
                {
                    return i;
                }
            }

            return -1;
        }

        private static bool HasCrc(byte[] page, int from, int length)
        {
            return LittleEndian.GetInt32(page, from + length) == (int)Crc32.Compute(page, from, length);
        }
    }
}
