namespace EcgChip.Device.SelfTest
{
    /// <summary>A checksum of a row of numbers, in which their order counts (FNV-1a: Fowler, Noll and Vo, with whole numbers in place of bytes).</summary>
    internal static class Checksum
    {
        /// <summary>Of no numbers.</summary>
        public const int None = -2128831035;

        private const int Prime = 16777619;

        /// <summary>With one number more.</summary>
        public static int With(int checksum, int value)
        {
            return (checksum ^ value) * Prime;
        }
    }
}
