namespace EcgChip.Records
{
    /// <summary>
    /// Which records of a segment are acknowledged: a file beside it with eight bytes for each, its number and a CRC-32 of that. A line that was not
    /// written to its end is no line; what cannot be read counts as not acknowledged, so that nothing is freed for it. A resumable job:
    /// <see cref="Begin"/>, then <see cref="Step"/>.
    /// </summary>
    internal sealed class AcknowledgedNumbers
    {
        private const int LineBytes = 8;
        private const int CrcOffset = 4;

        private readonly ISegmentStore store;
        private readonly byte[] page;
        private int[] numbers;
        private int count;
        private int segment;
        private int position;
        private int length;

        /// <summary>Reads with a buffer that is free between two steps of whatever else uses it.</summary>
        internal AcknowledgedNumbers(ISegmentStore store, byte[] page)
        {
            this.store = store;
            this.page = page;
        }

        /// <summary>Segment whose acknowledgements are read, or were; 0 for none.</summary>
        internal int Segment
        {
            get { return segment; }
        }

        /// <summary>How many were read.</summary>
        internal int Count
        {
            get { return count; }
        }

        /// <summary>True when the file could not be read to its end: then there may be more.</summary>
        internal bool Failed { get; private set; }

        /// <summary>Writes one more line, behind what is left of one that was not written to its end. True when no power cut can lose it.</summary>
        internal static bool Append(ISegmentStore store, byte[] page, int segment, int sequence)
        {
            int file = LogFile.Acknowledged(segment);
            int written = store.Length(file);
            if (written < 0)
            {
                return false;
            }

            int fill = (LineBytes - written % LineBytes) % LineBytes;
            for (int i = 0; i < fill; i++)
            {
                page[i] = 0;
            }

            int at = LittleEndian.PutInt32(page, fill, sequence);
            LittleEndian.PutInt32(page, at, CrcOf(page, fill, segment));
            return store.Append(file, page, 0, fill + LineBytes) && store.Flush(file);
        }

        /// <summary>Starts to read those of a segment; without its file there are none.</summary>
        internal void Begin(int ofSegment, bool hasFile)
        {
            segment = ofSegment;
            count = 0;
            position = 0;
            length = hasFile ? store.Length(LogFile.Acknowledged(segment)) : 0;
            Failed = length < 0;
            int lines = length > 0 ? length / LineBytes : 0;
            if (numbers == null || numbers.Length < lines)
            {
                numbers = new int[lines];
            }
        }

        /// <summary>Reads one page. True when all are read.</summary>
        internal bool Step()
        {
            int lines = page.Length / LineBytes;
            int left = (length - position) / LineBytes;
            if (left <= 0)
            {
                return true;
            }

            int bytes = (left < lines ? left : lines) * LineBytes;
            if (store.Read(LogFile.Acknowledged(segment), position, page, 0, bytes) != bytes)
            {
                Failed = true;
                return true;
            }

            for (int at = 0; at < bytes; at += LineBytes)
            {
                if (LittleEndian.GetInt32(page, at + CrcOffset) == CrcOf(page, at, segment))
                {
                    numbers[count] = LittleEndian.GetInt32(page, at);
                    count++;
                }
            }

            position += bytes;
            return false;
        }

        /// <summary>True when a record is acknowledged, as far as could be read.</summary>
        internal bool Contains(int sequence)
        {
            int[] among = numbers;
            for (int i = count - 1; i >= 0; i--)
            {
                if (among[i] == sequence)
                {
                    return true;
                }
            }

            return false;
        }

        // The segment is part of it: a line means nothing beside another one.
        private static int CrcOf(byte[] bytes, int at, int segment)
        {
            return (int)(long)Crc32.Compute(bytes, at, CrcOffset) ^ segment;
        }
    }
}
