using System;

namespace EcgChip.Signal
{
    /// <summary>Median of a few intervals.</summary>
    public static class MedianInterval
    {
        /// <summary>
        /// Sorts the first <paramref name="count"/> values in place and gives the middle one, of an even number the mean of the
        /// two in the middle, rounded down.
        /// </summary>
        /// <param name="values">Intervals; at least <paramref name="count"/> of them.</param>
        /// <param name="count">How many count; at least 1.</param>
        public static int Of(int[] values, int count)
        {
            // Insertion sort that looks its places up by halves and makes room with one native copy: on the chip a third of the plain one.
            for (int i = 1; i < count; i++)
            {
                int value = values[i];
                int low = 0;
                int high = i;
                while (low < high)
                {
                    int half = (low + high) >> 1;
                    if (values[half] > value)
                    {
                        high = half;
                    }
                    else
                    {
                        low = half + 1;
                    }
                }

                Array.Copy(values, low, values, low + 1, i - low);
                values[low] = value;
            }

            int middle = count >> 1;
            return (count & 1) != 0 ? values[middle] : (values[middle - 1] + values[middle]) >> 1;
        }
    }
}
