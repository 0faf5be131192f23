using System;

namespace EcgChip.Records
{
    /// <summary>
    /// The log of finished recordings: entries are appended to segments, numbered on from the highest number ever seen, and never changed.
    /// What was committed survives a power cut at any moment.
    /// <para>
    /// <see cref="Open"/>, then <see cref="Step"/> until it answers true. For each entry <see cref="BeginAppend"/>, <see cref="Write"/>
    /// page by page, <see cref="Commit"/>. A segment in which anything is damaged or was left half written is never appended to again: the
    /// next entry begins a new one. Segments can be removed one by one, all but the one with the newest record, which keeps the numbering.
    /// </para>
    /// </summary>
    public sealed class RecordLog
    {
        /// <summary>Segment numbers tried for a new segment, so that a store that answers nonsense is not asked for ever.</summary>
        private const int MostNumbersTried = 100;

        private readonly ISegmentStore store;
        private readonly int segmentLimit;
        private readonly byte[] header = new byte[LogFormat.EntryHeaderBytes];
        private readonly Crc32 crc = new Crc32();
        private int lastSegment;
        private int lastSegmentLength;
        private bool canExtend;
        private bool appending;
        private bool isAlone;
        private int payloadLeft;

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

        /// <summary>What the scan is coming upon while the log is being opened; look at its finding after each step.</summary>
        public LogScanner Scanner { get; }

        /// <summary>True once opening is finished.</summary>
        public bool IsOpen { get; private set; }

        /// <summary>Number that the next entry will have.</summary>
        public int NextSequence { get; private set; }

        /// <summary>Sound (or, by the check asked for, unchecked) records found when opening, and committed since.</summary>
        public int RecordCount { get; private set; }

        /// <summary>Damaged and torn records and unreadable stretches found when opening.</summary>
        public int DamageCount { get; private set; }

        /// <summary>Segment of the entry begun last.</summary>
        public int EntrySegment { get; private set; }

        /// <summary>Where in its segment the entry begun last stands.</summary>
        public int EntryPosition { get; private set; }

        /// <summary>Starts to open the log, or to open it again.</summary>
        public void Open(LogCheck check)
        {
            IsOpen = false;
            appending = false;
            RecordCount = 0;
            DamageCount = 0;
            Scanner.Begin(check);
        }

        /// <summary>One page of opening. True when the log is open.</summary>
        public bool Step()
        {
            if (IsOpen)
            {
                return true;
            }

            bool finished = Scanner.Step();
            switch (Scanner.Found)
            {
                case LogFinding.Record:
                case LogFinding.UncheckedRecord:
                    RecordCount++;
                    break;
                case LogFinding.DamagedRecord:
                case LogFinding.TornRecord:
                case LogFinding.Unreadable:
                    DamageCount++;
                    break;
            }

            if (finished)
            {
                NextSequence = Scanner.NextSequence;
                lastSegment = Scanner.LastSegment;
                lastSegmentLength = Scanner.LastSegmentLength;
                canExtend = lastSegmentLength > 0;
                IsOpen = true;
            }

            return finished;
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

            if (!IsOpen || appending)
            {
                throw new InvalidOperationException();
            }

            long entry = (long)LogFormat.EntryOverheadBytes + payloadLength;
            bool extend = canExtend && lastSegmentLength + entry <= segmentLimit;
            int segment = extend ? lastSegment : FreeSegment();
            if (segment == 0)
            {
                return LogStatus.StoreFailed;
            }

            int position = extend ? lastSegmentLength : 0;
            long needed = extend ? entry : entry + LogFormat.SegmentHeaderBytes;
            if (NextSequence == int.MaxValue || position + needed > int.MaxValue || needed > store.FreeBytes())
            {
                return LogStatus.Full;
            }

            appending = true;
            canExtend = false;
            isAlone = !extend;
            lastSegment = segment;
            lastSegmentLength = position;
            if (!extend)
            {
                LogFormat.PutSegmentHeader(header, NextSequence);
                if (!Put(header, 0, LogFormat.SegmentHeaderBytes))
                {
                    return Fail();
                }
            }

            EntrySegment = segment;
            EntryPosition = lastSegmentLength;
            LogFormat.PutEntryHeader(header, NextSequence, payloadLength, lastSegmentLength);
            NextSequence++;
            payloadLeft = payloadLength;
            crc.Reset();
            return Put(header, 0, LogFormat.EntryHeaderBytes) ? LogStatus.Ok : Fail();
        }

        /// <summary>Appends the next bytes of the entry's payload.</summary>
        /// <exception cref="InvalidOperationException">No entry is begun, or these are more bytes than it was begun with.</exception>
        public LogStatus Write(byte[] buffer, int offset, int count)
        {
            if (!appending || count > payloadLeft)
            {
                throw new InvalidOperationException();
            }

            crc.Update(buffer, offset, count);
            payloadLeft -= count;
            return Put(buffer, offset, count) ? LogStatus.Ok : Fail();
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
            canExtend = true;
            RecordCount++;
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

        private LogStatus Fail()
        {
            appending = false;
            if (isAlone)
            {
                // Nothing but the lost entry stands in this segment: its room is given back. If that fails too, the rest lies there as
                // torn.
                store.Delete(lastSegment);
            }

            return LogStatus.StoreFailed;
        }

        private bool Put(byte[] buffer, int offset, int count)
        {
            lastSegmentLength += count;
            return store.Append(lastSegment, buffer, offset, count);
        }

        /// <summary>First number after the last segment at which nothing stands, foreign files included; 0 when there is none.</summary>
        private int FreeSegment()
        {
            int segment = lastSegment + 1;
            for (int i = 0; i < MostNumbersTried && segment <= LogFormat.LastSegment; i++)
            {
                if (store.Length(segment) == 0)
                {
                    return segment;
                }

                segment++;
            }

            return 0;
        }
    }
}
