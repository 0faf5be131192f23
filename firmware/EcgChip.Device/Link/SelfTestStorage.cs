using EcgChip.Records;

namespace EcgChip.Device.Link
{
    /// <summary>Puts a self-test into the log, as a record of its own.</summary>
    public static class SelfTestStorage
    {
        /// <summary>Appends a self-test; takes as long as the flash does.</summary>
        /// <param name="log">The log, open; null where there is none.</param>
        /// <param name="record">The self-test; gets its number here.</param>
        /// <returns>False where it could not be stored.</returns>
        public static bool Store(RecordLog log, SelfTestRecord record)
        {
            if (log == null || !log.IsOpen)
            {
                return false;
            }

            record.Sequence = log.NextSequence;
            byte[] bytes = record.Encode();
            return log.BeginAppend(bytes.Length) == LogStatus.Ok && log.Write(bytes, 0, bytes.Length) == LogStatus.Ok && log.Commit() == LogStatus.Ok;
        }
    }
}
