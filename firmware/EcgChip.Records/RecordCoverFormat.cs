namespace EcgChip.Records
{
    /// <summary>Numbers of what stands before a record that is covered; README.md in this folder describes it.</summary>
    public static class RecordCoverFormat
    {
        /// <summary>"ECGX" as four bytes, read as a little-endian number.</summary>
        public const int Magic = 0x58474345;

        /// <summary>Where the four bytes stand that tell which key it is.</summary>
        public const int KeyOffset = LittleEndian.Int32Bytes;

        /// <summary>Bytes of these.</summary>
        public const int KeyBytes = LittleEndian.Int32Bytes;

        /// <summary>Where the bytes stand that no other record has.</summary>
        public const int StartOffset = KeyOffset + KeyBytes;

        /// <summary>Bytes of these.</summary>
        public const int StartBytes = 12;

        /// <summary>Bytes of all of it.</summary>
        public const int Bytes = StartOffset + StartBytes;
    }
}
