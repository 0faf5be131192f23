using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Walks through a log's segments in order and says what it comes upon, a page a step: <see cref="Begin"/>, then <see cref="Step"/>
    /// until it answers true, looking at <see cref="Found"/> after each. Damage costs the entry it is in; the scan goes on at the next
    /// entry header. Reused, by one job at a time. A step costs some 1,300 instructions a byte of the page.
    /// </summary>
    public sealed class LogScanner
    {
        // Of the log's last segment, of which not even the length can be told, so many bytes may be lost: twice the usual segment.
        private const int BytesLostUnseen = 65536;

        private readonly ISegmentStore store;
        private readonly byte[] page;
        private readonly Crc32 crc = new Crc32();
        private readonly SegmentList segments = new SegmentList();
        private readonly SequenceBound numbers = new SequenceBound();
        private int onlySegment;
        private LogCheck check;
        private State state = State.Done;
        private int segment;
        private int segmentLength;
        private bool checkPayloads;
        private bool isOwn;
        private bool isSound;
        private int position;
        private int searchPosition;
        private int payloadRead;
        private int entrySequence;
        private int entryLength;

        /// <summary>Scans <paramref name="store"/> with a buffer of <paramref name="pageBytes"/>, which bounds the work of a step.</summary>
        /// <exception cref="ArgumentException">No store, or a page smaller than <see cref="LogFormat.SmallestPage"/>.</exception>
        public LogScanner(ISegmentStore store, int pageBytes)
        {
            if (store == null)
            {
                throw new ArgumentNullException(nameof(store));
            }

            if (pageBytes < LogFormat.SmallestPage)
            {
                throw new ArgumentOutOfRangeException(nameof(pageBytes));
            }

            this.store = store;
            page = new byte[pageBytes];
        }

        private enum State
        {
            NextSegment,
            SegmentHeader,
            EntryHeader,
            Payload,
            Search,
            Done,
        }

        /// <summary>What the last step came upon.</summary>
        public LogFinding Found { get; private set; }

        /// <summary>Number of the record found; 0 where it is not known.</summary>
        public int Sequence { get; private set; }

        /// <summary>Segment of what was found.</summary>
        public int Segment { get; private set; }

        /// <summary>Where in the segment it begins; a record's payload begins <see cref="LogFormat.EntryHeaderBytes"/> later.</summary>
        public int Position { get; private set; }

        /// <summary>Bytes of the record's payload as they should be, or of what is unreadable or foreign.</summary>
        public int Length { get; private set; }

        /// <summary>True when the store could not list its files, or bytes that should be there could not be read.</summary>
        public bool ReadFailed { get; private set; }

        /// <summary>How many scans were begun: whoever finds more than its own has been disturbed by another job.</summary>
        internal int Begun { get; private set; }

        /// <summary>The files that there are.</summary>
        internal SegmentList Segments
        {
            get { return segments; }
        }

        /// <summary>The buffer, which is free between two steps.</summary>
        internal byte[] Page
        {
            get { return page; }
        }

        /// <summary>True when the segment last entered is one of this log.</summary>
        internal bool IsOwn
        {
            get { return isOwn; }
        }

        /// <summary>Number for the next entry, after a scan: higher than that of any entry seen or lost from the log's end.</summary>
        internal int NextSequence
        {
            get { return numbers.Next; }
        }

        /// <summary>Last segment of this log; 0 when there is none.</summary>
        internal int LastSegment { get; private set; }

        /// <summary>Bytes of <see cref="LastSegment"/> when it is sound to its end and may be appended to; -1 otherwise.</summary>
        internal int LastSegmentLength { get; private set; }

        /// <summary>Starts a scan at the first segment.</summary>
        public void Begin(LogCheck payloadCheck)
        {
            int[] listed = store.Segments();
            segments.Take(listed ?? new int[0]);
            BeginListed(payloadCheck);
            ReadFailed = listed == null;
        }

        /// <summary>Starts a scan without asking the store again which segments there are.</summary>
        internal void BeginListed(LogCheck payloadCheck)
        {
            BeginSegment(0, payloadCheck);
            numbers.Clear();
            LastSegment = 0;
            LastSegmentLength = -1;
        }

        /// <summary>Starts a scan of one segment alone, or of the file that will replace it.</summary>
        internal void BeginSegment(int only, LogCheck payloadCheck)
        {
            Begun++;
            check = payloadCheck;
            onlySegment = only;
            segment = 0;
            isOwn = false;
            state = State.NextSegment;
            Found = LogFinding.None;
            ReadFailed = false;
        }

        /// <summary>Reads at most one page further. True when the whole log was seen.</summary>
        public bool Step()
        {
            Found = LogFinding.None;
            switch (state)
            {
                case State.NextSegment:
                    EnterNextSegment();
                    break;
                case State.SegmentHeader:
                    ReadSegmentHeader();
                    break;
                case State.EntryHeader:
                    ReadEntryHeader();
                    break;
                case State.Payload:
                    ReadPayload();
                    break;
                case State.Search:
                    SearchEntry();
                    break;
            }

            return state == State.Done;
        }

        private void EnterNextSegment()
        {
            int next = onlySegment == 0 ? segments.After(segment) : segment == onlySegment ? 0 : onlySegment;
            if (next == 0)
            {
                state = State.Done;
                return;
            }

            segment = next;
            segmentLength = store.Length(segment);
            checkPayloads = check == LogCheck.AllPayloads || (check == LogCheck.NewestPayloads && segments.After(segment) == 0);
            isOwn = false;
            isSound = true;
            position = 0;
            if (segmentLength < 0)
            {
                ReadFailed = true;
                BelieveName(BytesLostUnseen);
                Report(LogFinding.Unreadable, 0, 0, 0);
                return;
            }

            // An empty file is what a power cut leaves of a segment's beginning; there is nothing to say of it but its number.
            state = State.SegmentHeader;
            if (segmentLength == 0)
            {
                BelieveName(0);
                state = State.NextSegment;
            }
        }

        private void ReadSegmentHeader()
        {
            bool read = Fill(0, LogFormat.SegmentHeaderBytes);
            if (!read || !LogFormat.IsSegmentHeader(page))
            {
                BeginSearch();
                return;
            }

            numbers.Confirm(LogFormat.SegmentNext(page));
            if (!LogFormat.IsKnownVersion(page))
            {
                LeaveForeign();
                return;
            }

            Own();
            position = LogFormat.SegmentHeaderBytes;
            state = State.EntryHeader;
        }

        private void ReadEntryHeader()
        {
            if (position == segmentLength)
            {
                LeaveSegment();
                return;
            }

            if (!Fill(position, LogFormat.EntryHeaderBytes) || !LogFormat.IsEntryHeader(page, position))
            {
                BeginSearch();
                return;
            }

            entrySequence = LogFormat.EntrySequence(page);
            entryLength = LogFormat.EntryLength(page);
            Own();
            numbers.Confirm(entrySequence < int.MaxValue ? entrySequence + 1 : entrySequence);
            if (entryLength > segmentLength - position - LogFormat.EntryOverheadBytes)
            {
                isSound = false;
                Report(LogFinding.TornRecord, entrySequence, position, entryLength);
                LeaveSegment();
                return;
            }

            if (!checkPayloads)
            {
                ReportEntry(LogFinding.UncheckedRecord);
                return;
            }

            crc.Reset();
            payloadRead = 0;
            state = State.Payload;
        }

        private void ReadPayload()
        {
            int from = position + LogFormat.EntryHeaderBytes + payloadRead;
            int left = entryLength - payloadRead;
            if (left == 0)
            {
                bool intact = Fill(from, LogFormat.EntryTrailerBytes) && LittleEndian.GetInt32(page, 0) == (int)crc.Value;
                ReportEntry(intact ? LogFinding.Record : LogFinding.DamagedRecord);
                return;
            }

            int count = left < page.Length ? left : page.Length;
            if (!Fill(from, count))
            {
                ReportEntry(LogFinding.DamagedRecord);
                return;
            }

            crc.Update(page, 0, count);
            payloadRead += count;
        }

        private void ReportEntry(LogFinding finding)
        {
            if (finding == LogFinding.DamagedRecord)
            {
                isSound = false;
            }

            Report(finding, entrySequence, position, entryLength);
            position += LogFormat.EntryOverheadBytes + entryLength;
            state = State.EntryHeader;
        }

        private void BeginSearch()
        {
            isSound = false;
            searchPosition = position;
            state = State.Search;
        }

        /// <summary>Looks through one page for the next entry header, and checks at most one place that looks like it.</summary>
        private void SearchEntry()
        {
            int left = segmentLength - searchPosition;
            int count = left < page.Length ? left : page.Length;
            if (count < LogFormat.EntryHeaderBytes || !Fill(searchPosition, count))
            {
                GiveUpSearch();
                return;
            }

            int offset = LogFormat.FindEntryMagic(page, count);
            if (offset < 0)
            {
                // The magic may lie across the page's end: the next page begins with the bytes that could be its start.
                searchPosition += count - LogFormat.MagicBytes + 1;
                return;
            }

            searchPosition += offset;
            if (Fill(searchPosition, LogFormat.EntryHeaderBytes) && LogFormat.IsEntryHeader(page, searchPosition))
            {
                numbers.Lose(searchPosition - position);
                Report(LogFinding.Unreadable, 0, position, searchPosition - position);
                Own();
                position = searchPosition;
                state = State.EntryHeader;
                return;
            }

            searchPosition++;
        }

        private void GiveUpSearch()
        {
            if (!isOwn)
            {
                LeaveForeign();
                return;
            }

            numbers.Lose(segmentLength - position);
            Report(LogFinding.Unreadable, 0, position, segmentLength - position);
            LeaveSegment();
        }

        private void LeaveForeign()
        {
            BelieveName(segmentLength);

            // A power cut while a segment is begun leaves a part of its header.
            Report(segmentLength < LogFormat.SegmentHeaderBytes ? LogFinding.Unreadable : LogFinding.ForeignSegment, 0, 0, segmentLength);
            state = State.NextSegment;
        }

        /// <summary>
        /// A segment that would be the log's last, and of which nothing is left to know it by: no number from its own on, which is the lowest
        /// that its entries can have had, is given again. The next segment's header settles the numbers.
        /// </summary>
        private void BelieveName(int bytes)
        {
            if (segment > LastSegment && segment <= LogFormat.MostBelieved)
            {
                numbers.Confirm(segment);
                numbers.Lose(bytes);
                LastSegmentLength = -1;
            }
        }

        private void LeaveSegment()
        {
            LastSegmentLength = isSound ? segmentLength : -1;
            state = State.NextSegment;
        }

        private void Own()
        {
            isOwn = true;
            LastSegment = segment;
            LastSegmentLength = -1;
        }

        private bool Fill(int from, int count)
        {
            if (count > segmentLength - from)
            {
                return false;
            }

            bool read = store.Read(segment, from, page, 0, count) == count;
            ReadFailed |= !read;
            return read;
        }

        private void Report(LogFinding finding, int sequence, int from, int length)
        {
            Found = finding;
            Sequence = sequence;
            Segment = segment;
            Position = from;
            Length = length;
        }
    }
}
