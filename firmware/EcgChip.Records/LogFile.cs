namespace EcgChip.Records
{
    /// <summary>
    /// What a file of the log is, by its number: the lower eight decimal digits are the segment's number, those above say the kind.
    /// </summary>
    public static class LogFile
    {
        /// <summary>Numbers of one kind: segments have eight digits.</summary>
        public const int KindStep = 100000000;

        /// <summary>The segment itself, with its records.</summary>
        public const int RecordsKind = 0;

        /// <summary>Which of the segment's records are acknowledged.</summary>
        public const int AcknowledgedKind = 1;

        /// <summary>What will take the segment's place: a copy without the records that are acknowledged.</summary>
        public const int ReplacementKind = 2;

        /// <summary>Settings: two files, 1 and 2, that belong to no segment.</summary>
        public const int SettingsKind = 3;

        /// <summary>Number of the kinds.</summary>
        public const int KindCount = 4;

        /// <summary>Number of a segment's file of acknowledgements.</summary>
        public static int Acknowledged(int segment)
        {
            return segment + AcknowledgedKind * KindStep;
        }

        /// <summary>Number of the file that will replace a segment.</summary>
        public static int Replacement(int segment)
        {
            return segment + ReplacementKind * KindStep;
        }

        /// <summary>Number of one of the two files of settings.</summary>
        public static int Settings(int which)
        {
            return which + SettingsKind * KindStep;
        }

        /// <summary>Kind of a file.</summary>
        public static int KindOf(int file)
        {
            return file / KindStep;
        }

        /// <summary>Segment, or number among its kind, of a file.</summary>
        public static int SegmentOf(int file)
        {
            return file % KindStep;
        }
    }
}
