using System;

namespace EcgChip.Device.Monitoring
{
    /// <summary>
    /// The last beats that were found, in order of time: first those that have their class, then those that wait for it. A beat can
    /// be spoiled while it waits, when its signal turns out too poor or breaks off, and withdrawn when it had its class already.
    /// </summary>
    public sealed class LiveBeats
    {
        private readonly int capacity;
        private readonly int mask;
        private readonly int[] peaks;
        private readonly int[] firsts;
        private readonly bool[] spoiled;
        private int next;
        private int end;

        /// <summary>Makes room for beats.</summary>
        /// <param name="capacity">How many, a power of two.</param>
        public LiveBeats(int capacity)
        {
            this.capacity = capacity;
            mask = capacity - 1;
            peaks = new int[capacity];
            firsts = new int[capacity];
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

        /// <summary>Adds a beat.</summary>
        /// <param name="peak">Its R peak, a sample index since power-up.</param>
        /// <param name="first">First sample of the stretch of signal that it lies in.</param>
        /// <param name="poor">True when its signal is known to be too poor.</param>
        /// <returns>False when there is no room for it.</returns>
        public bool Add(int peak, int first, bool poor)
        {
            if (end - next == capacity)
            {
                return false;
            }

            int place = end & mask;
            peaks[place] = peak;
            firsts[place] = first;
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
