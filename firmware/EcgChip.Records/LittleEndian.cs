namespace EcgChip.Records
{
    /// <summary>
    /// Numbers as bytes, lowest byte first, and the varint: seven bits a byte, lowest first, the top bit set on all but the last.
    /// </summary>
    public static class LittleEndian
    {
        /// <summary>Bytes of a short number.</summary>
        public const int Int16Bytes = 2;

        /// <summary>Bytes of an int.</summary>
        public const int Int32Bytes = 4;

        /// <summary>Bytes of a long.</summary>
        public const int Int64Bytes = 8;

        /// <summary>Longest varint of a non-negative int.</summary>
        public const int LongestVarint = 5;

        private const int ByteBits = 8;
        private const int VarintBits = 7;
        private const int VarintMore = 0x80;
        private const int VarintMask = 0x7F;

        /// <summary>Two bytes, without a sign.</summary>
        public static int GetInt16(byte[] bytes, int at)
        {
            return bytes[at] | (bytes[at + 1] << ByteBits);
        }

        /// <summary>Eight bytes.</summary>
        public static long GetInt64(byte[] bytes, int at)
        {
            // by halves of halves: a uint widened to long stays unsigned in the chip's interpreter
            long low = GetInt16(bytes, at);
            low |= (long)GetInt16(bytes, at + Int16Bytes) << (2 * ByteBits);
            return low | ((long)GetInt32(bytes, at + Int32Bytes) << (4 * ByteBits));
        }

        /// <summary>Four bytes.</summary>
        public static int GetInt32(byte[] bytes, int at)
        {
            return bytes[at] | (bytes[at + 1] << ByteBits) | (bytes[at + 2] << (2 * ByteBits)) | (bytes[at + 3] << (3 * ByteBits));
        }

        /// <summary>Puts a byte, and returns the place behind.</summary>
        public static int PutByte(byte[] bytes, int at, int value)
        {
            bytes[at] = (byte)value;
            return at + 1;
        }

        /// <summary>Puts two bytes, and returns the place behind.</summary>
        public static int PutInt16(byte[] bytes, int at, int value)
        {
            bytes[at] = (byte)value;
            bytes[at + 1] = (byte)(value >> ByteBits);
            return at + Int16Bytes;
        }

        /// <summary>Puts four bytes, and returns the place behind.</summary>
        public static int PutInt32(byte[] bytes, int at, int value)
        {
            PutInt16(bytes, at, value);
            PutInt16(bytes, at + Int16Bytes, value >> (2 * ByteBits));
            return at + Int32Bytes;
        }

        /// <summary>Puts four bytes without a sign, and returns the place behind.</summary>
        public static int PutUInt32(byte[] bytes, int at, uint value)
        {
            // by way of long: a cast from uint to int alone is no instruction, and the chip's interpreter would go on taking the value for unsigned
            return PutInt32(bytes, at, (int)(long)value);
        }

        /// <summary>Puts eight bytes, and returns the place behind.</summary>
        public static int PutInt64(byte[] bytes, int at, long value)
        {
            PutInt32(bytes, at, (int)value);
            PutInt32(bytes, at + Int32Bytes, (int)(value >> (4 * ByteBits)));
            return at + Int64Bytes;
        }

        /// <summary>Puts a non-negative number as a varint, and returns the place behind.</summary>
        public static int PutVarint(byte[] bytes, int at, int value)
        {
            while (value > VarintMask)
            {
                bytes[at] = (byte)(value | VarintMore);
                value >>= VarintBits;
                at++;
            }

            bytes[at] = (byte)value;
            return at + 1;
        }

        /// <summary>Bytes that a number takes as a varint.</summary>
        public static int VarintLength(int value)
        {
            int length = 1;
            while (value > VarintMask)
            {
                value >>= VarintBits;
                length++;
            }

            return length;
        }
    }
}
