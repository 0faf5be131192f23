using System;

namespace EcgChip.Inference
{
    /// <summary>
    /// A convolution with <see cref="LaneConvolution"/>: makes four output channels at a time, in sweeps over four input channels and
    /// a run of positions, and requantises them, packed as they are. Input channels that are silent, all zeros, as many are behind a
    /// rectifier, are left out; those that are missing to a multiple of four are silence. Output channels that are missing to a multiple
    /// of four, and taps that are missing to five, have zero weights.
    /// </summary>
    public sealed class ConvolutionJob : LayerJob
    {
        // IL instructions: 310 a position of a sweep (112 with one input channel), 1000 for loading its weights and handing it out, 2000
        // more where output channels or taps are missing; 9 to look at three values.
        private const int IlPerPosition = 310;
        private const int IlPerPositionOfOne = 112;
        private const int IlPerSweep = 1000;
        private const int IlForMissing = 2000;
        private const int IlPerLook = 9;

        // IL instructions: 100 to requantise three values, 140 without a rectifier, where results leave the range at either end, 450 where
        // the common shift does not do; handing out a run, with finishing a channel, about 500.
        private const int IlPerRequantised = 100;
        private const int IlPerLinear = 140;
        private const int IlPerAny = 450;
        private const int IlPerRun = 500;

        private readonly ConvolutionBuffers buffers;
        private LayerSpec spec;
        private sbyte[] weights;
        private int[] biases;
        private int[] multipliers;
        private long[][] input;
        private long[][] blockInput;
        private long[][] output;

        private int third;
        private int active;
        private bool complete;
        private int sweepIl;
        private int positionIl;
        private int run;
        private Phase phase;
        private int channel;
        private int position;
        private int firstOut;

        /// <summary>Work over shared buffers.</summary>
        public ConvolutionJob(ConvolutionBuffers buffers)
        {
            this.buffers = buffers;
        }

        private enum Phase
        {
            Look,
            Sweep,
            Requantise,
        }

        /// <summary>Prepares for a layer of kind <see cref="LayerKind.Convolution"/>.</summary>
        /// <param name="layer">Shape and arithmetic.</param>
        /// <param name="layerThird">Positions of a third of a channel.</param>
        /// <param name="layerWeights">[output channel][input channel][tap].</param>
        /// <param name="layerBiases">One for each output channel.</param>
        /// <param name="layerMultipliers">One for each output channel.</param>
        /// <param name="from">The layer's input, packed.</param>
        /// <param name="block">The block's input, where the layer adds it; else null will do.</param>
        /// <param name="to">Where activations go; it may be <paramref name="block"/>.</param>
        public void Begin(
            LayerSpec layer, int layerThird, sbyte[] layerWeights, int[] layerBiases, int[] layerMultipliers,
            long[][] from, long[][] block, long[][] to)
        {
            spec = layer;
            third = layerThird;
            weights = layerWeights;
            biases = layerBiases;
            multipliers = layerMultipliers;
            input = from;
            blockInput = layer.AddsBlockInput ? block : null;
            output = to;

            // Runs of equal length: a short last one would pay for loading its weights like a long one.
            complete = layer.Taps == LaneConvolution.Taps && layer.OutChannels % LaneConvolution.OutChannels == 0;
            sweepIl = complete ? IlPerSweep : IlPerSweep + IlForMissing;
            positionIl = layer.InChannels == 1 ? IlPerPositionOfOne : IlPerPosition;
            int affordable = (SliceIl - sweepIl) / positionIl;
            int runs = (third + affordable - 1) / affordable;
            run = (third + runs - 1) / runs;
            run += run % LaneConvolution.Positions;
            phase = Phase.Look;
            channel = 0;
            active = 0;
        }

        /// <inheritdoc/>
        public override bool RunSlice()
        {
            switch (phase)
            {
                case Phase.Look:
                    Look();
                    return false;

                case Phase.Sweep:
                    Sweep();
                    return false;

                default:
                    return RequantiseGroup();
            }
        }

        // Lists the input channels that are not silent.
        private void Look()
        {
            int credit = SliceIl;
            int cost = IlPerRun + (third * IlPerLook);
            do
            {
                if (spec.InChannels == 1 || !LanePacking.IsSilent(input[channel], third))
                {
                    buffers.Active[active] = input[channel];
                    buffers.ActiveWeights[active] = channel * spec.Taps;
                    active++;
                }

                channel++;
                credit -= cost;
                if (channel == spec.InChannels)
                {
                    // Silence up to a multiple of four; it takes any weights.
                    for (int k = active; k % LaneConvolution.InChannels != 0; k++)
                    {
                        buffers.Active[k] = buffers.Silence;
                        buffers.ActiveWeights[k] = 0;
                    }

                    BeginGroup(0);
                    return;
                }
            }
            while (credit >= cost);
        }

