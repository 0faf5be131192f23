namespace EcgChip.Device.SelfTest
{
    /// <summary>The checks of the board, in the order in which they are made and shown, and their names.</summary>
    public static class CheckLine
    {
        /// <summary>The AD8232's reference, by the ADC.</summary>
        public const int Reference = 0;

        /// <summary>The mean of the ECG's voltage over a second: the reference again, through both stages.</summary>
        public const int Centre = 1;

        /// <summary>Comparator LO+.</summary>
        public const int LeadOffPositive = 2;

        /// <summary>Comparator LO-.</summary>
        public const int LeadOffNegative = 3;

        /// <summary>The battery.</summary>
        public const int Battery = 4;

        /// <summary>Half a kilobyte written to flash and read back.</summary>
        public const int Flash = 5;

        /// <summary>The most that slots of 8 ms begin late.</summary>
        public const int Loop = 6;

        /// <summary>The head for infarction, golden beats.</summary>
        public const int Infarction = 7;

        /// <summary>The chip's speed, by the times of all kernels.</summary>
        public const int Speed = 8;

        /// <summary>Lines in all.</summary>
        public const int Count = 9;

        /// <summary>The name of a line as the display and the link show it.</summary>
        public static string Name(int line)
        {
            switch (line)
            {
                case Reference: return "REFERENCE MV";
                case Centre: return "CENTRE MV";
                case LeadOffPositive: return "LEAD OFF+ MV";
                case LeadOffNegative: return "LEAD OFF- MV";
                case Battery: return "BATTERY MV";
                case Flash: return "FLASH 512";
                case Loop: return "LOOP LATE";
                case Infarction: return "INFARCTION";
                default: return "SPEED MIPS";
            }
        }
    }
}
