using System;

namespace EcgChip.Records
{
    /// <summary>
    /// CRC-32 of IEEE 802.3 (reflected polynomial EDB88320, start and final inversion), fed piece by piece.
    /// Two table look-ups a byte: about 1,300 instructions a byte on the chip, so a page of 256 bytes takes some 2 ms.
    /// </summary>
    public sealed class Crc32
    {
        private const int AllOnes = -1;
        private const int NibbleBits = 4;
        private const int NibbleMask = 15;

        // One entry for each nibble: 64 bytes in the heap instead of the usual table's 1,024. Written as int, which indexes without a
        // conversion.
        private static readonly int[] NibbleTable = unchecked(new int[]
        {
            0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
            (int)0xEDB88320, (int)0xF00F9344, (int)0xD6D6A3E8, (int)0xCB61B38C,
            (int)0x9B64C2B0, (int)0x86D3D2D4, (int)0xA00AE278, (int)0xBDBDF21C,
        });

        private int state = AllOnes;

        /// <summary>CRC of everything fed since the last <see cref="Reset"/>; 0 of nothing.</summary>
        public uint Value
        {
            get { return (uint)~state; }
        }

        /// <summary>Starts over.</summary>
        public void Reset()
        {
            state = AllOnes;
        }

        /// <summary>Feeds <paramref name="count"/> bytes; their range is the caller's to get right.</summary>
        /// <exception cref="IndexOutOfRangeException">The range is not inside <paramref name="bytes"/>.</exception>
        public void Update(byte[] bytes, int offset, int count)
        {
            state = Advance(state, bytes, offset, count);
        }

        /// <summary>CRC of one range of bytes.</summary>
        /// <exception cref="IndexOutOfRangeException">The range is not inside <paramref name="bytes"/>.</exception>
        public static uint Compute(byte[] bytes, int offset, int count)
        {
            return (uint)~Advance(AllOnes, bytes, offset, count);
        }

        private static int Advance(int crc, byte[] bytes, int offset, int count)
        {
            int[] table = NibbleTable;
            int end = offset + count;
            for (int i = offset; i < end; i++)
            {
                crc ^= bytes[i];
                crc = table[crc & NibbleMask] ^ (int)((uint)crc >> NibbleBits);
                crc = table[crc & NibbleMask] ^ (int)((uint)crc >> NibbleBits);
            }

            return crc;
        }
    }
}
