using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Walks through a log's segments in order and says what it comes upon, a page a step: <see cref="Begin"/>, then <see cref="Step"/>
    /// until it answers true, looking at <see cref="Found"/> after each. Damage costs the entry it is in; the scan goes on at the next
    /// entry header. Made once and reused. A step costs some 1,300 instructions a byte of the page.
    /// </summary>
    public sealed class LogScanner
    {
        private readonly ISegmentStore store;
        private readonly byte[] page;
        private readonly Crc32 crc = new Crc32();
        private int[] segments = new int[0];
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
        private int confirmedNext;
        private int lostAtMost;

        /// <summary>
        /// Scans <paramref name="store"/> with a buffer of <paramref name="pageBytes"/>, which bounds the work of a step.
        /// </summary>
        /// <exception cref="ArgumentException">There is no store, or the page is smaller than <see
        /// cref="LogFormat.SmallestPage"/>.</exception>
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

        /// <summary>Number for the next entry, after a scan: higher than that of any entry seen or lost from the log's end.</summary>
        internal int NextSequence
        {
            get { return confirmedNext > int.MaxValue - lostAtMost ? int.MaxValue : confirmedNext + lostAtMost; }
        }

        /// <summary>Last segment of this log; 0 when there is none.</summary>
        internal int LastSegment { get; private set; }

        /// <summary>Bytes of <see cref="LastSegment"/> when it is sound to its end and may be appended to; -1 otherwise.</summary>
        internal int LastSegmentLength { get; private set; }

        /// <summary>Starts a scan at the first segment.</summary>
        public void Begin(LogCheck payloadCheck)
        {
            check = payloadCheck;
            segments = store.Segments();
            segment = 0;
            state = State.NextSegment;
            Found = LogFinding.None;
            confirmedNext = 1;
            lostAtMost = 0;
            LastSegment = 0;
            LastSegmentLength = -1;
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
            int next = NextAfter(segment);
            if (next == 0)
            {
                state = State.Done;
                return;
            }

            segment = next;
            segmentLength = store.Length(segment);
            checkPayloads = check == LogCheck.AllPayloads || NextAfter(segment) == 0;
            isOwn = false;
            isSound = true;
            position = 0;
            if (segmentLength < 0)
            {
                Report(LogFinding.Unreadable, 0, 0, 0);
                return;
            }

            // An empty file is what a power cut leaves of a segment's beginning; there is nothing to say of it.
            state = segmentLength == 0 ? State.NextSegment : State.SegmentHeader;
        }

        private void ReadSegmentHeader()
        {
            bool read = Fill(0, LogFormat.SegmentHeaderBytes);
            if (!read || !LogFormat.IsSegmentHeader(page))
            {
                BeginSearch();
                return;
            }

            Confirm(LogFormat.SegmentNext(page));
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
            Confirm(entrySequence < int.MaxValue ? entrySequence + 1 : entrySequence);
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
                Lose(searchPosition - position);
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

            Lose(segmentLength - position);
            Report(LogFinding.Unreadable, 0, position, segmentLength - position);
            LeaveSegment();
        }

        private void LeaveForeign()
        {
            // Where this log's next segment would stand, it may be one of which nothing is left to know it by. Then the next entry
            // begins a segment behind it, whose header settles the numbers.
            if (segment == LastSegment + 1)
            {
                Lose(segmentLength);
                LastSegmentLength = -1;
            }

            // A power cut while a segment is begun leaves a part of its header.
            LogFinding finding = segmentLength < LogFormat.SegmentHeaderBytes ? LogFinding.Unreadable : LogFinding.ForeignSegment;
            Report(finding, 0, 0, segmentLength);
            state = State.NextSegment;
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

        /// <summary>
        /// Takes in a header that says which number comes next; numbers that might have been lost before it are settled by it.
        /// </summary>
        private void Confirm(int next)
        {
            if (next >= confirmedNext)
            {
                confirmedNext = next;
                lostAtMost = 0;
            }
        }

        /// <summary>Counts the entries that unreadable bytes could have held, so that their numbers are not given again.</summary>
        private void Lose(int bytes)
        {
            lostAtMost += bytes / LogFormat.EntryOverheadBytes;
        }

        private bool Fill(int from, int count)
        {
            return count <= segmentLength - from && store.Read(segment, from, page, 0, count) == count;
        }

        private void Report(LogFinding finding, int sequence, int from, int length)
        {
            Found = finding;
            Sequence = sequence;
            Segment = segment;
            Position = from;
            Length = length;
        }

        /// <summary>Lowest segment number above <paramref name="number"/>; 0 when there is none.</summary>
        private int NextAfter(int number)
        {
            int next = 0;
            for (int i = 0; i < segments.Length; i++)
            {
                int candidate = segments[i];
                if (candidate > number && (next == 0 || candidate < next))
                {
                    next = candidate;
                }
            }

            return next;
        }
    }
}
