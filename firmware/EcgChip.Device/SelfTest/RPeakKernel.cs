using EcgChip.Signal;

namespace EcgChip.Device.SelfTest
{
    /// <summary>Times the R peak detector, and checks the peaks that it found.</summary>
    internal sealed class RPeakKernel : SampleKernel
    {
        // As the signal path hands them on.
        private const int BlockLength = 8;

        private readonly short[] samples;
        private readonly RPeakDetector detector = new RPeakDetector();
        private int sum = Checksum.None;

        public RPeakKernel(short[] signal)
            : base(SelfTestLine.RPeaks, KnownResults.RPeaks)
        {
            samples = signal;
        }

        /// <inheritdoc/>
        protected override void Run(int from, int to)
        {
            short[] signal = samples;
            RPeakDetector timed = detector;
            for (int n = from; n < to; n += BlockLength)
            {
                if (timed.Add(signal, TestSignal.Mask, n, BlockLength))
                {
                    TakePeaks();
                }
            }
        }

        /// <inheritdoc/>
        public override int Result()
        {
            return sum;
        }

        private void TakePeaks()
        {
            while (detector.TryNext(out int peak))
            {
                sum = Checksum.With(sum, peak);
            }
        }
    }
}
