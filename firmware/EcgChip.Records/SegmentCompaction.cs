namespace EcgChip.Records
{
    /// <summary>
    /// Takes the acknowledged records out of a segment: copies the others into a new file, looks whether they stand there as they did, removes the
    /// segment and gives the new file its number. Up to the removal the segment is as it was; from there on <see cref="LogTidy"/> brings to its
    /// end what a power cut interrupts. A resumable job, a page a step.
    /// </summary>
    internal sealed class SegmentCompaction
    {
        private readonly ISegmentStore store;
        private readonly LogScanner scanner;
        private readonly AcknowledgedNumbers acknowledged;
        private readonly Crc32 crc = new Crc32();
        private int segment;
        private int replacement;
        private int written;
        private int payloadFrom;
        private int payloadLeft;
        private int sound;
        private int damaged;
        private bool finished;
        private int begun;
        private Stage stage;

        internal SegmentCompaction(RecordLog log, AcknowledgedNumbers acknowledged)
        {
            store = log.Store;
            scanner = log.Scanner;
            this.acknowledged = acknowledged;
        }

        private enum Stage
        {
            Entries,
            Payload,
            Verify,
            Swap,
            Done,
        }

        internal LogStatus Status { get; private set; }

        /// <summary>Begins, with the acknowledgements of the segment read, which must not be the log's last.</summary>
        internal void Begin(int ofSegment)
        {
            segment = ofSegment;
            replacement = LogFile.Replacement(segment);
            written = 0;
            sound = 0;
            damaged = 0;
            finished = false;
            Status = LogStatus.Working;
            stage = Stage.Entries;
            byte[] page = scanner.Page;
            scanner.Segments.Add(replacement);
            if (!store.Delete(replacement))
            {
                Fail();
                return;
            }

            LogFormat.PutSegmentHeader(page, segment);
            Put(page, LogFormat.SegmentHeaderBytes);
            scanner.BeginSegment(segment, LogCheck.Headers);
            begun = scanner.Begun;
        }

        internal bool Step()
        {
            // Another job has used the scanner meanwhile: a copy of what it came upon would be no copy.
            if (stage != Stage.Swap && stage != Stage.Done && begun != scanner.Begun)
            {
                Fail();
            }

            switch (stage)
            {
                case Stage.Entries:
                    NextEntry();
                    break;
                case Stage.Payload:
                    CopyPage();
                    break;
                case Stage.Verify:
                    Verify();
                    break;
                case Stage.Swap:
                    Swap();
                    break;
            }

            return stage == Stage.Done;
        }

        private void NextEntry()
        {
            if (finished)
            {
                if (scanner.ReadFailed || !store.Flush(replacement))
                {
                    Fail();
                    return;
                }

                scanner.BeginSegment(replacement, LogCheck.AllPayloads);
                begun = scanner.Begun;
                stage = Stage.Verify;
                return;
            }

            finished = scanner.Step();
            if (scanner.Found == LogFinding.UncheckedRecord && !acknowledged.Contains(scanner.Sequence))
            {
                // An entry names its own place.
                payloadFrom = scanner.Position + LogFormat.EntryHeaderBytes;
                payloadLeft = scanner.Length;
                crc.Reset();
                stage = Stage.Payload;
                LogFormat.PutEntryHeader(scanner.Page, scanner.Sequence, scanner.Length, written);
                Put(scanner.Page, LogFormat.EntryHeaderBytes);
            }
        }

        private void CopyPage()
        {
            byte[] page = scanner.Page;
            int count = payloadLeft < page.Length ? payloadLeft : page.Length;
            bool ends = count == 0;
            count = ends ? LogFormat.EntryTrailerBytes : count;
            if (store.Read(segment, payloadFrom, page, 0, count) != count)
            {
                Fail();
                return;
            }

            if (ends)
            {
                // A record that was damaged stays what it is, to be told from a sound one.
                if (LittleEndian.GetInt32(page, 0) == (int)(long)crc.Value)
                {
                    sound++;
                }
                else
                {
                    damaged++;
                }

                stage = Stage.Entries;
            }
            else
            {
                crc.Update(page, 0, count);
                payloadFrom += count;
                payloadLeft -= count;
            }

            Put(page, count);
        }

        private void Verify()
        {
            bool seen = scanner.Step();
            switch (scanner.Found)
            {
                case LogFinding.Record:
                    sound--;
                    break;
                case LogFinding.DamagedRecord:
                    damaged--;
                    break;
                case LogFinding.None:
                    break;
                default:
                    Fail();
                    return;
            }

            if (seen)
            {
                stage = Stage.Swap;
                if (sound != 0 || damaged != 0 || scanner.ReadFailed)
                {
                    Fail();
                }
            }
        }

        private void Swap()
        {
            if (!store.Delete(segment))
            {
                Fail();
                return;
            }

            stage = Stage.Done;
            SegmentList files = scanner.Segments;
            files.Remove(segment);
            if (!store.Rename(replacement, segment))
            {
                // Now the only copy: it takes its place when the log is opened again.
                Status = LogStatus.StoreFailed;
                return;
            }

            files.Remove(replacement);
            files.Add(segment);
            if (store.Delete(LogFile.Acknowledged(segment)))
            {
                files.Remove(LogFile.Acknowledged(segment));
            }

            Status = LogStatus.Ok;
        }

        private void Put(byte[] bytes, int count)
        {
            written += count;
            if (!store.Append(replacement, bytes, 0, count))
            {
                Fail();
            }
        }

        private void Fail()
        {
            if (store.Delete(replacement))
            {
                scanner.Segments.Remove(replacement);
            }

            stage = Stage.Done;
            Status = LogStatus.StoreFailed;
        }
    }
}
