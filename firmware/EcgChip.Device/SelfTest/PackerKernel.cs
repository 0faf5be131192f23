using EcgChip.Records;

namespace EcgChip.Device.SelfTest
{
    /// <summary>Times the sample packer, and checks the packed bytes.</summary>
    internal sealed class PackerKernel : SampleKernel
    {
        // As a recording hands them on.
        private const int BlockLength = 8;

        // The signal is no ring.
        private const int Unmasked = int.MaxValue;

        private readonly short[] samples;
        private readonly SamplePacker packer = new SamplePacker(new byte[2 * TestSignal.Samples]);

        public PackerKernel(short[] signal)
            : base(SelfTestLine.Packer, KnownResults.Packed)
        {
            samples = signal;
        }

        /// <inheritdoc/>
        protected override void Run(int from, int to)
        {
            for (int n = from; n < to; n += BlockLength)
            {
                packer.Append(samples, Unmasked, n, BlockLength);
            }
        }

        /// <inheritdoc/>
        public override int Result()
        {
            int sum = Checksum.With(Checksum.None, packer.SampleCount);
            int count = packer.ByteCount;
            for (int i = 0; i < count; i++)
            {
                sum = Checksum.With(sum, packer.Bytes[i]);
            }

            return sum;
        }
    }
}
