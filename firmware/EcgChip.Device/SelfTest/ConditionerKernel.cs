using EcgChip.Signal;

namespace EcgChip.Device.SelfTest
{
    /// <summary>Times the conditioner over sums of ADC readings, and checks the conditioned samples.</summary>
    internal sealed class ConditionerKernel : SampleKernel
    {
        // 5 uV at the electrodes are, at a gain of 400 and 4095 / 3.3 V, 2.48 ADC steps, four times: 10 in a sum of four readings around 1.3 V.
        private const int SumPerUnit = 10;
        private const int CentreSum = Conditioner.ReadingsPerSample * 1613;

        // As the signal path hands them on.
        private const int BlockLength = 8;

        private readonly int[] sums = new int[TestSignal.Samples];
        private readonly short[] samples = new short[TestSignal.Length];
        private readonly Conditioner conditioner = new Conditioner(Board.FrontEnd(), MainsFrequency.Hz50);

        public ConditionerKernel(short[] signal)
            : base(SelfTestLine.Conditioner, KnownResults.Conditioned)
        {
            for (int n = 0; n < TestSignal.Samples; n++)
            {
                sums[n] = CentreSum + SumPerUnit * signal[n];
            }
        }

        /// <inheritdoc/>
        protected override void Run(int from, int to)
        {
            int[] input = sums;
            short[] output = samples;
            Conditioner timed = conditioner;
            for (int n = from; n < to; n += BlockLength)
            {
                timed.Process(input, n, BlockLength, output, TestSignal.Mask, n);
            }
        }

        /// <inheritdoc/>
        public override int Result()
        {
            int sum = Checksum.None;
            for (int n = 0; n < TestSignal.Samples; n++)
            {
                sum = Checksum.With(sum, samples[n]);
            }

            return sum;
        }
    }
}
