using System;
using System.Security.Cryptography;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Security
{
    /// <summary>
    /// Seals a record: a chain of HMAC-SHA256 over its pages, because the chip's library hashes whole arrays only and a record does not fit in the heap twice.
    /// A resumable job, a page each step.
    /// </summary>
    /// <remarks>
    /// A record is sealed when it is sent, not when it is stored. The log's format and what a power cut can do to it stay as they are; records from before there
    /// was a key are sealed too, self-tests like recordings; and nothing is lost by it, since whoever can write to the flash can read the key there.
    /// </remarks>
    internal sealed class RecordSealing
    {
        private readonly byte[] key;
        private readonly LogReader record;
        private byte[] link;
        private byte[] tag;
        private int position;

        /// <summary>A seal that is not made yet.</summary>
        /// <param name="recordKey">The key of records.</param>
        /// <param name="deviceId">The device's id.</param>
        /// <param name="record">Stands on the record.</param>
        internal RecordSealing(byte[] recordKey, long deviceId, LogReader record)
        {
            key = recordKey;
            this.record = record;
            Sequence = record.Sequence;
            link = new byte[RecordSealFormat.FirstBytes];
            int at = LittleEndian.PutInt64(link, 0, deviceId);
            at = LittleEndian.PutInt32(link, at, Sequence);
            LittleEndian.PutInt32(link, at, record.Length);
        }

        /// <summary>Number of the record.</summary>
        internal int Sequence { get; }

        /// <summary>The seal, once it is made.</summary>
        internal byte[] Seal { get; private set; }

        /// <summary>True when the record could not be read to its end.</summary>
        internal bool Failed { get; private set; }

        /// <summary>One page. True when the seal is made, or cannot be.</summary>
        internal bool Step()
        {
            if (Seal != null || Failed)
            {
                return true;
            }

            tag = HMACSHA256.HashData(key, link);
            int left = record.Length - position;
            if (left == 0)
            {
                byte[] seal = new byte[RecordSealFormat.Bytes];
                LittleEndian.PutInt32(seal, 0, RecordSealFormat.Magic);
                LittleEndian.PutByte(seal, LittleEndian.Int32Bytes, RecordSealFormat.Version);
                Array.Copy(tag, 0, seal, RecordSealFormat.HeaderBytes, RecordSealFormat.TagBytes);
                Seal = seal;
                return true;
            }

            int count = left < RecordSealFormat.PageBytes ? left : RecordSealFormat.PageBytes;
            if (link.Length != RecordSealFormat.TagBytes + count)
            {
                link = new byte[RecordSealFormat.TagBytes + count];
            }

            Array.Copy(tag, 0, link, 0, RecordSealFormat.TagBytes);
            Failed = record.Read(position, link, RecordSealFormat.TagBytes, count) != count;
            position += count;
            return Failed;
        }
    }
}
