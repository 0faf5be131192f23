namespace EcgChip.Signal
{
    /// <summary>What stands between the electrodes and the numbers that the ADC gives: properties of the board, not of the signal.</summary>
    public sealed class FrontEndSettings
    {
        /// <summary>Amplification from electrodes to ADC, volts a volt.</summary>
        public readonly int Gain;

        /// <summary>Output of the front end without a signal, in millivolts.</summary>
        public readonly int CentreMillivolts;

        /// <summary>Voltage of the ADC's highest code, in millivolts.</summary>
        public readonly int FullScaleMillivolts;

        /// <summary>The ADC's highest code.</summary>
        public readonly int FullScaleCode;

        /// <summary>Lowest voltage that the ADC converts without bending, in millivolts.</summary>
        public readonly int LowestGoodMillivolts;

        /// <summary>Highest voltage that the ADC converts without bending, in millivolts.</summary>
        public readonly int HighestGoodMillivolts;

        /// <summary>How much later than at the electrodes a heartbeat shows at the ADC, in microseconds (group delay of the low-pass filter).</summary>
        public readonly int GroupDelayUs;

        /// <summary>Settings of one board.</summary>
        public FrontEndSettings(
            int gain, int centreMillivolts, int fullScaleMillivolts, int fullScaleCode, int lowestGoodMillivolts, int highestGoodMillivolts,
            int groupDelayUs)
        {
            Gain = gain;
            CentreMillivolts = centreMillivolts;
            FullScaleMillivolts = fullScaleMillivolts;
            FullScaleCode = fullScaleCode;
            LowestGoodMillivolts = lowestGoodMillivolts;
            HighestGoodMillivolts = highestGoodMillivolts;
            GroupDelayUs = groupDelayUs;
        }

        /// <summary>The code that the ADC gives for a voltage inside its good range, rounded down.</summary>
        public int CodeOf(int millivolts)
        {
            return millivolts * FullScaleCode / FullScaleMillivolts;
        }
    }
}
