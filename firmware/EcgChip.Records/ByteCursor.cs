namespace EcgChip.Records
{
    /// <summary>
    /// Reads numbers from a range of bytes and never past its end: what is missing reads as 0 and leaves <see cref="Failed"/> set, so that
    /// a parser checks once after a group of reads.
    /// </summary>
    internal sealed class ByteCursor
    {
        private const int ByteBits = 8;
        private const int Int32Bits = 32;
        private const int VarintBits = 7;
        private const int VarintMore = 0x80;
        private const int VarintMask = 0x7F;

        private readonly byte[] bytes;
        private readonly int end;
        private int position;
        private bool failed;

        /// <summary>A cursor over a range that is inside <paramref name="bytes"/>.</summary>
        internal ByteCursor(byte[] bytes, int offset, int count)
        {
            this.bytes = bytes;
            position = offset;
            end = offset + count;
        }

        internal bool Failed
        {
            get { return failed; }
        }

        internal int Position
        {
            get { return position; }
        }

        internal int Remaining
        {
            get { return end - position; }
        }

        internal void Skip(int count)
        {
            if (count < 0 || count > end - position)
            {
                Fail();
                return;
            }

            position += count;
        }

        internal int ReadByte()
        {
            if (position >= end)
            {
                Fail();
                return 0;
            }

            position++;
            return bytes[position - 1];
        }

        internal int ReadUInt16()
        {
            int low = ReadByte();
            return low | (ReadByte() << ByteBits);
        }

        internal int ReadInt32()
        {
            int low = ReadUInt16();
            return low | (ReadUInt16() << (2 * ByteBits));
        }

        internal long ReadInt64()
        {
            // by halves: a uint widened to long stays unsigned in the chip's interpreter, and would make what it is combined with unsigned too
            long low = ReadUInt16();
            low |= (long)ReadUInt16() << (2 * ByteBits);
            return low | ((long)ReadInt32() << Int32Bits);
        }

        /// <summary>A varint of a non-negative int; one that does not fit in it fails.</summary>
        internal int ReadVarint()
        {
            long value = 0;
            for (int i = 0; i < LittleEndian.LongestVarint; i++)
            {
                int next = ReadByte();
                value |= (long)(next & VarintMask) << (i * VarintBits);
                if ((next & VarintMore) == 0)
                {
                    if (value > int.MaxValue)
                    {
                        break;
                    }

                    return (int)value;
                }
            }

            Fail();
            return 0;
        }

        private void Fail()
        {
            failed = true;
            position = end;
        }
    }
}
