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

        /// <summary>The lead-off flags, once they are shifted down.</summary>
        public const int LeadsMask = ContactMonitor.PositiveLead | ContactMonitor.NegativeLead;

        /// <summary>Set where the sample was read late and is interpolated.</summary>
        public const int Late = (LeadsMask + 1) << SumBits;

        /// <summary>
        /// Samples are taken as they are due and handed on eight at a time, 64 ms: what is done with them then costs half of what it would cost one
        /// by one. A power of two.
        /// </summary>
        public const int BlockLength = 8;

        /// <summary>Sample i stands in a block at <c>i &amp; BlockMask</c>.</summary>
        public const int BlockMask = BlockLength - 1;
    }
}
