namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// Checksums of what the kernels put out, as the desktop computed them from the same input. Those of the networks belong to the committed
    /// weights: a test tells the new ones when these change.
    /// </summary>
    internal static class KnownResults
    {
        /// <summary>The conditioned samples.</summary>
        public const int Conditioned = 1159449482;

        /// <summary>The R peaks' sample indices.</summary>
        public const int RPeaks = -489019711;

        /// <summary>The packed bytes.</summary>
        public const int Packed = -1024219723;

        /// <summary>The bedside network's window.</summary>
        public const int Window = -1331495765;

        /// <summary>The bedside network's logits and class.</summary>
        public const int Bedside = 646152605;

        /// <summary>The seed network's logits and class.</summary>
        public const int Seed = 327748826;

        /// <summary>The infarction head's logits for each of the seed network's golden beats.</summary>
        public static int Infarction(int beat)
        {
            switch (beat)
            {
                case 0: return -1180132484;
                case 1: return 1805247259;
                default: return -595276113;
            }
        }
    }
}
