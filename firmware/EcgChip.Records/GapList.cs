using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Stretches of a recording in which nothing was measured: electrodes off, samples missed. The packed samples there
    /// are only fillers that keep the count. Stretches are in order of time and do not touch.
    /// </summary>
    public sealed class GapList
    {
        private readonly int[] starts;
        private readonly int[] ends;
        private int count;

        /// <summary>Makes room for <paramref name="capacity"/> gaps; 8 bytes of heap each.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
        public GapList(int capacity)
        {
            if (capacity < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(capacity));
            }

            starts = new int[capacity];
            ends = new int[capacity];
        }

        /// <summary>Gaps in the list.</summary>
        public int Count
        {
            get { return count; }
        }

        /// <summary>Empties the list.</summary>
        public void Clear()
        {
            count = 0;
        }

        /// <summary>
        /// Says that <paramref name="length"/> samples from <paramref name="start"/> on were not measured. A stretch that touches the last
        /// gap makes it longer, so that marking sample by sample gives one gap. When the list is full, the last gap grows over what was
        /// measured in between, and the answer is false: rather a measured second too few than a made-up one.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">
        /// The start is negative or before the last gap's, the length is not positive, or the end is past the largest int.
        /// </exception>
        public bool Mark(int start, int length)
        {
            int last = count - 1;
            if (start < 0 || (last >= 0 && start < starts[last]))
            {
                throw new ArgumentOutOfRangeException(nameof(start));
            }

            if (length <= 0 || length > int.MaxValue - start)
            {
                throw new ArgumentOutOfRangeException(nameof(length));
            }

            int end = start + length;
            bool touches = last >= 0 && start <= ends[last];
            if (touches || count == starts.Length)
            {
                if (end > ends[last])
                {
                    ends[last] = end;
                }

                return touches;
            }

            starts[count] = start;
            ends[count] = end;
            count++;
            return true;
        }

        /// <summary>First sample of a gap.</summary>
        public int Start(int gap)
        {
            CheckGap(gap);
            return starts[gap];
        }

        /// <summary>Samples in a gap, at least 1.</summary>
        public int Length(int gap)
        {
            CheckGap(gap);
            return ends[gap] - starts[gap];
        }

        /// <summary>Measured samples since the gap before; of the first, since the start of the recording.</summary>
        internal int Distance(int gap)
        {
            return gap > 0 ? starts[gap] - ends[gap - 1] : starts[gap];
        }

        internal int EncodedBytes()
        {
            int bytes = 0;
            for (int gap = 0; gap < count; gap++)
            {
                bytes += LittleEndian.VarintLength(Distance(gap)) + LittleEndian.VarintLength(ends[gap] - starts[gap]);
            }

            return bytes;
        }

        private void CheckGap(int gap)
        {
            if (gap < 0 || gap >= count)
            {
                throw new ArgumentOutOfRangeException(nameof(gap));
            }
        }
    }
}
