using System;

namespace EcgChip.Records
{
    /// <summary>Covers an entry's record piece by piece while it is appended; made for one entry, and gone with it.</summary>
    internal sealed class EntryCover
    {
        private const int AtOnce = 64;

        private readonly byte[] covered = new byte[AtOnce];
        private readonly IRecordCover cover;
        private readonly byte[] header;
        private int place;

        /// <summary>For the record behind a header.</summary>
        internal EntryCover(IRecordCover cover, byte[] header)
        {
            this.cover = cover;
            this.header = header;
        }

        /// <summary>The entry has ended: the key is let go.</summary>
        /// <returns>Null: there is no cover to go on with.</returns>
        internal static EntryCover End(IRecordCover cover)
        {
            if (cover != null)
            {
                cover.Release();
            }

            return null;
        }

        /// <summary>Covers the next bytes of the record and appends them.</summary>
        /// <returns>False when the store failed, or the key is not to be had any more.</returns>
        internal bool Write(RecordLog log, byte[] buffer, int offset, int count)
        {
            int end = offset + count;
            int piece;
            for (int at = offset; at < end; at += piece)
            {
                piece = end - at < AtOnce ? end - at : AtOnce;
                if (!cover.Take(header))
                {
                    return false;
                }

                Array.Copy(buffer, at, covered, 0, piece);
                cover.Cover(place, covered, 0, piece);
                place += piece;
                if (!log.PutSummed(covered, 0, piece))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
