namespace EcgChip.Records.Link
{
    /// <summary>Numbers of a session between desktop and device; README.md in the folder above describes it byte by byte.</summary>
    public static class SessionFormat
    {
        /// <summary>The version of the handshake and of what follows it.</summary>
        public const int Version = 1;

        /// <summary>Bytes of each side's nonce.</summary>
        public const int NonceBytes = 16;

        /// <summary>Bytes of a proof, and of the keys that it is made with.</summary>
        public const int ProofBytes = 32;

        /// <summary>Bytes of the key that is encrypted with.</summary>
        public const int CipherKeyBytes = 16;

        /// <summary>Bytes of what a proof, or a session's key, is the HMAC of: what it is for, the device's id, the desktop's nonce, the device's.</summary>
        public const int TranscriptBytes = 1 + LittleEndian.Int64Bytes + (2 * NonceBytes);

        /// <summary>The transcript's first byte for the device's proof.</summary>
        public const int DeviceProof = 1;

        /// <summary>The transcript's first byte for the desktop's proof.</summary>
        public const int DesktopProof = 2;

        /// <summary>The transcript's first byte for the key that is encrypted with: its first <see cref="CipherKeyBytes"/> bytes.</summary>
        public const int CipherKey = 3;

        /// <summary>The transcript's first byte for the key that is authenticated with.</summary>
        public const int TagKey = 4;

        /// <summary>Bytes of the counter before what is encrypted.</summary>
        public const int CounterBytes = LittleEndian.Int32Bytes;

        /// <summary>Bytes of the verb and the kind, the first that are encrypted.</summary>
        public const int InnerHeaderBytes = 2;

        /// <summary>Bytes of the tag behind what is encrypted.</summary>
        public const int TagBytes = 16;

        /// <summary>Bytes of the longest payload within a session.</summary>
        public const int LargestPayload = LinkFormat.LargestPayload - CounterBytes - InnerHeaderBytes - TagBytes;

        /// <summary>Where in a frame the counter stands.</summary>
        public const int CounterOffset = LinkFormat.HeaderBytes;

        /// <summary>Where in a frame begins what is encrypted.</summary>
        public const int CoveredOffset = CounterOffset + CounterBytes;

        /// <summary>Where in a frame the payload within begins.</summary>
        public const int PayloadOffset = CoveredOffset + InnerHeaderBytes;

        /// <summary>
        /// Where in a block of counters, of 16 bytes, the frame's counter stands; the first byte is the frame's kind, the last four are the block's number.
        /// </summary>
        public const int BlockCounterOffset = 4;

        /// <summary>Before the bytes of a piece: number, place, and length of the whole.</summary>
        public const int PieceHeaderBytes = 3 * LittleEndian.Int32Bytes;

        /// <summary>Bytes of the longest piece of a record.</summary>
        public const int LargestPiece = LargestPayload - PieceHeaderBytes;

        /// <summary>Bytes of a record in a list: its number, and its length with the seal.</summary>
        public const int ListEntryBytes = 2 * LittleEndian.Int32Bytes;

        /// <summary>Most records in an answer.</summary>
        public const int LargestList = 16;
    }
}
