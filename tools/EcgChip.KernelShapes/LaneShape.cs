using System;
using EcgChip.Inference;

namespace EcgChip.KernelShapes
{
    /// <summary>
    /// Three positions in a <c>long</c> (<see cref="SignedLanes"/>): packs the input, then sweeps over some input channels, some output
    /// channels and a run of positions that fits a slice of the chip's loop. Channels must be multiples of what a sweep takes.
    /// </summary>
    public abstract class LaneShape : KernelShape
    {
        private int third;
        private long[][] packed;
        private long[][] sums;
        private sbyte[] sweepWeights;

        /// <summary>Input channels of a sweep.</summary>
        protected abstract int SweepIn { get; }

        /// <summary>Output channels of a sweep.</summary>
        protected abstract int SweepOut { get; }

        /// <summary>Positions of a third that a sweep may take: with more, a slice would last longer than 330,000 instructions.</summary>
        protected abstract int SweepPositions { get; }

        /// <inheritdoc/>
        public override void Begin(int inChannels, int outChannels, int length, sbyte[] weights, sbyte[] input)
        {
            base.Begin(inChannels, outChannels, length, weights, input);
            third = (LanePacking.Third(length) + LaneConvolution.First - 1) / LaneConvolution.First * LaneConvolution.First;
            packed = Rows(inChannels, LanePacking.PackedLength(third));
            sums = Rows(outChannels, third + LaneConvolution.First);
            for (int o = 0; o < outChannels; o++)
            {
                for (int i = 0; i < sums[o].Length; i++)
                {
                    sums[o][i] = LaneConvolution.Empty;
                }
            }

            sweepWeights = new sbyte[SweepIn * SweepOut * Taps];
        }

        /// <inheritdoc/>
        public override void Run()
        {
            Pack(packed, third);

            int part = SweepIn * Taps;
            for (int o = 0; o < OutChannels; o += SweepOut)
            {
                for (int from = 0; from < third; from += SweepPositions)
                {
                    int to = from + SweepPositions < third ? from + SweepPositions : third;
                    for (int c = 0; c < InChannels; c += SweepIn)
                    {
                        for (int k = 0; k < SweepOut; k++)
                        {
                            Array.Copy(Weights, (((o + k) * InChannels) + c) * Taps, sweepWeights, k * part, part);
                        }

                        Sweep(packed, c, sweepWeights, sums, o, from, to);
                    }
                }
            }
        }

        /// <inheritdoc/>
        public override int Sum(int outChannel, int position)
        {
            long lanes = sums[outChannel][(position % third) + LaneConvolution.First];
            return (int)((lanes >> (position / third * LaneBound.LaneBits)) & LanePacking.LaneMask) - LaneBound.Limit;
        }

        /// <summary>Adds some input channels' share to some output channels, at some positions of the thirds.</summary>
        /// <param name="x">Packed input channels.</param>
        /// <param name="c">First input channel of the sweep.</param>
        /// <param name="weights">[output channel][input channel][tap], of the sweep alone.</param>
        /// <param name="y">Accumulators, output position 0 at <see cref="LaneConvolution.First"/>.</param>
        /// <param name="o">First output channel of the sweep.</param>
        /// <param name="from">First position.</param>
        /// <param name="behind">One behind the last.</param>
        protected abstract void Sweep(long[][] x, int c, sbyte[] weights, long[][] y, int o, int from, int behind);

        /// <summary>Packs the whole input.</summary>
        /// <param name="rows">Packed input channels.</param>
        /// <param name="ofThird">Positions of a third.</param>
        protected virtual void Pack(long[][] rows, int ofThird)
        {
            for (int c = 0; c < InChannels; c++)
            {
                SignedLanes.Pack(Input, c * Length, Length, ofThird, rows[c], 0, ofThird);
                SignedLanes.Finish(rows[c], Length, ofThird);
            }
        }

        private static long[][] Rows(int channels, int length)
        {
            long[][] rows = new long[channels][];
            for (int channel = 0; channel < channels; channel++)
            {
                rows[channel] = new long[length];
            }

            return rows;
        }
    }
}