        private void BeginGroup(int outChannel)
        {
            phase = active == 0 ? Phase.Requantise : Phase.Sweep;
            firstOut = outChannel;
            channel = 0;
            position = 0;
            if (spec.InChannels > 1)
            {
                for (int of = 0; of < LaneConvolution.OutChannels; of++)
                {
                    Array.Copy(buffers.Empty, buffers.Accumulators[of], buffers.Empty.Length);
                }
            }
        }

        private void Sweep()
        {
            int credit = SliceIl;
            int cost = sweepIl + (run * positionIl);
            do
            {
                int to = position + run < third ? position + run : third;
                if (spec.InChannels == 1)
                {
                    SweepOne(to);
                }
                else
                {
                    SweepFour(to);
                }

                credit -= cost;
                if (Advance(to))
                {
                    return;
                }
            }
            while (credit >= cost);
        }

        private void SweepOne(int to)
        {
            for (int of = 0; of < LaneConvolution.OutChannels; of++)
            {
                LoadChannel(of, 0, of * LaneConvolution.Taps);
            }

            long[][] y = buffers.Accumulators;
            LaneConvolution.SweepOne(input[0], buffers.SweepWeights, y[0], y[1], y[2], y[3], position, to);
        }

        private void SweepFour(int to)
        {
            const int Taps = LaneConvolution.Taps;
            const int Part = LaneConvolution.InChannels * Taps;
            ConvolutionBuffers with = buffers;
            long[][] x = with.Active;
            long[][] y = with.Accumulators;
            int[] at = with.ActiveWeights;
            int c0 = channel, c1 = c0 + 1, c2 = c0 + 2, c3 = c0 + 3;
            if (complete)
            {
                int perOut = spec.InChannels * Taps;
                int first = firstOut * perOut;
                LaneConvolution.Sweep(
                    x[c0], x[c1], x[c2], x[c3], weights, first + at[c0], first + at[c1], first + at[c2], first + at[c3], perOut,
                    y[0], y[1], y[2], y[3], position, to);
                return;
            }

            for (int of = 0; of < LaneConvolution.OutChannels; of++)
            {
                for (int k = 0; k < LaneConvolution.InChannels; k++)
                {
                    LoadChannel(of, at[c0 + k], (of * Part) + (k * Taps));
                }
            }

            LaneConvolution.Sweep(
                x[c0], x[c1], x[c2], x[c3], with.SweepWeights, 0, Taps, 2 * Taps, 3 * Taps, Part, y[0], y[1], y[2], y[3], position, to);
        }

        // Next input channels of the run, else the next run; true when the group is done.
        private bool Advance(int to)
        {
            channel += LaneConvolution.InChannels;
            if (channel < active)
            {
                return false;
            }

            channel = 0;
            position = to;
            if (position < third)
            {
                return false;
            }

            position = 0;
            phase = Phase.Requantise;
            return true;
        }

        // The weights of one pair of channels, in the middle of five; zeros where there is no such output channel.
        private void LoadChannel(int ofGroup, int inWeights, int to)
        {
            int outChannel = firstOut + ofGroup;
            Array.Clear(buffers.SweepWeights, to, LaneConvolution.Taps);
            if (outChannel < spec.OutChannels)
            {
                int taps = spec.Taps;
                int first = (outChannel * spec.InChannels * taps) + inWeights;
                Array.Copy(weights, first, buffers.SweepWeights, to + ((LaneConvolution.Taps - taps) / 2), taps);
            }
        }

        private bool RequantiseGroup()
        {
            int credit = SliceIl;
            while (true)
            {
                int outChannel = firstOut + channel;
                bool fits = LaneRequantiser.Fits(biases[outChannel], multipliers[outChannel], spec.ResidualMultiplier, spec.Shift);
                int cost = !fits ? IlPerAny : spec.Rectified ? IlPerRequantised : IlPerLinear;
                int affordable = (credit - IlPerRun) / cost;
                if (affordable < 1)
                {
                    return false;
                }

                int to = position + affordable < third ? position + affordable : third;
                LaneRequantiser.Run(
                    spec, fits, biases[outChannel], multipliers[outChannel], buffers.Accumulators[channel],
                    blockInput == null ? null : blockInput[outChannel], output[outChannel], position, to);
                credit -= IlPerRun + ((to - position) * cost);
                position = to;
                if (position == third && EndChannel(outChannel))
                {
                    return firstOut == spec.OutChannels;
                }
            }
        }

        // True when the group is done: then the next one is under way, or the layer is finished.
        private bool EndChannel(int outChannel)
        {
            LanePacking.Finish(output[outChannel], spec.OutLength, third);
            position = 0;
            channel++;
            if (outChannel + 1 == spec.OutChannels)
            {
                firstOut = spec.OutChannels;
                weights = null;
                biases = null;
                multipliers = null;
                return true;
            }

            if (channel < LaneConvolution.OutChannels)
            {
                return false;
            }

            BeginGroup(firstOut + LaneConvolution.OutChannels);
            return true;
        }
    }
}
