using EcgChip.Inference;

namespace EcgChip.KernelShapes
{
    /// <summary>The firmware's own sweep: two positions with eight products in place of ten, four input and four output channels.</summary>
    public sealed class LanesOfTheFirmware : LaneShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "lanes, 4 x 4 channels, 8 products for 10"; }
        }

        /// <inheritdoc/>
        protected override int SweepIn
        {
            get { return LaneConvolution.InChannels; }
        }

        /// <inheritdoc/>
        protected override int SweepOut
        {
            get { return LaneConvolution.OutChannels; }
        }

        /// <inheritdoc/>
        protected override int SweepPositions
        {
            get { return 16; }
        }

        /// <inheritdoc/>
        protected override void Sweep(long[][] x, int c, sbyte[] weights, long[][] y, int o, int from, int behind)
        {
            const int Part = LaneConvolution.InChannels * Taps;
            LaneConvolution.Sweep(
                x[c], x[c + 1], x[c + 2], x[c + 3], weights, 0, Taps, 2 * Taps, 3 * Taps, Part, y[o], y[o + 1], y[o + 2], y[o + 3], from, behind);
        }
    }
}
