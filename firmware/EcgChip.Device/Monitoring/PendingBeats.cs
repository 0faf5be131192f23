using System;

namespace EcgChip.Device.Monitoring
{
    /// <summary>Beats that were found and wait for their class, first in first out.</summary>
    public sealed class PendingBeats
    {
        // Twelve seconds, the longest that the cutter takes, at five beats a second.
        private const int Capacity = 64;
        private const int Mask = Capacity - 1;

        private readonly int[] peaks = new int[Capacity];
        private readonly bool[] poor = new bool[Capacity];
        private int first;
        private int end;

        /// <summary>How many wait.</summary>
        public int Count
        {
            get { return end - first; }
        }

        /// <summary>R peak of the beat that has waited longest.</summary>
        public int FirstPeak
        {
            get { return peaks[first & Mask]; }
        }

        /// <summary>True when that beat lies in a stretch of poor signal.</summary>
        public bool FirstIsPoor
        {
            get { return poor[first & Mask]; }
        }

        /// <summary>Adds a beat.</summary>
        /// <returns>False when there is no room for it.</returns>
        public bool Add(int peak, bool inPoorSignal)
        {
            if (end - first == Capacity)
            {
                return false;
            }

            peaks[end & Mask] = peak;
            poor[end & Mask] = inPoorSignal;
            end++;
            return true;
        }

        /// <summary>Takes the beat that has waited longest away.</summary>
        /// <exception cref="InvalidOperationException">None waits.</exception>
        public void RemoveFirst()
        {
            if (end == first)
            {
                throw new InvalidOperationException("No beat waits for its class.");
            }

            first++;
        }

        /// <summary>Marks the beats since a moment as lying in poor signal: a second is judged only when it is over.</summary>
        public void MarkPoorSince(int sampleIndex)
        {
            for (int i = first; i < end; i++)
            {
                if (peaks[i & Mask] >= sampleIndex)
                {
                    poor[i & Mask] = true;
                }
            }
        }
    }
}
