using System;

namespace EcgChip.Records
{
    /// <summary>
    /// The log of finished recordings: entries are appended to segments, numbered on from the highest number ever seen, and never changed.
    /// What was committed survives a power cut at any moment.
    /// <para>
    /// <see cref="Open"/>, then <see cref="Step"/> until it answers true. For each entry <see cref="BeginAppend"/>, <see cref="Write"/>
    /// page by page, <see cref="Commit"/>. A segment in which anything is damaged or was left half written is never appended to again: the
    /// next entry begins a new one. <see cref="RoomFor"/> says beforehand whether an entry will fit.
    /// </para>
    /// <para>
    /// A record is kept until it is acknowledged (<see cref="LogReader"/>) and its room is wanted (<see cref="LogCleaner"/>); nothing else is ever
    /// removed. A segment bears the number that the first entry in it had, or would have had: so the numbers go on when all records are gone.
    /// </para>
    /// </summary>
    public sealed class RecordLog
    {
        /// <summary>Segment numbers tried for a new segment, so that a store that answers nonsense is not asked for ever.</summary>
        private const int MostNumbersTried = 100;

        private const int SegmentParts = 4;

        private readonly ISegmentStore store;
        private readonly int segmentLimit;
        private readonly byte[] header = new byte[LogFormat.EntryHeaderBytes];
        private readonly Crc32 crc = new Crc32();
        private int lastSegment;
        private int segmentBefore;
        private int lastSegmentLength;
        private bool canExtend;
        private bool appending;
        private bool isAlone;
        private int payloadLeft;

        // while an entry is written that is covered, null otherwise
        private EntryCover covered;

        // while the log is being opened, null afterwards
        private LogOpening opening;

        /// <summary>A log over <paramref name="store"/>.</summary>
        /// <param name="store">Where the segments are.</param>
        /// <param name="segmentLimit">Bytes beyond which a segment is not extended. An entry larger than that gets a segment of its
        /// own.</param>
        /// <param name="pageBytes">Bytes looked at in a step of opening; at least <see cref="LogFormat.SmallestPage"/>.</param>
        /// <exception cref="ArgumentException">There is no store, or a number is out of range.</exception>
        public RecordLog(ISegmentStore store, int segmentLimit, int pageBytes)
        {
            if (segmentLimit < LogFormat.SegmentHeaderBytes)
            {
                throw new ArgumentOutOfRangeException(nameof(segmentLimit));
            }

            Scanner = new LogScanner(store, pageBytes);
            this.store = store;
            this.segmentLimit = segmentLimit;
        }

        /// <summary>Where the log is, and where settings can be kept beside it.</summary>
        public ISegmentStore Store
        {
            get { return store; }
        }

        /// <summary>Covers records where they are stored; null where nothing does. To be set before anything is done with the log.</summary>
        public IRecordCover Cover { get; set; }

        /// <summary>Looks through the log, for whoever has something to do with it: one job at a time, and none while an entry is appended.</summary>
        public LogScanner Scanner { get; }

        /// <summary>True once opening is finished.</summary>
        public bool IsOpen { get; private set; }

        /// <summary>
        /// <see cref="LogStatus.Ok"/> once the log is open; <see cref="LogStatus.StoreFailed"/> when the store could not say which segments there
        /// are: then nothing is appended until the log is opened again, because numbers could come twice.
        /// </summary>
        public LogStatus Status { get; private set; }

        /// <summary>Number that the next entry will have.</summary>
        public int NextSequence { get; private set; }

        /// <summary>Records that are kept and not acknowledged, damaged ones whose number can be read among them.</summary>
        public int UnsyncedCount { get; internal set; }

        /// <summary>True when there are acknowledged records that still take room, which <see cref="LogCleaner"/> may free.</summary>
        public bool HasAcknowledged
        {
            get { return Scanner.Segments.HasAcknowledged; }
        }

        /// <summary>Sound (or, by the check asked for, unchecked) records found when opening, and committed since.</summary>
        public int RecordCount { get; private set; }

        /// <summary>Damaged and torn records and unreadable stretches found when opening.</summary>
        public int DamageCount { get; private set; }

        /// <summary>Segment of the entry begun last.</summary>
        public int EntrySegment { get; private set; }

        /// <summary>Where in its segment the entry begun last stands.</summary>
        public int EntryPosition { get; private set; }

        /// <summary>The segment that the next entry may be appended to, or the last there was.</summary>
        internal int LastSegment
        {
            get { return lastSegment; }
        }

