using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Lists the newest recordings, for a screen: number, time, answer, whether it is acknowledged. A resumable job: <see cref="Begin"/>, then
    /// <see cref="Step"/>. It looks at headers alone, from the newest segment backwards until it has enough.
    /// </summary>
    public sealed class LogListing
    {
        private readonly RecordLog log;
        private readonly LogScanner scanner;
        private readonly AcknowledgedNumbers acknowledged;
        private readonly PayloadReader payload;
        private int[] sequences;
        private int[] startMinutes;
        private int[] answers;
        private int[] synced;
        private int segment;
        private int newer;
        private int glanced;
        private Stage stage = Stage.Done;

        /// <summary>Lists a log that is open.</summary>
        public LogListing(RecordLog log)
        {
            this.log = log;
            scanner = log.Scanner;
            acknowledged = new AcknowledgedNumbers(log.Store, scanner.Page);
            payload = new PayloadReader(log);
        }

        private enum Stage
        {
            Key,
            Acknowledged,
            Headers,
            Glance,
            Done,
        }

        /// <summary>Records listed so far.</summary>
        public int Count { get; private set; }

        /// <summary><see cref="LogStatus.StoreFailed"/> when there may be more that could not be read.</summary>
        public LogStatus Status { get; private set; }

        /// <summary>Starts to list as many as the arrays, all of one length, have room for, the newest first.</summary>
        /// <param name="sequence">Takes the numbers.</param>
        /// <param name="startMinute">Takes the start in whole minutes since 1970-01-01 UTC; -1 where the clock was not set.</param>
        /// <param name="answer">Takes the summary's answer: 0 no finding, 1 show a doctor, 2 repeat; -1 where there is none.</param>
        /// <param name="isSynced">Takes 1 for a record that is acknowledged, 0 for another.</param>
        /// <exception cref="ArgumentException">An array is missing, or they are not of one length.</exception>
        /// <exception cref="InvalidOperationException">The log is not open, or an entry is being appended.</exception>
        public void Begin(int[] sequence, int[] startMinute, int[] answer, int[] isSynced)
        {
            if (sequence == null || startMinute == null || answer == null || isSynced == null || startMinute.Length != sequence.Length
                || answer.Length != sequence.Length || isSynced.Length != sequence.Length)
            {
                throw new ArgumentException("Four arrays of one length are needed.", nameof(sequence));
            }

            log.RequireIdle();
            sequences = sequence;
            startMinutes = startMinute;
            answers = answer;
            synced = isSynced;
            Count = 0;
            Status = log.Status == LogStatus.Ok ? LogStatus.Working : log.Status;
            Enter(scanner.Segments.UpTo(LogFormat.LastSegment));
            stage = stage == Stage.Acknowledged ? Stage.Key : stage;
        }

        /// <summary>Looks at one entry, or reads a page of acknowledgements. True when nothing is left to do.</summary>
        public bool Step()
        {
            switch (stage)
            {
                case Stage.Key:
                    stage = log.Cover == null || log.Cover.Prepare() ? Stage.Acknowledged : Stage.Key;
                    break;
                case Stage.Acknowledged:
                    if (acknowledged.Step())
                    {
                        scanner.BeginSegment(segment, LogCheck.Headers);
                        stage = Stage.Headers;
                    }

                    break;
                case Stage.Headers:
                    bool finished = scanner.Step();
                    if (scanner.Found == LogFinding.UncheckedRecord && !IsSelfTest())
                    {
                        Insert();
                    }

                    stage = finished ? Stage.Glance : stage;
                    break;
                case Stage.Glance:
                    Glance();
                    break;
            }

            return stage == Stage.Done;
        }

        private void Enter(int next)
        {
            if (next == 0 || Count == sequences.Length)
            {
                Status = Status == LogStatus.Working ? LogStatus.Ok : Status;
                stage = Stage.Done;
                if (log.Cover != null)
                {
                    log.Cover.Release();
                }

                return;
            }

            segment = next;
            newer = Count;
            glanced = Count;
            acknowledged.Begin(segment, scanner.Segments.Contains(LogFile.Acknowledged(segment)));
            stage = Stage.Acknowledged;
        }

        // The log keeps self-tests, too, which are no recordings to choose from. The scanner's page is free between two of its steps.
        private bool IsSelfTest()
        {
            payload.Open(segment, scanner.Position + LogFormat.EntryHeaderBytes, scanner.Length);
            return payload.Length >= LittleEndian.Int32Bytes && payload.Read(0, scanner.Page, 0, LittleEndian.Int32Bytes) == LittleEndian.Int32Bytes
                && LittleEndian.GetInt32(scanner.Page, 0) == SelfTestRecord.Magic;
        }

        /// <summary>
        /// A segment's entries come oldest first: each goes before those of the same segment, and the last falls out where there is no room.
        /// Until the record is looked at, its place in the segment stands where its time will.
        /// </summary>
        private void Insert()
        {
            int last = Count < sequences.Length ? Count : Count - 1;
            for (int i = last; i > newer; i--)
            {
                sequences[i] = sequences[i - 1];
                startMinutes[i] = startMinutes[i - 1];
                answers[i] = answers[i - 1];
            }

            sequences[newer] = scanner.Sequence;
            startMinutes[newer] = scanner.Position + LogFormat.EntryHeaderBytes;
            answers[newer] = scanner.Length;
            Count = last + 1;
        }

        private void Glance()
        {
            if (glanced < Count)
            {
                int at = glanced;
                synced[at] = acknowledged.Contains(sequences[at]) ? 1 : 0;
                payload.Open(segment, startMinutes[at], answers[at]);
                RecordGlance.Read(payload, scanner.Page, startMinutes, answers, at);
                glanced++;
                return;
            }

            if (scanner.ReadFailed || acknowledged.Failed)
            {
                Status = LogStatus.StoreFailed;
            }

            Enter(scanner.Segments.UpTo(segment - 1));
        }
    }
}
