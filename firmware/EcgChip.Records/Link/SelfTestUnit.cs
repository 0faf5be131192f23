namespace EcgChip.Records.Link
{
    /// <summary>What a line of the self-test is measured in.</summary>
    public static class SelfTestUnit
    {
        /// <summary>Nothing is measured: the line says right or wrong.</summary>
        public const int None = 0;

        /// <summary>Microseconds.</summary>
        public const int Microseconds = 1;

        /// <summary>Millivolts.</summary>
        public const int Millivolts = 2;

        /// <summary>Millions of the interpreter's instructions a second.</summary>
        public const int Mips = 3;
    }
}
