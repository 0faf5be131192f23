namespace EcgChip.Records
{
    /// <summary>
    /// Brings to its end what a power cut interrupted while space was freed, before the log is opened. A replacement beside its segment may not be
    /// whole: it goes. One without its segment is whole, for only then the segment was removed: it takes its place. Acknowledgements without
    /// their segment go. One file a step.
    /// </summary>
    internal sealed class LogTidy
    {
        private readonly ISegmentStore store;
        private readonly SegmentList files;
        private int place;
        private int kind = LogFile.ReplacementKind;

        internal LogTidy(ISegmentStore store, SegmentList files)
        {
            this.store = store;
            this.files = files;
        }

        /// <summary>Replacements that could not take their place: the records in them cannot be seen until the log is opened again.</summary>
        internal int Hidden { get; private set; }

        /// <summary>Looks at one file. True when all were looked at.</summary>
        internal bool Step()
        {
            if (place == files.Length)
            {
                if (kind == LogFile.AcknowledgedKind)
                {
                    return true;
                }

                // only now it is settled which segments there are
                kind = LogFile.AcknowledgedKind;
                place = 0;
                return false;
            }

            int file = files.At(place);
            place++;
            if (file > 0 && LogFile.KindOf(file) == kind)
            {
                Settle(file, LogFile.SegmentOf(file));
            }

            return false;
        }

        private void Settle(int file, int segment)
        {
            bool hasSegment = files.Contains(segment);
            if (kind == LogFile.ReplacementKind && !hasSegment)
            {
                if (store.Rename(file, segment))
                {
                    files.Remove(file);
                    files.Add(segment);
                }
                else
                {
                    Hidden++;
                }
            }
            else if (kind == LogFile.ReplacementKind || (!hasSegment && !files.Contains(LogFile.Replacement(segment))))
            {
                // what cannot be removed does no harm, and is looked at again at the next opening
                if (store.Delete(file))
                {
                    files.Remove(file);
                }
            }
        }
    }
}
