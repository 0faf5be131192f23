namespace EcgChip.Records
{
    /// <summary>
    /// The files that there are, by number (<see cref="LogFile"/>), so that the file system is asked only once. A search costs some 250 instructions for
    /// each.
    /// </summary>
    internal sealed class SegmentList
    {
        // places made at once when there is none free
        private const int MorePlaces = 8;

        private int[] files = new int[0];

        /// <summary>Places, free ones included.</summary>
        internal int Length
        {
            get { return files.Length; }
        }

        /// <summary>True when some file holds acknowledgements.</summary>
        internal bool HasAcknowledged
        {
            get
            {
                int[] among = files;
                for (int i = 0; i < among.Length; i++)
                {
                    if (among[i] > LogFormat.LastSegment && LogFile.KindOf(among[i]) == LogFile.AcknowledgedKind)
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        /// <summary>Takes over what the store lists; what is no number of a file is passed over later.</summary>
        internal void Take(int[] listed)
        {
            files = listed;
        }

        /// <summary>File in a place; 0 where there is none.</summary>
        internal int At(int place)
        {
            return files[place];
        }

        internal bool Contains(int file)
        {
            int[] among = files;
            int length = among.Length;
            for (int i = 0; i < length; i++)
            {
                if (among[i] == file)
                {
                    return true;
                }
            }

            return false;
        }

        internal void Add(int file)
        {
            int free = -1;
            for (int i = 0; i < files.Length; i++)
            {
                if (files[i] == file)
                {
                    return;
                }

                if (files[i] == 0)
                {
                    free = i;
                }
            }

            if (free < 0)
            {
                free = files.Length;
                int[] more = new int[free + MorePlaces];
                for (int i = 0; i < free; i++)
                {
                    more[i] = files[i];
                }

                files = more;
            }

            files[free] = file;
        }

        internal void Remove(int file)
        {
            int[] among = files;
            int length = among.Length;
            for (int i = 0; i < length; i++)
            {
                if (among[i] == file)
                {
                    among[i] = 0;
                }
            }
        }

        /// <summary>Lowest segment above <paramref name="number"/>; 0 when there is none.</summary>
        internal int After(int number)
        {
            int[] among = files;
            int length = among.Length;
            int next = 0;
            for (int i = 0; i < length; i++)
            {
                int candidate = among[i];
                if (candidate > number && candidate <= LogFormat.LastSegment && (next == 0 || candidate < next))
                {
                    next = candidate;
                }
            }

            return next;
        }

        /// <summary>Highest segment up to <paramref name="number"/>; 0 when there is none.</summary>
        internal int UpTo(int number)
        {
            int[] among = files;
            int length = among.Length;
            int highest = 0;
            for (int i = 0; i < length; i++)
            {
                int candidate = among[i];
                if (candidate > highest && candidate <= number && candidate <= LogFormat.LastSegment)
                {
                    highest = candidate;
                }
            }

            return highest;
        }
    }
}
