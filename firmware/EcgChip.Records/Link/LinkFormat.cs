namespace EcgChip.Records.Link
{
    /// <summary>Numbers of the link's frames; README.md in the folder above describes them byte by byte.</summary>
    public static class LinkFormat
    {
        /// <summary>The version this code speaks. Every version keeps the header, the checksum behind everything, and what a refusal says.</summary>
        public const int Version = 1;

        /// <summary>Bytes before the payload: version, verb, kind, and two of the request's number.</summary>
        public const int HeaderBytes = 5;

        /// <summary>Bytes of the checksum behind the payload.</summary>
        public const int CrcBytes = 4;

        /// <summary>Bytes of the longest payload: a few of them fit in a small heap.</summary>
        public const int LargestPayload = 256;

        /// <summary>Bytes of the longest frame, before its zeros are taken out.</summary>
        public const int LargestFrame = HeaderBytes + LargestPayload + CrcBytes;

        /// <summary>Bytes of the longest frame on the wire: a code for each 254 bytes that have no zero, one at least, and a zero at each end.</summary>
        public const int LargestOnWire = LargestFrame + (LargestFrame / LongestRun) + 1 + 2;

        /// <summary>Largest number of a request.</summary>
        public const int LastRequest = 0xFFFF;

        /// <summary>Ends a frame, and begins one: stands nowhere in it.</summary>
        internal const int Delimiter = 0;

        /// <summary>Most bytes that follow a code.</summary>
        internal const int LongestRun = 254;

        /// <summary>The code of a run that no zero follows.</summary>
        internal const int FullRun = LongestRun + 1;

        internal const int VersionOffset = 0;
        internal const int VerbOffset = 1;
        internal const int KindOffset = 2;
        internal const int RequestOffset = 3;

        /// <summary>What <see cref="Crc32.Value"/> is after any bytes and their checksum behind them.</summary>
        internal const uint SoundCrc = 0x2144DF1C;
    }
}
