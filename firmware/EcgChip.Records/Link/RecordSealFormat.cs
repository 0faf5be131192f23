namespace EcgChip.Records.Link
{
    /// <summary>
    /// Numbers of the seal that is sent behind a record: "ECGM", version, three zeros, and the last of a chain of HMAC-SHA256 with the device's record key.
    /// The first is that of device id, number and length; each further one that of the one before and the next page.
    /// </summary>
    public static class RecordSealFormat
    {
        /// <summary>"ECGM" as four bytes, read as a little-endian number.</summary>
        public const int Magic = 0x4D474345;

        /// <summary>The version.</summary>
        public const int Version = 1;

        /// <summary>Bytes before the chain's last link.</summary>
        public const int HeaderBytes = 8;

        /// <summary>Bytes of a link.</summary>
        public const int TagBytes = 32;

        /// <summary>Bytes of a seal.</summary>
        public const int Bytes = HeaderBytes + TagBytes;

        /// <summary>Bytes of a page of the record; the last may be shorter.</summary>
        public const int PageBytes = 256;

        /// <summary>Bytes that the chain's first link is of: id, number, length.</summary>
        public const int FirstBytes = LittleEndian.Int64Bytes + (2 * LittleEndian.Int32Bytes);
    }
}
