using System;

namespace EcgChip.Records
{
    /// <summary>Saves a finished recording in the log, a page a step; made once and reused.</summary>
    public sealed class RecordSaver
    {
        private readonly RecordLog log;
        private readonly RecordWriter writer = new RecordWriter();
        private readonly byte[] page;

        /// <summary>
        /// Saves to <paramref name="log"/> in pages of <paramref name="pageBytes"/>: what is written, and takes time, in one step.
        /// </summary>
        /// <exception cref="ArgumentException">There is no log, or the page is empty.</exception>
        public RecordSaver(RecordLog log, int pageBytes)
        {
            if (log == null)
            {
                throw new ArgumentNullException(nameof(log));
            }

            if (pageBytes <= 0)
            {
                throw new ArgumentOutOfRangeException(nameof(pageBytes));
            }

            this.log = log;
            page = new byte[pageBytes];
        }

        /// <summary><see cref="LogStatus.Working"/> until the record is saved (<see cref="LogStatus.Ok"/>) or saving has failed.</summary>
        public LogStatus Status { get; private set; }

        /// <summary>
        /// Starts to save a recording under the log's next number, which it puts into the contents. The contents must stay as they are
        /// until the end. When saving failed, the same contents can be saved again.
        /// </summary>
        /// <exception cref="ArgumentException">The contents cannot be written: see <see cref="RecordWriter.Begin"/>.</exception>
        /// <exception cref="InvalidOperationException">The log is not open, or an entry is being appended.</exception>
        public LogStatus Begin(RecordContents contents)
        {
            if (contents == null)
            {
                throw new ArgumentNullException(nameof(contents));
            }

            writer.Begin(contents);
            LogStatus begun = log.BeginAppend(writer.TotalLength);

            // Only now it is settled: where nothing can be said of a file, the log leaves out its number.
            contents.Sequence = log.NextSequence - 1;
            Status = begun == LogStatus.Ok ? LogStatus.Working : begun;
            return Status;
        }

        /// <summary>Saves one page. True when nothing is left to do; <see cref="Status"/> says how it went.</summary>
        public bool Step()
        {
            if (Status != LogStatus.Working)
            {
                return true;
            }

            int count = writer.Read(page, 0, page.Length);
            LogStatus step = count > 0 ? log.Write(page, 0, count) : log.Commit();
            if (step != LogStatus.Ok || count == 0)
            {
                Status = step;
            }

            return Status != LogStatus.Working;
        }
    }
}