        /// <summary>Bytes from which on it is worth copying what is left of a segment: a block of the flash, or a quarter of a segment.</summary>
        internal int WorthCompacting
        {
            get { return segmentLimit / SegmentParts < LogFormat.BlockBytes ? segmentLimit / SegmentParts : LogFormat.BlockBytes; }
        }

        /// <summary>Starts to open the log, or to open it again.</summary>
        public void Open(LogCheck check)
        {
            IsOpen = false;
            appending = false;
            RecordCount = 0;
            DamageCount = 0;
            UnsyncedCount = 0;
            Status = LogStatus.Working;
            opening = new LogOpening(Scanner, store, check);
        }

        /// <summary>One page of opening. True when the log is open.</summary>
        public bool Step()
        {
            if (IsOpen)
            {
                return true;
            }

            if (!opening.Step())
            {
                return false;
            }

            NextSequence = Scanner.NextSequence;
            lastSegment = Scanner.LastSegment;
            lastSegmentLength = Scanner.LastSegmentLength;
            canExtend = lastSegmentLength > 0;
            RecordCount = opening.RecordCount;
            DamageCount = opening.DamageCount;
            UnsyncedCount = opening.UnsyncedCount;
            Status = opening.CouldList ? LogStatus.Ok : LogStatus.StoreFailed;
            opening = null;
            SettleNumber();
            IsOpen = true;
            return true;
        }

        /// <summary>
        /// Whether a record of so many bytes can be appended: <see cref="LogStatus.Ok"/>, <see cref="LogStatus.Full"/>, or
        /// <see cref="LogStatus.StoreFailed"/> when nothing can be. To be asked before a recording is started, with the most that it can come to.
        /// </summary>
        public LogStatus RoomFor(int recordBytes)
        {
            return Place(LogRoom.WithCover(recordBytes, Cover), out _, out _);
        }

        /// <summary>How many records of so many bytes, overhead left out, can still be appended: an estimate from below.</summary>
        public int RoomCount(int recordBytes)
        {
            long free = Status == LogStatus.Ok ? store.FreeBytes() : 0;
            return LogRoom.Count(LogRoom.WithCover(recordBytes, Cover), segmentLimit, canExtend ? lastSegmentLength : -1, free);
        }

        /// <summary>
        /// Begins an entry, which takes <see cref="NextSequence"/>. <see cref="LogStatus.Full"/> when there is no room for it.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
        /// <exception cref="InvalidOperationException">The log is not open, or an entry is being appended.</exception>
        public LogStatus BeginAppend(int payloadLength)
        {
            if (payloadLength < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(payloadLength));
            }

            RequireIdle();
            byte[] before = Cover == null ? null : new byte[RecordCoverFormat.Bytes];
            bool covers = before != null && Cover.Draw(before);
            int length = covers ? payloadLength + before.Length : payloadLength;
            LogStatus placed = Place(length, out int segment, out bool extend);
            if (placed != LogStatus.Ok)
            {
                covered = EntryCover.End(Cover);
                return placed;
            }

            isAlone = !extend;
            if (!extend && !BeginSegment(segment))
            {
                return Fail();
            }

            appending = true;
            canExtend = false;
            EntrySegment = segment;
            EntryPosition = lastSegmentLength;
            LogFormat.PutEntryHeader(header, NextSequence, length, lastSegmentLength);
            NextSequence++;
            payloadLeft = payloadLength;
            crc.Reset();
            if (!Put(header, 0, LogFormat.EntryHeaderBytes))
            {
                return Fail();
            }

            if (!covers)
            {
                return LogStatus.Ok;
            }

            covered = new EntryCover(Cover, before);
            return PutSummed(before, 0, before.Length) ? LogStatus.Ok : Fail();
        }

        /// <summary>Appends the next bytes of the entry's payload.</summary>
        /// <exception cref="InvalidOperationException">No entry is begun, or these are more bytes than it was begun with.</exception>
        public LogStatus Write(byte[] buffer, int offset, int count)
        {
            if (!appending || count > payloadLeft)
            {
                throw new InvalidOperationException();
            }

            payloadLeft -= count;
            bool written = covered == null ? PutSummed(buffer, offset, count) : covered.Write(this, buffer, offset, count);
            return written ? LogStatus.Ok : Fail();
        }

