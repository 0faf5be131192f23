namespace EcgChip.Records.Link
{
    /// <summary>How far a self-test is.</summary>
    public static class SelfTestState
    {
        /// <summary>None was made since power-up.</summary>
        public const int None = 0;

        /// <summary>One is wanted, or runs.</summary>
        public const int Running = 1;

        /// <summary>All lines are there, and the record of them stands in flash.</summary>
        public const int Done = 2;

        /// <summary>All lines are there; the record of them could not be stored.</summary>
        public const int DoneNotStored = 3;
    }
}
