using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Signal;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// Times five ADC conversions: a front end's first sample, which has a look at a comparator. Right is any sum that its four readings of
    /// 12 bits can have: what is on the electrodes is not known.
    /// </summary>
    internal sealed class AdcKernel : TestKernel
    {
        private readonly ISampleSource source;
        private int sum = -1;

        public AdcKernel(ISampleSource source)
            : base(SelfTestLine.Adc, 1, 0)
        {
            this.source = source;
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            sum = source.Read() & RawSample.SumMask;
            return true;
        }

        /// <inheritdoc/>
        public override int Result()
        {
            return sum;
        }

        /// <inheritdoc/>
        public override bool IsRight(int result, int microseconds)
        {
            return result >= 0 && result <= Conditioner.ReadingsPerSample * Board.AdcLargestReading;
        }
    }
}
