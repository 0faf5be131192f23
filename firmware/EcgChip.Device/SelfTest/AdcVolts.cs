namespace EcgChip.Device.SelfTest
{
    /// <summary>ADC readings as voltages, by the straight line between the ADC's ends.</summary>
    internal static class AdcVolts
    {
        /// <summary>Millivolts of the mean of some readings.</summary>
        public static int Millivolts(int sum, int readings)
        {
            return (int)((long)sum * Board.AdcFullScaleMillivolts / ((long)readings * Board.AdcLargestReading));
        }
    }
}
