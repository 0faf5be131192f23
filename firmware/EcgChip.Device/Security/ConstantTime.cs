namespace EcgChip.Device.Security
{
    /// <summary>Compares secrets: the chip's library has nothing for it.</summary>
    public static class ConstantTime
    {
        /// <summary>
        /// True when two ranges are the same. All of both is looked at, wherever they differ: how long it takes tells nobody how much of a guess was right.
        /// </summary>
        public static bool AreEqual(byte[] one, int oneOffset, byte[] other, int otherOffset, int count)
        {
            int different = 0;
            for (int i = 0; i < count; i++)
            {
                different |= one[oneOffset + i] ^ other[otherOffset + i];
            }

            return different == 0;
        }
    }
}
