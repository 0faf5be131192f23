namespace EcgChip.Records
{
    /// <summary>Which number the next entry can have: higher than that of any entry seen, or lost from the log's end.</summary>
    internal sealed class SequenceBound
    {
        private int confirmed = 1;
        private int lostAtMost;

        /// <summary>Number for the next entry.</summary>
        internal int Next
        {
            get { return confirmed > int.MaxValue - lostAtMost ? int.MaxValue : confirmed + lostAtMost; }
        }

        internal void Clear()
        {
            confirmed = 1;
            lostAtMost = 0;
        }

        /// <summary>
        /// Takes in a header that says which number comes next; numbers that might have been lost before it are settled by it.
        /// </summary>
        internal void Confirm(int next)
        {
            if (next >= confirmed)
            {
                confirmed = next;
                lostAtMost = 0;
            }
        }

        /// <summary>Counts the entries that unreadable bytes could have held, so that their numbers are not given again.</summary>
        internal void Lose(int bytes)
        {
            lostAtMost += bytes / LogFormat.EntryOverheadBytes;
        }
    }
}
