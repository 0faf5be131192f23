using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Frees what acknowledged records take, and nothing else. A resumable job: <see cref="Begin"/>, then <see cref="Step"/>, a page each. Not to be used
    /// while an entry is being appended. Where another job has used the log between two steps, a segment is looked at once more. It can be left unfinished at any
    /// step.
    /// <para>
    /// First whole segments go of which every record is acknowledged; the newest stays, so that the last recordings can still be listed. Where that is not
    /// enough, the newest goes too, with an empty one begun behind it that keeps the numbering, and segments of which a part is acknowledged
    /// are compacted.
    /// </para>
    /// <para>
    /// A segment in which bytes cannot be read stays until all records in it that can be made out are acknowledged, and is never compacted; one of which the
    /// store failed to read anything is left alone.
    /// </para>
    /// </summary>
    public sealed class LogCleaner
    {
        private readonly RecordLog log;
        private readonly ISegmentStore store;
        private readonly LogScanner scanner;
        private readonly AcknowledgedNumbers acknowledged;
        private readonly SegmentCompaction compaction;
        private int wanted;
        private bool thorough;
        private bool failed;
        private int segment;
        private int records;
        private int kept;
        private long keptBytes;
        private bool hasUnreadable;
        private int begun;
        private Stage stage = Stage.Done;

        /// <summary>Cleans a log that is open.</summary>
        public LogCleaner(RecordLog log)
        {
            this.log = log;
            store = log.Store;
            scanner = log.Scanner;
            acknowledged = new AcknowledgedNumbers(store, scanner.Page);
            compaction = new SegmentCompaction(log, acknowledged);
        }

        private enum Stage
        {
            Acknowledged,
            Headers,
            Compact,
            Leave,
            Done,
        }

        /// <summary>
        /// <see cref="LogStatus.Working"/> until it is over, then <see cref="LogStatus.Ok"/>, also when nothing could be freed and no room was asked
        /// for; <see cref="LogStatus.Full"/> when less room than was wanted could be made; <see cref="LogStatus.StoreFailed"/> when it might
        /// have been more, had the store not failed.
        /// </summary>
        public LogStatus Status { get; private set; }

        /// <summary>Segments removed or compacted since <see cref="Begin"/>.</summary>
        public int FreedSegments { get; private set; }

        /// <summary>Starts to free.</summary>
        /// <param name="wantedBytes">Size of a record for which there shall be room; 0 to free whole segments alone.</param>
        /// <exception cref="InvalidOperationException">The log is not open, or an entry is being appended.</exception>
        public void Begin(int wantedBytes)
        {
            log.RequireIdle();
            wanted = wantedBytes;
            thorough = false;
            failed = false;
            FreedSegments = 0;
            Status = LogStatus.Working;
            EnterAfter(0);
        }

        /// <summary>A page of work. True when nothing is left to do.</summary>
        public bool Step()
        {
            // Another job has used the scanner meanwhile: what was counted of the segment is not all of it.
            if (stage == Stage.Headers && begun != scanner.Begun)
            {
                Enter();
                return false;
            }

            switch (stage)
            {
                case Stage.Acknowledged:
                    if (acknowledged.Step())
                    {
                        BeginHeaders();
                    }

                    break;
                case Stage.Headers:
                    CountEntry();
                    break;
                case Stage.Compact:
                    if (compaction.Step())
                    {
                        Note(compaction.Status == LogStatus.Ok);
                        stage = Stage.Leave;
                    }

                    break;
                case Stage.Leave:
                    EnterAfter(segment);
                    break;
            }

            return stage == Stage.Done;
        }

        private bool IsEnough()
        {
            return wanted == 0 || log.RoomFor(wanted) == LogStatus.Ok;
        }

        private void EnterAfter(int before)
        {
            int next = scanner.Segments.After(before);
            if (next == 0 && !thorough && !IsEnough())
            {
                thorough = true;
                next = scanner.Segments.After(0);
            }

            if (next == 0 || (thorough && IsEnough()))
            {
                Status = IsEnough() ? LogStatus.Ok : failed ? LogStatus.StoreFailed : LogStatus.Full;
                stage = Stage.Done;
                return;
            }

            segment = next;
            Enter();
        }

        private void Enter()
        {
            acknowledged.Begin(segment, scanner.Segments.Contains(LogFile.Acknowledged(segment)));
            stage = Stage.Acknowledged;
        }

        private void BeginHeaders()
        {
            // Without an acknowledgement there is nothing to free, but for a segment in which an entry was begun and none ended.
            if (!thorough && acknowledged.Count == 0)
            {
                stage = Stage.Leave;
                return;
            }

            records = 0;
            kept = 0;
            keptBytes = LogFormat.SegmentHeaderBytes;
            hasUnreadable = false;
            scanner.BeginSegment(segment, LogCheck.Headers);
            begun = scanner.Begun;
            stage = Stage.Headers;
        }

        private void CountEntry()
        {
            bool finished = scanner.Step();
            switch (scanner.Found)
            {
                case LogFinding.UncheckedRecord:
                    records++;
                    if (!acknowledged.Contains(scanner.Sequence))
                    {
                        kept++;
                        keptBytes += LogFormat.EntryOverheadBytes + scanner.Length;
                    }

                    break;
                case LogFinding.Unreadable:
                case LogFinding.ForeignSegment:
                    hasUnreadable = true;
                    break;
            }

            if (finished)
            {
                Judge();
            }
        }

        private void Judge()
        {
            bool isLast = segment == log.LastSegment;
            long gain = store.Length(segment) - keptBytes;
            stage = Stage.Leave;
            bool unread = scanner.ReadFailed || acknowledged.Failed;
            if (unread || !scanner.IsOwn)
            {
                failed |= unread;
            }
            else if (kept == 0 && (records > 0 || !hasUnreadable))
            {
                if (!isLast || (thorough && gain > 0 && log.BeginNextSegment()))
                {
                    Note(Free());
                }
            }
            else if (thorough && !hasUnreadable && gain >= log.WorthCompacting && keptBytes <= store.FreeBytes()
                && (!isLast || log.BeginNextSegment()))
            {
                compaction.Begin(segment);
                stage = Stage.Compact;
            }
        }

        // The segment first: acknowledgements without it mean nothing, records without their acknowledgement would be sent again.
        private bool Free()
        {
            if (!store.Delete(segment))
            {
                return false;
            }

            SegmentList files = scanner.Segments;
            files.Remove(segment);
            if (files.Contains(LogFile.Acknowledged(segment)) && store.Delete(LogFile.Acknowledged(segment)))
            {
                files.Remove(LogFile.Acknowledged(segment));
            }

            return true;
        }

        private void Note(bool done)
        {
            failed |= !done;
            FreedSegments += done ? 1 : 0;
        }
    }
}
