using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;

namespace EcgChip.Device.SelfTest
{
    /// <summary>Times ten ADC readings. Right is any sum that ten readings of 12 bits can have: what is on the electrodes is not known.</summary>
    internal sealed class AdcKernel : TestKernel
    {
        private const int Readings = 10;

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
            sum = source.Read(Readings) & RawSample.SumMask;
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
            return result >= 0 && result <= Readings * Board.AdcLargestReading;
        }
    }
}
