using System;
using System.Security.Cryptography;

namespace EcgChip.Device.Security
{
    /// <summary>
    /// Counter mode of AES-128, put together of single blocks, for the chip's library has none (NIST SP 800-38A, 6.5). The same call covers and uncovers. No
    /// block of counters may be used twice with a key: that is for whoever fills in the first of them to see to.
    /// </summary>
    public sealed class KeyStream
    {
        /// <summary>Bytes of a block of counters.</summary>
        public const int BlockBytes = 16;

        /// <summary>Bytes that all blocks of a row of counters begin with.</summary>
        public const int StartBytes = 12;

        private const int BlockShift = 4;
        private const int ByteBits = 8;

        // Behind them stands the block's own number, of which three bytes are enough for 256 MB.
        private const int NumberOffset = StartBytes;

        private readonly Aes aes;

        /// <summary>With a key.</summary>
        /// <param name="key">Sixteen bytes.</param>
        public KeyStream(byte[] key)
        {
            aes = new Aes(CipherMode.ECB);
            aes.Key = key;
        }

        /// <summary>Covers bytes with the stream that belongs to a row of blocks, or takes it off again. About 1,100 instructions a byte.</summary>
        /// <param name="start">The first <see cref="StartBytes"/> bytes of every block of counters.</param>
        /// <param name="place">Where in the stream the first of the bytes stands.</param>
        /// <param name="bytes">The bytes.</param>
        /// <param name="offset">Where they begin.</param>
        /// <param name="count">How many there are.</param>
        public void Cover(byte[] start, int place, byte[] bytes, int offset, int count)
        {
            int skip = place & (BlockBytes - 1);
            int number = place >> BlockShift;
            int blocks = (skip + count + BlockBytes - 1) >> BlockShift;
            byte[] stream = new byte[blocks << BlockShift];
            for (int at = 0; at < stream.Length; at += BlockBytes)
            {
                Array.Copy(start, 0, stream, at, NumberOffset);
                stream[at + NumberOffset] = (byte)number;
                stream[at + NumberOffset + 1] = (byte)(number >> ByteBits);
                stream[at + NumberOffset + 2] = (byte)(number >> (2 * ByteBits));
                number++;
            }

            stream = aes.Encrypt(stream);
            int from = skip - offset;
            int end = offset + count;
            for (int i = offset; i < end; i++)
            {
                bytes[i] = (byte)(bytes[i] ^ stream[from + i]);
            }
        }
    }
}
