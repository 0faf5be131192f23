using System;
using EcgChip.Records;

namespace EcgChip.Firmware.NanoTests
{
    /// <summary>One file in memory, so that a test leaves the device's own log alone.</summary>
    internal sealed class MemoryStore : ISegmentStore
    {
        private readonly byte[] bytes;
        private int number;
        private int length;

        /// <summary>An empty store with so much room.</summary>
        public MemoryStore(int capacity)
        {
            bytes = new byte[capacity];
        }

        /// <summary>Changes a bit of what is stored, as flash that forgets.</summary>
        public void Flip(int position, int bit)
        {
            bytes[position] ^= (byte)(1 << bit);
        }

        /// <summary>Keeps the first bytes alone, as a power cut does.</summary>
        public void Cut(int kept)
        {
            length = kept;
        }

        /// <inheritdoc/>
        public int[] Segments()
        {
            int[] segments = new int[length > 0 ? 1 : 0];
            if (length > 0)
            {
                segments[0] = number;
            }

            return segments;
        }

        /// <inheritdoc/>
        public int Length(int segment)
        {
            return segment == number ? length : 0;
        }

        /// <inheritdoc/>
        public int Read(int segment, int position, byte[] buffer, int offset, int count)
        {
            int read = Length(segment) - position < count ? Length(segment) - position : count;
            Array.Copy(bytes, position, buffer, offset, read);
            return read;
        }

        /// <inheritdoc/>
        public bool Append(int segment, byte[] buffer, int offset, int count)
        {
            if (length > 0 && segment != number || count > bytes.Length - length)
            {
                return false;
            }

            number = segment;
            Array.Copy(buffer, offset, bytes, length, count);
            length += count;
            return true;
        }

        /// <inheritdoc/>
        public bool Flush(int segment)
        {
            return segment == number;
        }

        /// <inheritdoc/>
        public bool Delete(int segment)
        {
            length = segment == number ? 0 : length;
            return true;
        }

        /// <inheritdoc/>
        public bool Rename(int segment, int newSegment)
        {
            if (length == 0 || segment != number || newSegment == number)
            {
                return false;
            }

            number = newSegment;
            return true;
        }

        /// <inheritdoc/>
        public long FreeBytes()
        {
            return bytes.Length - length;
        }
    }
}
