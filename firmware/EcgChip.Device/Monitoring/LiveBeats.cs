using System;

namespace EcgChip.Device.Monitoring
{
    /// <summary>
    /// The last beats that were found, in order of time: first those that have their class, then those that wait for it. A beat can
    /// be spoiled while it waits, when its signal turns out too poor or breaks off, and withdrawn when it had its class already.
    /// </summary>
    public sealed class LiveBeats
    {
        /// <summary>A beat found this many samples behind its R peak, or more, was found too late for anything that depends on when it was.</summary>
        public const int LatestFound = byte.MaxValue;

        private readonly int capacity;
        private readonly int mask;
        private readonly int[] peaks;
        private readonly int[] firsts;
        private readonly byte[] delays;
        private readonly bool[] spoiled;
        private int next;
        private int end;
        private int stretchEnd;

        /// <summary>Makes room for beats.</summary>
        /// <param name="capacity">How many, a power of two.</param>
        public LiveBeats(int capacity)
        {
            this.capacity = capacity;
            mask = capacity - 1;
            peaks = new int[capacity];
            firsts = new int[capacity];
            delays = new byte[capacity];
            spoiled = new bool[capacity];
        }

        /// <summary>How many wait for their class.</summary>
        public int Waiting
        {
            get { return end - next; }
        }

        /// <summary>R peak of the beat that has waited longest, a sample index since power-up.</summary>
        public int NextPeak
        {
            get { return peaks[next & mask]; }
        }

        /// <summary>First sample of the stretch of signal that this beat lies in.</summary>
        public int NextFirst
        {
            get { return firsts[next & mask]; }
        }

        /// <summary>True when this beat cannot be classified.</summary>
        public bool NextIsSpoiled
        {
            get { return spoiled[next & mask]; }
        }

        /// <summary>True when no beat follows this one in its stretch of signal, nor will.</summary>
        public bool NextIsLast
        {
            get { return next + 1 == stretchEnd || (end - next > 1 && firsts[(next + 1) & mask] != firsts[next & mask]); }
        }

        /// <summary>Samples from this beat's R peak to that of the beat behind it, which must be there.</summary>
        public int NextInterval
        {
            get { return peaks[(next + 1) & mask] - peaks[next & mask]; }
        }

        /// <summary>The sample with which the beat behind this one was found; it must be there.</summary>
        public int NextIntervalFound
        {
            get { return peaks[(next + 1) & mask] + delays[(next + 1) & mask]; }
        }

        /// <summary>The stretch of signal has ended.</summary>
        public void EndStretch()
        {
            stretchEnd = end;
        }

        /// <summary>Adds a beat.</summary>
        /// <param name="peak">Its R peak, a sample index since power-up.</param>
        /// <param name="found">The sample with which it was found; more than <see cref="LatestFound"/> behind its R peak, that.</param>
        /// <param name="first">First sample of the stretch of signal that it lies in.</param>
        /// <param name="poor">True when its signal is known to be too poor.</param>
        /// <returns>False when there is no room for it.</returns>
        public bool Add(int peak, int found, int first, bool poor)
        {
            if (end - next == capacity)
            {
                return false;
            }

            int place = end & mask;
            peaks[place] = peak;
            firsts[place] = first;
            delays[place] = (byte)(found - peak < LatestFound ? found - peak : LatestFound);
            spoiled[place] = poor;
            end++;
            return true;
        }

        /// <summary>Takes the beat that has waited longest from those that wait.</summary>
        /// <exception cref="InvalidOperationException">None waits.</exception>
        public void TakeNext()
        {
            if (end == next)
            {
                throw new InvalidOperationException("No beat waits for its class.");
            }

            next++;
        }

        /// <summary>Spoils the waiting beats whose R peak lies at or behind a sample.</summary>
        public void SpoilSince(int sampleIndex)
        {
            for (int i = end - 1; i >= next && peaks[i & mask] >= sampleIndex; i--)
            {
                spoiled[i & mask] = true;
            }
        }

        /// <summary>
        /// Withdraws the earliest beat at or behind a sample that has its class and was not withdrawn before.
        /// </summary>
        /// <param name="sampleIndex">The sample.</param>
        /// <param name="peak">The beat's R peak.</param>
        /// <param name="ago">How many beats were taken from those that wait since it was.</param>
        /// <returns>False when there is none.</returns>
        public bool TryWithdrawSince(int sampleIndex, out int peak, out int ago)
        {
            int oldest = end - capacity > 0 ? end - capacity : 0;
            int found = -1;
            for (int i = next - 1; i >= oldest && peaks[i & mask] >= sampleIndex; i--)
            {
                found = spoiled[i & mask] ? found : i;
            }

            peak = 0;
            ago = 0;
            if (found < 0)
            {
                return false;
            }

            spoiled[found & mask] = true;
            peak = peaks[found & mask];
            ago = next - 1 - found;
            return true;
        }
    }
}