        /// <summary>Ends the entry. After <see cref="LogStatus.Ok"/> no power cut can lose it.</summary>
        /// <exception cref="InvalidOperationException">No entry is begun, or bytes of it are missing.</exception>
        public LogStatus Commit()
        {
            if (!appending || payloadLeft != 0)
            {
                throw new InvalidOperationException();
            }

            LittleEndian.PutUInt32(header, 0, crc.Value);
            if (!Put(header, 0, LogFormat.EntryTrailerBytes) || !store.Flush(lastSegment))
            {
                return Fail();
            }

            appending = false;
            covered = EntryCover.End(Cover);
            canExtend = true;
            RecordCount++;
            UnsyncedCount++;
            return LogStatus.Ok;
        }

        /// <summary>
        /// Gives an entry up. Where it shares a segment, what was written of it stays as a torn record, which the next opening reports.
        /// </summary>
        public void Abandon()
        {
            if (appending)
            {
                Fail();
            }
        }

        /// <summary>For whatever works on the whole log.</summary>
        /// <exception cref="InvalidOperationException">The log is not open, or an entry is being appended.</exception>
        internal void RequireIdle()
        {
            if (!IsOpen || appending)
            {
                throw new InvalidOperationException();
            }
        }

        /// <summary>
        /// Begins an empty segment behind the last one, so that that one can be freed too: its number keeps the count. False when that failed.
        /// </summary>
        internal bool BeginNextSegment()
        {
            int segment = FreeSegment();
            if (segment == 0 || segment > LogFormat.LastSegment)
            {
                return false;
            }

            isAlone = true;
            if (BeginSegment(segment) && store.Flush(segment))
            {
                canExtend = true;
                return true;
            }

            Fail();
            return false;
        }

        /// <summary>Where an entry would stand: in a segment of its own, or behind the last one.</summary>
        private LogStatus Place(int payloadLength, out int segment, out bool extend)
        {
            long entry = (long)LogFormat.EntryOverheadBytes + payloadLength;
            extend = canExtend && (lastSegmentLength + entry <= segmentLimit || lastSegmentLength == LogFormat.SegmentHeaderBytes);
            segment = extend ? lastSegment : FreeSegment();
            if (segment == 0 || Status != LogStatus.Ok)
            {
                return LogStatus.StoreFailed;
            }

            int position = extend ? lastSegmentLength : 0;
            long needed = extend ? entry : entry + LogFormat.SegmentHeaderBytes;
            bool numbered = NextSequence < LogFormat.LastSegment && segment <= LogFormat.LastSegment;
            return numbered && position + needed <= int.MaxValue && needed <= store.FreeBytes() ? LogStatus.Ok : LogStatus.Full;
        }

        // No number below a segment's own is given in it or after it.
        private bool BeginSegment(int segment)
        {
            if (NextSequence < segment)
            {
                NextSequence = segment;
            }

            segmentBefore = lastSegment;
            lastSegment = segment;
            lastSegmentLength = 0;
            canExtend = false;
            Scanner.Segments.Add(segment);
            LogFormat.PutSegmentHeader(header, NextSequence);
            return Put(header, 0, LogFormat.SegmentHeaderBytes);
        }

        private LogStatus Fail()
        {
            appending = false;
            covered = EntryCover.End(Cover);
            if (isAlone && store.Delete(lastSegment))
            {
                // Nothing but the lost entry stood in this segment: its room is given back. If that fails too, the rest lies there as
                // torn. The one before is the last again, which is never freed.
                Scanner.Segments.Remove(lastSegment);
                lastSegment = segmentBefore;
            }

            SettleNumber();
            return LogStatus.StoreFailed;
        }

        // The next entry begins a segment, which bears its number: one at which nothing stands.
        private void SettleNumber()
        {
            int segment = canExtend ? 0 : FreeSegment();
            if (segment > NextSequence)
            {
                NextSequence = segment;
            }
        }

        /// <summary>Appends bytes of the payload as they are to stand there.</summary>
        internal bool PutSummed(byte[] buffer, int offset, int count)
        {
            crc.Update(buffer, offset, count);
            return Put(buffer, offset, count);
        }

        private bool Put(byte[] buffer, int offset, int count)
        {
            lastSegmentLength += count;
            return store.Append(lastSegment, buffer, offset, count);
        }

        /// <summary>
        /// First number from the next entry's on at which nothing stands, foreign files included; 0 when there is none. Segments behind one another
        /// hold numbers behind one another.
        /// </summary>
        private int FreeSegment()
        {
            int segment = NextSequence > lastSegment ? NextSequence : lastSegment + 1;
            for (int i = 0; i < MostNumbersTried && segment <= LogFormat.LastSegment; i++)
            {
                if (store.Length(segment) == 0)
                {
                    return segment;
                }

                segment++;
            }

            return segment > LogFormat.LastSegment ? segment : 0;
        }
    }
}
