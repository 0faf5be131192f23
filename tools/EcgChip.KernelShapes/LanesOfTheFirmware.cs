using System;
using EcgChip.Inference;

namespace EcgChip.KernelShapes
{
    /// <summary>The firmware's own sweep: two positions with eight products in place of ten, four input and four
    /// output channels, two channels in a row.</summary>
    public sealed class LanesOfTheFirmware : LaneShape
    {
        private readonly long[][] runs =
        {
            new long[ConvolutionBuffers.LongestRun], new long[ConvolutionBuffers.LongestRun],
            new long[ConvolutionBuffers.LongestRun], new long[ConvolutionBuffers.LongestRun],
        };

        /// <inheritdoc/>
        public override string Name
        {
            get { return "the same, two channels in a long"; }
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
            get { return ConvolutionBuffers.LongestRun; }
        }

        /// <inheritdoc/>
        protected override void Pack(long[][] rows, int ofThird)
        {
            for (int c = 0; c < InChannels; c++)
            {
                LanePacking.Pack(Input, c * Length, Length, ofThird, rows[c >> 1], LanePacking.Field(c), 0, ofThird);
                LanePacking.Finish(rows[c >> 1], Length, ofThird);
            }
        }

        /// <inheritdoc/>
        protected override void Sweep(long[][] x, int c, sbyte[] weights, long[][] y, int o, int from, int behind)
        {
            const int Part = LaneConvolution.InChannels * Taps;
            const int First = LaneConvolution.First;
            int run = behind - from;
            for (int k = 0; k < LaneConvolution.OutChannels && c == 0; k++)
            {
                Array.Copy(y[o + k], from + First, runs[k], 0, run);
            }

            long[] lower = x[c >> 1], upper = x[(c >> 1) + 1];
            LaneConvolution.Sweep(
                lower, 0, lower, LanePacking.FieldBits, upper, 0, upper, LanePacking.FieldBits, weights, 0, Taps, 2 * Taps, 3 * Taps, Part,
                runs[0], runs[1], runs[2], runs[3], from, behind);
            for (int k = 0; k < LaneConvolution.OutChannels && c + LaneConvolution.InChannels == InChannels; k++)
            {
                Array.Copy(runs[k], 0, y[o + k], from + First, run);
            }
        }
    }
}
