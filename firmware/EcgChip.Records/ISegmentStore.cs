namespace EcgChip.Records
{
    /// <summary>
    /// Where the log's files are kept: numbered byte sequences that only grow at their end, vanish whole or change their number. A number says
    /// which segment the file belongs to and what it is (<see cref="LogFile"/>); on the device file 7 is called 00000007.seg. Failures are
    /// answers, never exceptions.
    /// </summary>
    public interface ISegmentStore
    {
        /// <summary>Numbers of all files there are, in any order; null when it cannot be told. Called once when the log is opened.</summary>
        int[] Segments();

        /// <summary>Bytes of a file; 0 when there is no such file, -1 when it cannot be told.</summary>
        int Length(int segment);

        /// <summary>
        /// Reads up to <paramref name="count"/> bytes from <paramref name="position"/> on and returns how many came: fewer at the end, or
        /// when reading fails.
        /// </summary>
        int Read(int segment, int position, byte[] buffer, int offset, int count);

        /// <summary>
        /// Appends bytes, and makes the file if there is none. They may be lost in a power cut until <see cref="Flush"/>. False when
        /// that failed; a part of them may stand there then.
        /// </summary>
        bool Append(int segment, byte[] buffer, int offset, int count);

        /// <summary>Makes everything appended to a file safe from a power cut. False when that failed.</summary>
        bool Flush(int segment);

        /// <summary>Removes a whole file; one that is not there is removed already. False when that failed.</summary>
        bool Delete(int segment);

        /// <summary>
        /// Gives a file, flushed before, another number, that no file has: wholly or not at all, also when the power fails. False when that
        /// failed, or the number was taken.
        /// </summary>
        bool Rename(int segment, int newSegment);

        /// <summary>
        /// Bytes that can still be appended, what the file system needs for itself already taken off. May be an estimate.
        /// </summary>
        long FreeBytes();
    }
}
