using System;

namespace EcgChip.Inference
{
    /// <summary>
    /// A convolution with <see cref="LaneConvolution"/>: packs the input once, then makes two output channels after the other, each in
    /// sweeps over four input channels and a run of positions, and requantises them. Input channels that are missing to a multiple of four,
    /// an output channel that is missing to a pair, and taps that are missing to five have zero weights.
    /// </summary>
    public sealed class ConvolutionJob : LayerJob
    {
        // IL instructions: 195 a position of a sweep (59 with one input channel), 400 for loading its weights and handing it out, 500 more
        // where channels or taps are missing.
        private const int IlPerPosition = 195;
        private const int IlPerPositionOfOne = 59;
        private const int IlPerSweep = 400;
        private const int IlForMissing = 500;

        // IL instructions: 35 a packed value (100 in a short channel); 126 to requantise three values at most; handing out a run of either
        // about 100.
        private const int IlPerPacked = 35;
        private const int IlPerPackedShort = 100;
        private const int IlPerRequantised = 126;
        private const int IlPerRun = 100;

        private readonly ConvolutionBuffers buffers;
        private LayerSpec spec;
        private sbyte[] weights;
        private int[] biases;
        private int[] multipliers;
        private sbyte[] input;
        private sbyte[] blockInput;
        private sbyte[] output;

        private int third;
        private int packedLength;
        private bool complete;
        private int sweepIl;
        private int positionIl;
        private int run;
        private Phase phase;
        private int channel;
        private int position;
        private int pairsFirst;

        /// <summary>Work over shared buffers.</summary>
        public ConvolutionJob(ConvolutionBuffers buffers)
        {
            this.buffers = buffers;
        }

        private enum Phase
        {
            Pack,
            Sweep,
            Requantise,
        }

        /// <summary>Prepares for a layer of kind <see cref="LayerKind.Convolution"/>.</summary>
        /// <param name="layer">Shape and arithmetic.</param>
        /// <param name="layerWeights">[output channel][input channel][tap].</param>
        /// <param name="layerBiases">One for each output channel.</param>
        /// <param name="layerMultipliers">One for each output channel.</param>
        /// <param name="from">The layer's input; packed at first, and then not needed any more.</param>
        /// <param name="block">The block's input, where the layer adds it; else null will do.</param>
        /// <param name="to">
        /// Where activations go; with <see cref="LaneRequantiser.Slack"/> behind the last. It may be <paramref name="from"/>.
        /// </param>
        public void Begin(
            LayerSpec layer, sbyte[] layerWeights, int[] layerBiases, int[] layerMultipliers, sbyte[] from, sbyte[] block, sbyte[] to)
        {
            spec = layer;
            weights = layerWeights;
            biases = layerBiases;
            multipliers = layerMultipliers;
            input = from;
            blockInput = block;
            output = to;
            third = LanePacking.Third(layer.InLength);
            packedLength = LanePacking.PackedLength(layer.InLength);

            // Runs of equal length: a short last one would pay for loading its weights like a long one.
            complete = layer.Taps == LaneConvolution.Taps && layer.InChannels % LaneConvolution.InChannels == 0
                && layer.OutChannels % LaneConvolution.OutChannels == 0;
            sweepIl = complete ? IlPerSweep : IlPerSweep + IlForMissing;
            positionIl = layer.InChannels == 1 ? IlPerPositionOfOne : IlPerPosition;
            int affordable = (SliceIl - sweepIl) / positionIl;
            int runs = (third + affordable - 1) / affordable;
            run = (third + runs - 1) / runs;
            phase = Phase.Pack;
            channel = 0;
            position = 0;
            pairsFirst = 0;
        }

        /// <inheritdoc/>
        public override bool RunSlice()
        {
            switch (phase)
            {
                case Phase.Pack:
                    Pack();
                    return false;

                case Phase.Sweep:
                    Sweep();
                    return false;

                default:
                    return RequantisePair();
            }
        }

        private void Pack()
        {
            int credit = SliceIl;
            int ilPerPacked = LanePacking.IsShort(spec.InLength) ? IlPerPackedShort : IlPerPacked;
            while (credit > IlPerRun + ilPerPacked)
            {
                int to = position + ((credit - IlPerRun) / ilPerPacked);
                to = to < packedLength ? to : packedLength;
                LanePacking.Pack(input, channel * spec.InLength, spec.InLength, buffers.Packed[channel], position, to);
                credit -= IlPerRun + ((to - position) * ilPerPacked);
                position = to;
                if (position == packedLength)
                {
                    position = 0;
                    channel++;
                    if (channel == spec.InChannels)
                    {
                        BeginPair(0);
                        return;
                    }
                }
            }
        }

