using EcgChip.Device.Security;
using EcgChip.Records;

namespace EcgChip.Device.Link
{
    /// <summary>What a session needs to collect records: where it stands in the log, and the seal that was made last. Made with the first record that is wanted.</summary>
    internal sealed class Collection
    {
        /// <summary>Finds records.</summary>
        internal readonly LogReader Reader;

        /// <summary>The log.</summary>
        internal readonly RecordLog Log;

        /// <summary>The key that records are sealed with; null until one was to be sealed.</summary>
        internal byte[] RecordKey;

        /// <summary>The seal in the making, or made last; null for none.</summary>
        internal RecordSealing Sealing;

        private const int All = 100;

        private readonly int found;

        /// <summary>Nothing is collected.</summary>
        internal Collection(RecordLog log)
        {
            Log = log;
            Reader = new LogReader(log);
            found = log.UnsyncedCount;
        }

        /// <summary>How many of the records that nobody had acknowledged are acknowledged now, 0 to 100.</summary>
        internal int Percent
        {
            get
            {
                int left = Log.UnsyncedCount;
                return found <= 0 ? All : left >= found ? 0 : (found - left) * All / found;
            }
        }

        /// <summary>True while the reader stands on a record, and what it found is still there.</summary>
        internal bool StandsOn(int sequence)
        {
            return Reader.Status == LogStatus.Ok && Reader.IsCurrent && Reader.Sequence == sequence;
        }
    }
}
