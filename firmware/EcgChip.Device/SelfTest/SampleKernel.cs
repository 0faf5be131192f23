namespace EcgChip.Device.SelfTest
{
    /// <summary>A kernel that goes through the test signal sample by sample.</summary>
    internal abstract class SampleKernel : TestKernel
    {
        // A whole number of the packer's blocks, and a whole number of these in the test signal.
        private const int SamplesInSlice = 200;

        private int done;

        /// <summary>A kernel that fills a line.</summary>
        /// <param name="line">The line.</param>
        /// <param name="known">The checksum that has to come out.</param>
        protected SampleKernel(int line, int known)
            : base(line, 1, known)
        {
        }

        /// <inheritdoc/>
        public sealed override bool Step()
        {
            Run(done, done + SamplesInSlice);
            done += SamplesInSlice;
            return done >= TestSignal.Samples;
        }

        /// <summary>Takes the samples from one index to before another.</summary>
        protected abstract void Run(int from, int to);
    }
}