        private void BeginPair(int outChannel)
        {
            phase = Phase.Sweep;
            pairsFirst = outChannel;
            channel = 0;
            position = 0;
            if (spec.InChannels > 1)
            {
                Array.Copy(buffers.Empty, buffers.First, buffers.Empty.Length);
                Array.Copy(buffers.Empty, buffers.Second, buffers.Empty.Length);
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
                    LoadChannel(0, 0, 0);
                    LoadChannel(1, 0, LaneConvolution.Taps);
                    LaneConvolution.SweepOne(buffers.Packed[0], buffers.SweepWeights, buffers.First, buffers.Second, position, to);
                }
                else
                {
                    LoadWeights();
                    long[][] packed = buffers.Packed;
                    LaneConvolution.Sweep(
                        packed[channel], packed[channel + 1], packed[channel + 2], packed[channel + 3],
                        buffers.SweepWeights, buffers.First, buffers.Second, position, to);
                }

                credit -= cost;
                if (Advance(to))
                {
                    return;
                }
            }
            while (credit >= cost);
        }

        // Next input channels of the run, else the next run; true when the pair is done.
        private bool Advance(int to)
        {
            channel += LaneConvolution.InChannels;
            if (channel < spec.InChannels)
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

        private void LoadWeights()
        {
            const int Half = LaneConvolution.InChannels * LaneConvolution.Taps;
            if (complete)
            {
                int first = ((pairsFirst * spec.InChannels) + channel) * LaneConvolution.Taps;
                Array.Copy(weights, first, buffers.SweepWeights, 0, Half);
                Array.Copy(weights, first + (spec.InChannels * LaneConvolution.Taps), buffers.SweepWeights, Half, Half);
                return;
            }

            for (int c = 0; c < LaneConvolution.InChannels; c++)
            {
                LoadChannel(0, channel + c, c * LaneConvolution.Taps);
                LoadChannel(1, channel + c, Half + (c * LaneConvolution.Taps));
            }
        }

        // The weights of one pair of channels, in the middle of five; zeros where there is no such pair.
        private void LoadChannel(int ofPair, int inChannel, int to)
        {
            int outChannel = pairsFirst + ofPair;
            Array.Clear(buffers.SweepWeights, to, LaneConvolution.Taps);
            if (outChannel < spec.OutChannels && inChannel < spec.InChannels)
            {
                int taps = spec.Taps;
                int first = ((outChannel * spec.InChannels) + inChannel) * taps;
                Array.Copy(weights, first, buffers.SweepWeights, to + ((LaneConvolution.Taps - taps) / 2), taps);
            }
        }

        private bool RequantisePair()
        {
            int credit = SliceIl;
            while (credit > IlPerRun + IlPerRequantised)
            {
                int to = position + ((credit - IlPerRun) / IlPerRequantised);
                to = to < third ? to : third;
                RequantiseRun(pairsFirst + channel, channel == 0 ? buffers.First : buffers.Second, to);
                credit -= IlPerRun + ((to - position) * IlPerRequantised);
                position = to;
                if (position == third)
                {
                    position = 0;
                    channel++;
                    if (pairsFirst + channel == spec.OutChannels)
                    {
                        weights = null;
                        biases = null;
                        multipliers = null;
                        return true;
                    }

                    if (channel == LaneConvolution.OutChannels)
                    {
                        BeginPair(pairsFirst + LaneConvolution.OutChannels);
                        return false;
                    }
                }
            }

            return false;
        }

        private void RequantiseRun(int outChannel, long[] accumulators, int to)
        {
            int bias = biases[outChannel];
            int multiplier = multipliers[outChannel];
            int offset = outChannel * spec.OutLength;
            if (spec.AddsBlockInput)
            {
                LaneRequantiser.BlockEnd(
                    accumulators, third, position, to, bias, multiplier, spec.Shift, output, offset, blockInput, spec.ResidualMultiplier);
            }
            else if (spec.Rectified)
            {
                LaneRequantiser.Rectified(accumulators, third, position, to, bias, multiplier, spec.Shift, output, offset);
            }
            else
            {
                LaneRequantiser.Linear(accumulators, third, position, to, bias, multiplier, spec.Shift, output, offset);
            }
        }
    }
}
