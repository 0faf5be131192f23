namespace EcgChip.Device.Storage
{
    /// <summary>
    /// The time of day, as a distance from the monotonic clock: known once somebody has set it, until the device restarts. What was recorded before stays
    /// as it is, with its time unknown: a record says when it began only if that was known then.
    /// </summary>
    public sealed class WallClock
    {
        /// <summary>The clock was not set since the device started.</summary>
        public const int NotSet = -1;

        private const int UsPerMs = 1000;
        private const int MsPerMinute = 60000;

        private long offsetMs;

        /// <summary>Whether the time is known.</summary>
        public bool IsSet { get; private set; }

        /// <summary>Sets the clock.</summary>
        /// <param name="unixMs">The time now, in milliseconds since 1970-01-01 UTC.</param>
        /// <param name="monotonicUs">The same moment on the monotonic clock, in microseconds since power-up.</param>
        public void Set(long unixMs, long monotonicUs)
        {
            offsetMs = unixMs - monotonicUs / UsPerMs;
            IsSet = true;
        }

        /// <summary>
        /// A moment in milliseconds since 1970-01-01 UTC, for <see cref="EcgChip.Records.RecordContents.SetStart"/>; <see cref="NotSet"/> when it
        /// is not known: then the start is not set.
        /// </summary>
        /// <param name="monotonicUs">The moment, in microseconds since power-up.</param>
        public long UnixMs(long monotonicUs)
        {
            return IsSet ? offsetMs + monotonicUs / UsPerMs : NotSet;
        }

        /// <summary>A moment in whole minutes since 1970-01-01 UTC, for a screen; <see cref="NotSet"/> when it is not known.</summary>
        /// <param name="monotonicUs">The moment, in microseconds since power-up.</param>
        public int Minutes(long monotonicUs)
        {
            return IsSet ? (int)(UnixMs(monotonicUs) / MsPerMinute) : NotSet;
        }
    }
}
