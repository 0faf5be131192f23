using EcgChip.Signal;

namespace EcgChip.Device.Sampling
{
    /// <summary>
    /// A sample as it comes from the front end, in one number, because a call costs the chip more than taking it apart: the sum of its ADC
    /// readings in the low bits, above it the leads that are off.
    /// </summary>
    public static class RawSample
    {
        /// <summary>The lead-off flags (<see cref="ContactMonitor.PositiveLead"/>, <see cref="ContactMonitor.NegativeLead"/>) stand above these bits.</summary>
        public const int SumBits = 20;

        /// <summary>The sum of the readings.</summary>
        public const int SumMask = (1 << SumBits) - 1;
    }
}
