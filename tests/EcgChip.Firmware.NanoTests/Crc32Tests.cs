using EcgChip.Records;
using nanoFramework.TestFramework;

namespace EcgChip.Firmware.NanoTests
{
    /// <summary>The checksum of records and frames.</summary>
    [TestClass]
    public class Crc32Tests
    {
        // Of the digits 1 to 9, as every description of this CRC gives it ("check").
        private const uint CheckValue = 0xCBF43926;

        private const int Digits = 9;

        /// <summary>The value that every implementation gives.</summary>
        [TestMethod]
        public void Digits_have_the_published_checksum()
        {
            byte[] digits = NineDigits();
            Assert.AreEqual(CheckValue, Crc32.Compute(digits, 0, digits.Length));
        }

        /// <summary>A record is fed page by page.</summary>
        [TestMethod]
        public void Pieces_have_the_checksum_of_the_whole()
        {
            byte[] digits = NineDigits();
            for (int cut = 0; cut <= Digits; cut++)
            {
                Crc32 crc = new Crc32();
                crc.Update(digits, 0, cut);
                crc.Update(digits, cut, Digits - cut);
                Assert.AreEqual(CheckValue, crc.Value);
            }
        }

        /// <summary>What it is there for.</summary>
        [TestMethod]
        public void No_changed_bit_goes_unnoticed()
        {
            byte[] digits = NineDigits();
            for (int bit = 0; bit < 8 * Digits; bit++)
            {
                digits[bit >> 3] ^= (byte)(1 << (bit & 7));
                Assert.IsFalse(Crc32.Compute(digits, 0, digits.Length) == CheckValue);
                digits[bit >> 3] ^= (byte)(1 << (bit & 7));
            }
        }

        private static byte[] NineDigits()
        {
            byte[] digits = new byte[Digits];
            for (int i = 0; i < Digits; i++)
            {
                digits[i] = (byte)('1' + i);
            }

            return digits;
        }
    }
}
