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
            for (int i = 1; i < count; i++)
            {
                int value = values[i];
                int j = i - 1;
                while (j >= 0 && values[j] > value)
                {
                    values[j + 1] = values[j];
                    j--;
                }

                values[j + 1] = value;
            }

            int middle = count >> 1;
            return (count & 1) != 0 ? values[middle] : (values[middle - 1] + values[middle]) >> 1;
        }
    }
}
