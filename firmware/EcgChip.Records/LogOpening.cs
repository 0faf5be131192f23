namespace EcgChip.Records
{
    /// <summary>
    /// Opens a log, a page a step: brings to an end what a power cut left half done, then scans for what there is. Made for one opening and let go.
    /// </summary>
    internal sealed class LogOpening
    {
        private readonly LogScanner scanner;
        private readonly LogCheck check;
        private readonly AcknowledgedNumbers acknowledged;
        private LogTidy tidy;
        private bool readsAcknowledged;

        internal LogOpening(LogScanner scanner, ISegmentStore store, LogCheck check)
        {
            this.scanner = scanner;
            this.check = check;
            scanner.Begin(check);
            CouldList = !scanner.ReadFailed;
            tidy = new LogTidy(store, scanner.Segments);
            acknowledged = new AcknowledgedNumbers(store, scanner.Page);
        }

        /// <summary>False when the store could not say which files there are.</summary>
        internal bool CouldList { get; }

        internal int RecordCount { get; private set; }

        internal int DamageCount { get; private set; }

        internal int UnsyncedCount { get; private set; }

        /// <summary>One page. True when the whole log was seen.</summary>
        internal bool Step()
        {
            if (tidy != null)
            {
                if (tidy.Step())
                {
                    DamageCount += tidy.Hidden;
                    tidy = null;
                    scanner.BeginListed(check);
                }

                return false;
            }

            if (readsAcknowledged)
            {
                readsAcknowledged = !acknowledged.Step();
                if (!readsAcknowledged)
                {
                    CountUnsynced();
                }

                return false;
            }

            bool finished = scanner.Step();
            Count(scanner.Found);
            return finished;
        }

        private void Count(LogFinding found)
        {
            switch (found)
            {
                case LogFinding.Record:
                case LogFinding.UncheckedRecord:
                    RecordCount++;
                    CountNumbered();
                    break;
                case LogFinding.DamagedRecord:
                    DamageCount++;
                    CountNumbered();
                    break;
                case LogFinding.TornRecord:
                case LogFinding.Unreadable:
                    DamageCount++;
                    break;
            }
        }

        private void CountNumbered()
        {
            int segment = scanner.Segment;
            if (acknowledged.Segment == segment)
            {
                CountUnsynced();
                return;
            }

            acknowledged.Begin(segment, scanner.Segments.Contains(LogFile.Acknowledged(segment)));
            readsAcknowledged = true;
        }

        private void CountUnsynced()
        {
            if (!acknowledged.Contains(scanner.Sequence))
            {
                UnsyncedCount++;
            }
        }
    }
}
