using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Analysis
{
    /// <summary>
    /// The windows of 10 s in which the seed network's beats are scaled (<see cref="BeatWindow"/>), over a whole recording: they follow each other
    /// from the start of each stretch between two gaps. Keeps of each what a beat is cut by, so that the signal need not be kept; the same as
    /// <see cref="BeatCutter"/> finds, which holds 16 s of signal.
    /// </summary>
    public sealed class ScalingWindows
    {
        // In 10 s there are 50 R peaks at most: none follows within 0.2 s.
        private const int PeakCapacity = 64;

        private readonly int[] starts;
        private readonly short[] lowest;
        private readonly short[] highest;
        private readonly bool[] beginsStretch;
        private readonly short[] lengths;
        private int count;
        private bool full;

        /// <summary>Makes room for a recording's windows.</summary>
        /// <param name="longestSeconds">The longest that a recording can be.</param>
        /// <param name="mostGaps">The most gaps that it can have: each ends a window early.</param>
        public ScalingWindows(int longestSeconds, int mostGaps)
        {
            int capacity = longestSeconds * SignalUnits.SampleRate / BeatWindow.ScalingSamples + mostGaps + 1;
            starts = new int[capacity];
            lengths = new short[capacity];
            lowest = new short[capacity];
            highest = new short[capacity];
            beginsStretch = new bool[capacity];
        }

        /// <summary>Begins a stretch with the next sample.</summary>
        public void BeginStretch(int firstSample)
        {
            Begin(firstSample, true);
        }

        /// <summary>Takes the next samples of the stretch.</summary>
        /// <param name="ring">Where they stand, sample i at <c>i &amp; mask</c>.</param>
        /// <param name="mask">The ring's length less one.</param>
        /// <param name="from">The first of them.</param>
        /// <param name="length">How many.</param>
        public void Add(short[] ring, int mask, int from, int length)
        {
            int stop = from + length;
            int at = from;
            while (at < stop && !full)
            {
                int window = count - 1;
                int end = starts[window] + BeatWindow.ScalingSamples;
                if (at == end)
                {
                    Begin(at, false);
                    continue;
                }

                int pieceEnd = stop < end ? stop : end;
                lengths[window] += (short)(pieceEnd - at);
                int low = lowest[window];
                int high = highest[window];
                for (; at < pieceEnd; at++)
                {
                    int sample = ring[at & mask];
                    low = sample < low ? sample : low;
                    high = sample > high ? sample : high;
                }

                lowest[window] = (short)low;
                highest[window] = (short)high;
            }
        }

        /// <summary>The window that a sample lies in; -1 when there was no room for it.</summary>
        public int Of(int sample)
        {
            int window = count - 1;
            while (window >= 0 && starts[window] > sample)
            {
                window--;
            }

            return window >= 0 && sample < starts[window] + lengths[window] ? window : -1;
        }

        /// <summary>The lowest sample of a window.</summary>
        public int Lowest(int window)
        {
            return lowest[window];
        }

        /// <summary>The highest sample of a window.</summary>
        public int Highest(int window)
        {
            return highest[window];
        }

        /// <summary>
        /// Median interval between the R peaks of a window. One without an interval of its own takes that of the window before, and the first of a
        /// stretch a whole beat's length.
        /// </summary>
        /// <param name="window">The window.</param>
        /// <param name="beats">The recording's beats.</param>
        public int MedianIntervalOf(int window, BeatList beats)
        {
            // Asked once a shape, so it need not stay.
            int[] intervals = new int[PeakCapacity];
            for (int at = window; at >= 0; at--)
            {
                int found = Intervals(starts[at], starts[at] + lengths[at], beats, intervals);
                if (found > 0)
                {
                    return MedianInterval.Of(intervals, found);
                }

                if (beginsStretch[at])
                {
                    break;
                }
            }

            return BeatWindow.Length;
        }

        private void Begin(int firstSample, bool isFirst)
        {
            // Beats behind the last window that there is room for are not judged.
            full = count == starts.Length;
            if (full)
            {
                return;
            }

            starts[count] = firstSample;
            lengths[count] = 0;
            lowest[count] = short.MaxValue;
            highest[count] = short.MinValue;
            beginsStretch[count] = isFirst;
            count++;
        }

        private static int Intervals(int start, int end, BeatList beats, int[] intervals)
        {
            int count = beats.Count;
            int beat = FirstSince(start, beats);
            if (beat == count)
            {
                return 0;
            }

            int found = 0;
            int last = beats.SampleIndex(beat);
            for (beat++; beat < count && found < PeakCapacity; beat++)
            {
                int peak = beats.SampleIndex(beat);
                if (peak >= end)
                {
                    break;
                }

                intervals[found] = peak - last;
                last = peak;
                found++;
            }

            return found;
        }

        private static int FirstSince(int start, BeatList beats)
        {
            int low = 0;
            int high = beats.Count;
            while (low < high)
            {
                int middle = (low + high) >> 1;
                if (beats.SampleIndex(middle) < start)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }
    }
}
