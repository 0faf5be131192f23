using System;

namespace EcgChip.Signal
{
    /// <summary>
    /// A few values that are kept sorted while the oldest give way to new ones: on the chip a tenth of what sorting them anew costs.
    /// </summary>
    public static class SortedValues
    {
        /// <summary>Takes one value out and puts another in, both found by halves; those between move by one place, with one native copy.</summary>
        /// <param name="values">Some of them are sorted, in ascending order.</param>
        /// <param name="first">Where those begin.</param>
        /// <param name="count">How many they are; at least 1.</param>
        /// <param name="old">The one that leaves; it must be there.</param>
        /// <param name="value">The one that comes.</param>
        public static void Replace(byte[] values, int first, int count, byte old, byte value)
        {
            int low = first;
            int high = first + count - 1;
            int last = high;
            while (low < high)
            {
                int half = (low + high) >> 1;
                if (values[half] < old)
                {
                    low = half + 1;
                }
                else
                {
                    high = half;
                }
            }

            int left = low;
            if (value > old)
            {
                high = last;
                while (low < high)
                {
                    int half = (low + high + 1) >> 1;
                    if (values[half] < value)
                    {
                        low = half;
                    }
                    else
                    {
                        high = half - 1;
                    }
                }

                Array.Copy(values, left + 1, values, left, low - left);
            }
            else
            {
                low = first;
                while (low < high)
                {
                    int half = (low + high) >> 1;
                    if (values[half] < value)
                    {
                        low = half + 1;
                    }
                    else
                    {
                        high = half;
                    }
                }

                Array.Copy(values, low, values, low + 1, left - low);
            }

            values[low] = value;
        }
    }
}
