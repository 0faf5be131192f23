using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Finds one record of the log, reads it and acknowledges it. A resumable job: <see cref="BeginNext"/> or <see cref="BeginFind"/>, then
    /// <see cref="Step"/> until it answers true; then the record's bytes can be read as they stand there. Not to be used while an entry is being
    /// appended. Where another job has used the log between two steps it begins again, and <see cref="IsCurrent"/> says whether one has since.
    /// </summary>
    public sealed class LogReader
    {
        private readonly RecordLog log;
        private readonly ISegmentStore store;
        private readonly LogScanner scanner;
        private readonly AcknowledgedNumbers acknowledged;
        private readonly PayloadReader payload;
        private bool any;
        private int wanted;
        private int segment;
        private int position;
        private bool hasFound;
        private bool opens;
        private bool readsAcknowledged;
        private bool goesBack;
        private int begun;

        /// <summary>Reads a log that is open.</summary>
        public LogReader(RecordLog log)
        {
            this.log = log;
            store = log.Store;
            scanner = log.Scanner;
            acknowledged = new AcknowledgedNumbers(store, scanner.Page);
            payload = new PayloadReader(log);
        }

        /// <summary>
        /// <see cref="LogStatus.Working"/> until the search is over. Then <see cref="LogStatus.Ok"/> when the record was found;
        /// <see cref="LogStatus.Gone"/> when there is none; <see cref="LogStatus.Unknown"/> for a number that was never given;
        /// <see cref="LogStatus.StoreFailed"/> when there may be one and it could not be read.
        /// </summary>
        public LogStatus Status { get; private set; }

        /// <summary>Number of the record found.</summary>
        public int Sequence { get; private set; }

        /// <summary>Its bytes.</summary>
        public int Length { get; private set; }

        /// <summary>Whether it is acknowledged.</summary>
        public bool IsAcknowledged { get; private set; }

        /// <summary>
        /// True while no other job has used the log since the last step: the record found still stands where it was found. If not, it is to be found again.
        /// </summary>
        public bool IsCurrent
        {
            get { return begun == scanner.Begun; }
        }

        /// <summary>Starts to look for the oldest record that is not acknowledged, of those with a number above the one given.</summary>
        /// <exception cref="InvalidOperationException">The log is not open, or an entry is being appended.</exception>
        public void BeginNext(int afterSequence)
        {
            any = true;
            wanted = afterSequence < 0 ? 1 : afterSequence < int.MaxValue ? afterSequence + 1 : afterSequence;
            int first = scanner.Segments.UpTo(wanted);
            Begin(first == 0 ? scanner.Segments.After(0) : first);
        }

        /// <summary>Starts to look for one record, acknowledged or not.</summary>
        /// <exception cref="InvalidOperationException">The log is not open, or an entry is being appended.</exception>
        public void BeginFind(int sequence)
        {
            any = false;
            wanted = sequence;
            bool given = sequence > 0 && sequence < log.NextSequence;
            Begin(given ? scanner.Segments.UpTo(sequence) : 0);
            if (!given && log.Status == LogStatus.Ok)
            {
                Status = LogStatus.Unknown;
            }
        }

        /// <summary>Looks at one entry, or reads a page of acknowledgements. True when the search is over.</summary>
        public bool Step()
        {
            if (Status != LogStatus.Working)
            {
                return true;
            }

            if (begun != scanner.Begun)
            {
                Restart();
                return false;
            }

            if (opens)
            {
                if (!payload.Step())
                {
                    return false;
                }

                Length = payload.Length;
                opens = false;
                hasFound = true;
                Status = LogStatus.Ok;
                return true;
            }

            if (readsAcknowledged)
            {
                if (acknowledged.Step())
                {
                    readsAcknowledged = false;
                    scanner.BeginSegment(segment, LogCheck.Headers);
                    begun = scanner.Begun;
                }

                return false;
            }

            bool finished = scanner.Step();
            if (scanner.Found == LogFinding.UncheckedRecord && Matches(scanner.Sequence))
            {
                Sequence = scanner.Sequence;
                Length = scanner.Length;
                position = scanner.Position + LogFormat.EntryHeaderBytes;
                IsAcknowledged = acknowledged.Contains(Sequence);

                // In steps of its own: a key may have to be read for it.
                payload.Begin(segment, position, Length);
                opens = true;
            }
            else if (finished)
            {
                LeaveSegment();
            }

            return Status != LogStatus.Working;
        }

        /// <summary>Reads bytes of the record found, and returns how many came: fewer at its end, or when reading fails.</summary>
        /// <exception cref="InvalidOperationException">No record was found.</exception>
        public int Read(int offset, byte[] buffer, int at, int count)
        {
            RequireRecord();
            int left = Length - offset;
            count = count < left ? count : left;
            return payload.Read(offset, buffer, at, count);
        }

        /// <summary>
        /// Acknowledges the record found. After <see cref="LogStatus.Ok"/> no power cut can undo it; once more is the same.
        /// </summary>
        /// <exception cref="InvalidOperationException">No record was found.</exception>
        public LogStatus Acknowledge()
        {
            RequireRecord();
            if (IsAcknowledged)
            {
                // What can be read may not be safe yet, where the flush failed the first time.
                return store.Flush(LogFile.Acknowledged(segment)) ? LogStatus.Ok : LogStatus.StoreFailed;
            }

            scanner.Segments.Add(LogFile.Acknowledged(segment));
            if (!AcknowledgedNumbers.Append(store, scanner.Page, segment, Sequence))
            {
                return LogStatus.StoreFailed;
            }

            IsAcknowledged = true;
            log.UnsyncedCount--;
            return LogStatus.Ok;
        }

        /// <summary>
        /// Finds a record and acknowledges it at once: some 0.4 ms for each record in its segment, and a short write.
        /// <see cref="LogStatus.Ok"/> also when it is not kept any more; <see cref="LogStatus.Unknown"/> for a number that was never given.
        /// </summary>
        public LogStatus Acknowledge(int sequence)
        {
            BeginFind(sequence);
            while (!Step())
            {
            }

            return Status == LogStatus.Ok ? Acknowledge() : Status == LogStatus.Gone ? LogStatus.Ok : Status;
        }

        private void Restart()
        {
            if (any)
            {
                BeginNext(wanted - 1);
            }
            else
            {
                BeginFind(wanted);
            }
        }

        private void Begin(int first)
        {
            log.RequireIdle();
            begun = scanner.Begun;
            Status = LogStatus.Working;
            hasFound = false;
            opens = false;
            goesBack = true;
            IsAcknowledged = false;
            Enter(first);
            if (log.Status != LogStatus.Ok)
            {
                Status = log.Status;
            }
        }

        private void Enter(int next)
        {
            if (next == 0)
            {
                Status = LogStatus.Gone;
                return;
            }

            segment = next;
            acknowledged.Begin(segment, scanner.Segments.Contains(LogFile.Acknowledged(segment)));
            readsAcknowledged = true;
        }

        private bool Matches(int sequence)
        {
            return any ? sequence >= wanted && !acknowledged.Contains(sequence) : sequence == wanted;
        }

        private void LeaveSegment()
        {
            if (scanner.ReadFailed)
            {
                Status = LogStatus.StoreFailed;
            }
            else
            {
                // A stray file may bear a number between this log's own: the record may stand before it.
                int before = goesBack && !scanner.IsOwn ? scanner.Segments.UpTo(segment - 1) : 0;
                goesBack = before != 0;
                Enter(goesBack ? before : any ? scanner.Segments.After(segment) : 0);
            }
        }

        private void RequireRecord()
        {
            if (!hasFound)
            {
                throw new InvalidOperationException();
            }
        }
    }
}
