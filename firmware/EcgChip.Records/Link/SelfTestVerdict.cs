namespace EcgChip.Records.Link
{
    /// <summary>What a line of the self-test says.</summary>
    public static class SelfTestVerdict
    {
        /// <summary>It is not as it has to be.</summary>
        public const int Failed = 0;

        /// <summary>It is as it has to be.</summary>
        public const int Passed = 1;

        /// <summary>It could not be looked at: what it belongs to is not there. That is no fault.</summary>
        public const int NotThere = 2;
    }
}
