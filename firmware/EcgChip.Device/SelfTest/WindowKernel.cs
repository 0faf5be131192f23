using EcgChip.Signal;

namespace EcgChip.Device.SelfTest
{
    /// <summary>Times one cut of the bedside network's window, and checks it.</summary>
    internal sealed class WindowKernel : TestKernel
    {
        private readonly short[] samples;
        private readonly sbyte[] window = new sbyte[BedsideWindow.Length];

        public WindowKernel(short[] signal)
            : base(SelfTestLine.Window, 1, KnownResults.Window)
        {
            samples = signal;
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            BedsideWindow.Cut(samples, TestSignal.Mask, 0, TestSignal.Beat, window);
            return true;
        }

        /// <inheritdoc/>
        public override int Result()
        {
            int sum = Checksum.None;
            for (int i = 0; i < window.Length; i++)
            {
                sum = Checksum.With(sum, window[i]);
            }

            return sum;
        }
    }
}
