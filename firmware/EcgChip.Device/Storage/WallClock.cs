using EcgChip.Device.Seams;
using EcgChip.Records.Link;

namespace EcgChip.Device.Storage
{
    /// <summary>
    /// The time of day, as a distance from the monotonic clock: known once somebody has set it, until the device has no power any more; sleep and restarts it
    /// lives through, in the chip's own clock. What was recorded before it was set stays as it is, with its time unknown: a record says when it began only if
    /// that was known then.
    /// </summary>
    public sealed class WallClock
    {
        /// <summary>The clock was not set since the device started.</summary>
        public const int NotSet = -1;

        private const int UsPerMs = 1000;
        private const int MsPerMinute = 60000;

        private readonly IRealTimeClock kept;
        private long offsetMs;

        /// <summary>A clock that was never set, and is forgotten at the next start.</summary>
        public WallClock()
        {
        }

        /// <summary>A clock that goes on where it was before the device slept or restarted.</summary>
        /// <param name="kept">Keeps it meanwhile.</param>
        /// <param name="monotonicUs">Now, in microseconds since power-up.</param>
        public WallClock(IRealTimeClock kept, long monotonicUs)
        {
            this.kept = kept;
            long unixMs = kept.UnixMs();

            // What nobody has set begins with 1970.
            if (unixMs >= LinkSetting.EarliestClock && unixMs < LinkSetting.LatestClock)
            {
                Take(unixMs, monotonicUs);
            }
        }

        /// <summary>Whether the time is known.</summary>
        public bool IsSet { get; private set; }

        /// <summary>Sets the clock.</summary>
        /// <param name="unixMs">The time now, in milliseconds since 1970-01-01 UTC.</param>
        /// <param name="monotonicUs">The same moment on the monotonic clock, in microseconds since power-up.</param>
        public void Set(long unixMs, long monotonicUs)
        {
            Take(unixMs, monotonicUs);
            if (kept != null)
            {
                kept.SetUnixMs(unixMs);
            }
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

        private void Take(long unixMs, long monotonicUs)
        {
            offsetMs = unixMs - monotonicUs / UsPerMs;
            IsSet = true;
        }
    }
}
