namespace EcgChip.Device.SelfTest
{
    /// <summary>The lines of the self-test's table, in the order in which they are measured and shown, and their names.</summary>
    public static class SelfTestLine
    {
        /// <summary>The conditioner, 1,000 samples.</summary>
        public const int Conditioner = 0;

        /// <summary>The R peak detector, 1,000 samples.</summary>
        public const int RPeaks = 1;

        /// <summary>The sample packer, 1,000 samples in blocks of eight.</summary>
        public const int Packer = 2;

        /// <summary>One cut of the bedside network's window.</summary>
        public const int Window = 3;

        /// <summary>The bedside network, one beat, its numbers held as in a session.</summary>
        public const int Bedside = 4;

        /// <summary>The seed network's first convolution, loading and packing included, as in the lines below.</summary>
        public const int SeedFirst = 5;

        /// <summary>The seed network's second convolution, 32 x 32 x 5 over 187 values.</summary>
        public const int SeedConvolution = 6;

        /// <summary>The seed network's first pool.</summary>
        public const int SeedPool = 7;

        /// <summary>The seed network's first dense layer.</summary>
        public const int SeedDense = 8;

        /// <summary>All other layers of the seed network: with the four lines above, one beat.</summary>
        public const int SeedRest = 9;

        /// <summary>A column of the display, sent in one transfer.</summary>
        public const int Column = 10;

        /// <summary>Ten ADC readings, and one look at a lead-off comparator.</summary>
        public const int Adc = 11;

        /// <summary>Lines in all.</summary>
        public const int Count = 12;

        /// <summary>Characters of the longest name.</summary>
        public const int NameLength = 12;

        /// <summary>The name of a line as the display and the bench show it.</summary>
        public static string Name(int line)
        {
            switch (line)
            {
                case Conditioner: return "CONDITION 1K";
                case RPeaks: return "R PEAKS 1K";
                case Packer: return "PACK 1K";
                case Window: return "BEAT WINDOW";
                case Bedside: return "BEDSIDE BEAT";
                case SeedFirst: return "SEED 1X32X5";
                case SeedConvolution: return "SEED 32X32X5";
                case SeedPool: return "SEED POOL";
                case SeedDense: return "SEED DENSE";
                case SeedRest: return "SEED REST";
                case Column: return "COLUMN";
                default: return "ADC 5";
            }
        }
    }
}
