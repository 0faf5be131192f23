namespace EcgChip.Records
{
    /// <summary>Numbers of the record format; README.md in this folder describes it byte by byte.</summary>
    public static class RecordFormat
    {
        /// <summary>The version this code writes. A reader refuses a record with another one.</summary>
        public const int MajorVersion = 1;

        /// <summary>Raised when sections, or fields at a section's end, are added that an older reader may pass over.</summary>
        public const int MinorVersion = 4;

        /// <summary>"ECGR" as the first four bytes, read as a little-endian number.</summary>
        internal const int Magic = 0x52474345;

        internal const int MagicBytes = 4;
        internal const int MajorVersionOffset = 4;
        internal const int LengthOffset = 8;
        internal const int HeaderBytes = 12;
        internal const int CrcBytes = 4;

        internal const int SectionHeaderBytes = 6;
        internal const int RecordingSection = 1;
        internal const int SummarySection = 2;
        internal const int ModelsSection = 3;
        internal const int BeatsSection = 4;
        internal const int GapsSection = 5;
        internal const int SamplesSection = 6;

        internal const int FindingsSection = 7;

        /// <summary>Sections 1 to this a record must have.</summary>
        internal const int NeededSections = 6;

        /// <summary>Sections that are written.</summary>
        internal const int SectionCount = 7;

        internal const int RecordingBytes = 36;

        /// <summary>Of versions before 1.4, which had no patient.</summary>
        internal const int RecordingBytesBefore = 32;

        internal const int StartKnownFlag = 1;

        internal const int SummaryBytes = 72;

        /// <summary>A model without its name: role, length of the name, hash.</summary>
        internal const int ModelFixedBytes = 2 + ModelReference.HashBytes;

        internal const int ListCountBytes = 4;

        /// <summary>Class, confidence and model of a beat.</summary>
        internal const int BeatResultBytes = 3;

        /// <summary>A finding in its shortest form: code, and a byte for each of its four numbers.</summary>
        internal const int LeastFindingBytes = 5;

        /// <summary>Samples are packed as <see cref="SampleCode"/> says.</summary>
        internal const int PackedEncoding = 1;

        internal const int EncodingBytes = 1;

        /// <summary>Largest of the fixed parts, so that a writer can put any of them together in one small buffer.</summary>
        internal const int LargestPart = SectionHeaderBytes + SummaryBytes;
    }
}
