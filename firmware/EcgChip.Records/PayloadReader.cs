namespace EcgChip.Records
{
    /// <summary>Reads the record in an entry, and takes off what it is covered with. One whose key is not here is read as it stands there.</summary>
    internal sealed class PayloadReader
    {
        private readonly ISegmentStore store;
        private readonly IRecordCover cover;
        private byte[] header;
        private int segment;
        private int position;
        private bool isCovered;
        private bool isLookedAt;

        /// <summary>Reads from a log's store.</summary>
        internal PayloadReader(RecordLog log)
        {
            store = log.Store;
            cover = log.Cover;
        }

        /// <summary>Bytes of the record.</summary>
        internal int Length { get; private set; }

        /// <summary>Turns to an entry's payload. Where that cannot be read, neither can the record.</summary>
        internal void Open(int ofSegment, int at, int length)
        {
            Begin(ofSegment, at, length);
            while (!Step())
            {
            }
        }

        /// <summary>Begins to turn to an entry's payload: <see cref="Step"/> until it says true.</summary>
        internal void Begin(int ofSegment, int at, int length)
        {
            segment = ofSegment;
            position = at;
            Length = length;
            isCovered = false;
            isLookedAt = false;
        }

        /// <summary>Reads what stands before the record, or takes a step towards its key. True when the record can be read.</summary>
        internal bool Step()
        {
            if (!isLookedAt)
            {
                isLookedAt = true;
                return !HasCover();
            }

            if (!cover.Prepare())
            {
                return false;
            }

            if (cover.Take(header))
            {
                isCovered = true;
                position += RecordCoverFormat.Bytes;
                Length -= RecordCoverFormat.Bytes;
            }

            return true;
        }

        /// <summary>Reads bytes of the record, and returns how many came.</summary>
        internal int Read(int offset, byte[] buffer, int at, int count)
        {
            if (offset < 0 || count <= 0)
            {
                return 0;
            }

            int read = store.Read(segment, position + offset, buffer, at, count);
            if (isCovered && read > 0 && cover.Take(header))
            {
                cover.Cover(offset, buffer, at, read);
            }

            return read;
        }

        private bool HasCover()
        {
            if (cover == null || Length < RecordCoverFormat.Bytes)
            {
                return false;
            }

            if (header == null)
            {
                header = new byte[RecordCoverFormat.Bytes];
            }

            return store.Read(segment, position, header, 0, header.Length) == header.Length && LittleEndian.GetInt32(header, 0) == RecordCoverFormat.Magic;
        }
    }
}
