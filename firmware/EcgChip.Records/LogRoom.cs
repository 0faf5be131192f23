namespace EcgChip.Records
{
    /// <summary>How much still fits into a log.</summary>
    internal static class LogRoom
    {
        /// <summary>How many records of so many bytes can still be appended: an estimate from below.</summary>
        /// <param name="recordBytes">Bytes of each as it is stored, the log's own overhead left out.</param>
        /// <param name="segmentLimit">Bytes beyond which a segment is not extended.</param>
        /// <param name="lastLength">Bytes of the last segment; -1 where it is not extended.</param>
        /// <param name="free">Bytes that are free.</param>
        internal static int Count(int recordBytes, int segmentLimit, int lastLength, long free)
        {
            long entry = (long)LogFormat.EntryOverheadBytes + recordBytes;
            long count = 0;
            if (lastLength >= 0 && lastLength + entry <= segmentLimit)
            {
                long fits = (segmentLimit - lastLength) / entry;
                long roomy = free / entry;
                count = fits < roomy ? fits : roomy;
                free -= WholeBlocks(count * entry);
            }

            long perSegment = (segmentLimit - LogFormat.SegmentHeaderBytes) / entry;
            perSegment = perSegment > 0 ? perSegment : 1;
            long segment = WholeBlocks(LogFormat.SegmentHeaderBytes + perSegment * entry);
            if (free > 0)
            {
                count += free / segment * perSegment;
                long more = (free % segment - LogFormat.SegmentHeaderBytes) / entry;
                count += more < perSegment ? more : perSegment;
            }

            return (int)count;
        }

        /// <summary>
        /// Most bytes of a record as it is stored. Whether there will be a key then is not known before: with one it takes more.
        /// </summary>
        internal static int WithCover(int recordBytes, IRecordCover cover)
        {
            return cover == null || recordBytes > int.MaxValue - RecordCoverFormat.Bytes ? recordBytes : recordBytes + RecordCoverFormat.Bytes;
        }

        private static long WholeBlocks(long bytes)
        {
            return (bytes + LogFormat.BlockBytes - 1) / LogFormat.BlockBytes * LogFormat.BlockBytes;
        }
    }
}
