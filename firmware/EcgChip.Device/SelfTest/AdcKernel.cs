using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Signal;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// Times ten ADC conversions: two samples, each with a look at a comparator. Right is any sum that their eight readings of 12 bits can
    /// have: what is on the electrodes is not known.
    /// </summary>
    internal sealed class AdcKernel : TestKernel
    {
        private const int Samples = 2;

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
            sum = 0;
            for (int left = Samples; left > 0; left--)
            {
                sum += source.Read() & RawSample.SumMask;
            }

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
            return result >= 0 && result <= Samples * Conditioner.ReadingsPerSample * Board.AdcLargestReading;
        }
    }
}
