using System;

namespace EcgChip.Records
{
    /// <summary>Covers an entry's record piece by piece while it is appended; made for one entry, and gone with it.</summary>
    internal sealed class EntryCover
    {
        /// <summary>The piece that was covered last.</summary>
        internal readonly byte[] Bytes = new byte[AtOnce];

        private const int AtOnce = 64;

        private readonly IRecordCover cover;
        private readonly byte[] header;
        private int place;

        /// <summary>For the record behind a header.</summary>
        internal EntryCover(IRecordCover cover, byte[] header)
        {
            this.cover = cover;
            this.header = header;
        }

        /// <summary>Takes the next bytes of the record and covers them.</summary>
        /// <returns>How many were taken; 0 when the key is not to be had any more.</returns>
        internal int Take(byte[] buffer, int offset, int count)
        {
            int piece = count < AtOnce ? count : AtOnce;
            if (!cover.Take(header))
            {
                return 0;
            }

            Array.Copy(buffer, offset, Bytes, 0, piece);
            cover.Cover(place, Bytes, 0, piece);
            place += piece;
            return piece;
        }
    }
}
