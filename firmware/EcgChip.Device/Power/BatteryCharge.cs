namespace EcgChip.Device.Power
{
    /// <summary>
    /// State of charge of a lithium-ion cell (4.2 V) by its voltage at a small load. Points of the discharge curve of an NCR18650B at 0.2 C and 25 degrees
    /// (Panasonic, data sheet NCR18650B, figure "Discharge characteristics (by rate of discharge)"), read off to some 20 mV, straight lines between: good
    /// for a display of charge within about 10 %, no better. The device takes a tenth of that current, so that it errs to the safe side.
    /// </summary>
    public static class BatteryCharge
    {
        /// <summary>
        /// Below this the device stops: 3.3 V for the chip, with the regulator's drop-out of 0.15 V at 200 mA, and half as much for the sag of a bad day.
        /// </summary>
        public const int EmptyMillivolts = 3500;

        /// <summary>Below this the screen warns, percent.</summary>
        public const int LowPercent = 15;

        private const int FullPercent = 100;
        private const int Step = 10;

        /// <summary>Charge, 0 to 100 percent, of what lies above <see cref="EmptyMillivolts"/>.</summary>
        /// <param name="millivolts">The cell's voltage.</param>
        public static int PercentOf(int millivolts)
        {
            int percent = FullPercent;
            while (percent > 0 && millivolts < At(percent))
            {
                percent -= Step;
            }

            if (percent == FullPercent)
            {
                return FullPercent;
            }

            int low = At(percent);
            int above = millivolts - low;
            return above <= 0 ? percent : percent + (above * Step / (At(percent + Step) - low));
        }

        // A switch takes no heap; asked once a second.
        private static int At(int percent)
        {
            switch (percent / Step)
            {
                case 10: return 4150;
                case 9: return 4030;
                case 8: return 3940;
                case 7: return 3870;
                case 6: return 3800;
                case 5: return 3730;
                case 4: return 3670;
                case 3: return 3620;
                case 2: return 3580;
                case 1: return 3540;
                default: return EmptyMillivolts;
            }
        }
    }
}
