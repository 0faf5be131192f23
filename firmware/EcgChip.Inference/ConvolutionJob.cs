using System;

namespace EcgChip.Inference
{
    /// <summary>
    /// A convolution with <see cref="LaneConvolution"/>, run of positions by run: four output channels at a time, in sweeps over four
    /// input channels, requantised, packed as they are, before the next four. Input channels that are silent where the run looks, all
    /// zeros, as many are behind a rectifier, are left out; a few of them complete the last four. Input and output channels that are
    /// missing to a multiple of four, and taps that are missing to five, have zero weights.
    /// </summary>
    public sealed class ConvolutionJob : LayerJob
    {
        // IL instructions: 335 a position of a sweep (125 with one input channel, 215 with two), 850 for loading its weights and handing it out, 2500
        // more where channels or taps are missing; 90 to look at a channel, and 13 for three values of it.
        private const int IlPerPosition = 335;
        private const int IlPerPositionOfOne = 125;
        private const int IlPerPositionOfTwo = 215;
        private const int IlPerSweep = 850;
        private const int IlForMissing = 2500;
        private const int IlForMissingOfOne = 700;
        private const int IlPerLook = 90;
        private const int IlPerLookAt = 13;

        // IL instructions: 110 to requantise three values, 180 without a rectifier, where results leave the range at either end, 460 where
        // the common shift does not do; handing out a run, or finishing a row, about 500.
        private const int IlPerRequantised = 110;
        private const int IlPerLinear = 180;
        private const int IlPerAny = 460;
        private const int IlPerRun = 500;

        private readonly ConvolutionBuffers buffers;

        // The input channels, those first that are not silent in the run.
        private readonly ushort[] order;
        private Model model;
        private int layer;
        private LayerSpec spec;
        private sbyte[] weights;
        private int[] biases;
        private int[] multipliers;
        private long[][] input;
        private long[][] output;

        private int third;
        private bool complete;
        private bool few;
        private int sweepIl;
        private int positionIl;
        private int run;
        private Phase phase;

        // The run's first position, and one behind its last; its input channels that are not silent.
        private int position;
        private int behind;
        private int active;

        // First output channel of the weights that are loaded; of the group that is made; the next channel or row of the phase.
        private int part;
        private int firstOut;
        private int perOut;
        private int channel;

        /// <summary>Work over buffers that another may share, which begins nothing while this one is their holder.</summary>
        /// <param name="buffers">The buffers.</param>
        /// <param name="mostChannels">Most input channels that a layer has.</param>
        public ConvolutionJob(ConvolutionBuffers buffers, int mostChannels)
        {
            this.buffers = buffers;
            order = new ushort[mostChannels];
        }

        private enum Phase
        {
            Look,
            Group,
            Sweep,
            Requantise,
            Finish,
        }

        /// <summary>Prepares for a layer of kind <see cref="LayerKind.Convolution"/>.</summary>
        /// <param name="ofModel">Has the layer's numbers.</param>
        /// <param name="ofLayer">The layer's index.</param>
        /// <param name="layerSpec">Shape and arithmetic.</param>
        /// <param name="layerThird">Positions of a third of a channel.</param>
        /// <param name="from">The layer's input, packed.</param>
        /// <param name="to">Where activations go; not <paramref name="from"/>. Where the layer ends a block, it holds the block's input.</param>
        public void Begin(Model ofModel, int ofLayer, LayerSpec layerSpec, int layerThird, long[][] from, long[][] to)
        {
            model = ofModel;
            layer = ofLayer;
            spec = layerSpec;
            third = layerThird;
            biases = ofModel.Biases(ofLayer);
            multipliers = ofModel.Multipliers(ofLayer);
            input = from;
            output = to;

            // Runs of equal length: a short last one would pay for loading its weights like a long one.
            complete = spec.Taps == LaneConvolution.Taps && spec.OutChannels % LaneConvolution.OutChannels == 0
                && spec.InChannels % LaneConvolution.InChannels == 0;
            bool two = spec.InChannels == LaneConvolutionOfTwo.InChannels && spec.Taps == LaneConvolution.Taps
                && spec.OutChannels % LaneConvolution.OutChannels == 0;
            sweepIl = complete || two ? IlPerSweep : IlPerSweep + (spec.InChannels == 1 ? IlForMissingOfOne : IlForMissing);
            positionIl = spec.InChannels == 1 ? IlPerPositionOfOne : two ? IlPerPositionOfTwo : IlPerPosition;
            int affordable = (SliceIl - sweepIl) / positionIl;
            affordable = affordable < ConvolutionBuffers.LongestRun ? affordable & ~1 : ConvolutionBuffers.LongestRun;
            affordable = affordable < LaneConvolution.Positions ? LaneConvolution.Positions : affordable;
            int runs = (third + affordable - 1) / affordable;
            few = two || spec.InChannels == 1;
            run = (third + runs - 1) / runs;
            run += run % LaneConvolution.Positions;
            part = -1;
            perOut = spec.InChannels * spec.Taps;
            position = 0;
            BeginRun();
        }

        /// <summary>Drops what is under way: the buffers are free for another.</summary>
        public void Drop()
        {
            if (buffers.Holder == this)
            {
                buffers.Holder = null;
            }
        }

        /// <inheritdoc/>
        public override bool RunSlice()
        {
            if (phase == Phase.Group)
            {
                BeginGroup();
            }

            switch (phase)
            {
                case Phase.Look:
                    Look();
                    return false;

                case Phase.Sweep:
                    Sweep();
                    return false;

                case Phase.Requantise:
                    RequantiseGroup();
                    return false;

                default:
                    return FinishRows();
            }
        }

        private void BeginRun()
        {
            phase = Phase.Look;
            behind = position + run < third ? position + run : third;
            channel = 0;
            active = 0;
        }

        // Lists the input channels, those from the front that are not silent, the others from the end.
        private void Look()
        {
            int channels = spec.InChannels;
            bool looks = !few;
            ushort[] places = order;
            int cost = IlPerLook + ((behind - position + LaneConvolution.First) * IlPerLookAt);
            for (int credit = SliceIl; credit >= cost; credit -= cost)
            {
                bool silent = looks
                    && LanePacking.IsSilent(input[channel / LanePacking.RowChannels], LanePacking.Field(channel), position, behind);
                int at = silent ? channels - 1 - (channel - active) : active;
                places[at] = (ushort)channel;
                active += silent ? 0 : 1;
                channel++;
                if (channel == channels)
                {
                    firstOut = 0;
                    phase = Phase.Group;
                    return;
                }
            }
        }

        // A group of output channels is begun with the slice that first works on it: between two groups the accumulators hold nothing.
        private void BeginGroup()
        {
            buffers.Holder = this;
            phase = active == 0 ? Phase.Requantise : Phase.Sweep;
            channel = 0;
            if (firstOut != part)
            {
                // A group is a part; where it is the only one, it stays.
                part = firstOut;
                weights = model.WeightPart(layer, firstOut / Model.PartChannels);
            }

            if (!few)
            {
                // The others are copies: one native call each instead of a loop.
                long[][] y = buffers.Accumulators;
                long[] first = y[0];
                int count = run;
                for (int i = 0; i < count; i++)
                {
                    first[i] = LaneConvolution.Empty;
                }

                for (int of = 1; of < LaneConvolution.OutChannels; of++)
                {
                    Array.Copy(first, y[of], count);
                }
            }
        }

        // The kernel is called from here and from no method in between, whose frame would lie in the heap beneath the deepest of all.
        private void Sweep()
        {
            const int Taps = LaneConvolution.Taps;
            const int FieldBits = LanePacking.FieldBits;
            const int Part = LaneConvolution.InChannels * Taps;
            ushort[] places = order;
            long[][] x = input;
            long[][] y = buffers.Accumulators;
            int cost = sweepIl + (run * positionIl);
            int credit = SliceIl;
            do
            {
                int at = channel;
                if (complete)
                {
                    int c0 = places[at], c1 = places[at + 1], c2 = places[at + 2], c3 = places[at + 3];
                    LaneConvolution.Sweep(
                        x[c0 >> 1], (c0 & 1) * FieldBits, x[c1 >> 1], (c1 & 1) * FieldBits,
                        x[c2 >> 1], (c2 & 1) * FieldBits, x[c3 >> 1], (c3 & 1) * FieldBits,
                        weights, c0 * Taps, c1 * Taps, c2 * Taps, c3 * Taps, perOut,
                        y[0], y[1], y[2], y[3], position, behind);
                }
                else if (few)
                {
                    SweepFew();
                }
                else
                {
                    LoadMissing();
                    int c0 = Ordered(at), c1 = Ordered(at + 1), c2 = Ordered(at + 2), c3 = Ordered(at + 3);
                    LaneConvolution.Sweep(
                        x[c0 >> 1], LanePacking.Field(c0), x[c1 >> 1], LanePacking.Field(c1),
                        x[c2 >> 1], LanePacking.Field(c2), x[c3 >> 1], LanePacking.Field(c3),
                        buffers.SweepWeights, 0, Taps, 2 * Taps, 3 * Taps, Part, y[0], y[1], y[2], y[3], position, behind);
                }

                credit -= cost;
                channel += LaneConvolution.InChannels;
                if (channel >= active)
                {
                    phase = Phase.Requantise;
                    channel = 0;
                    if (spec.OutChannels > LaneConvolution.OutChannels)
                    {
                        // The next group's weights are others: these go before they come, so that both need not live.
                        weights = null;
                        part = -1;
                    }

                    return;
                }
            }
            while (credit >= cost);
        }

        private void SweepFew()
        {
            long[][] y = buffers.Accumulators;
            if (spec.InChannels == LaneConvolutionOfTwo.InChannels)
            {
                LaneConvolutionOfTwo.Sweep(input[0], weights, y[0], y[1], y[2], y[3], position, behind);
                return;
            }

            for (int of = 0; of < LaneConvolution.OutChannels; of++)
            {
                LoadChannel(of, 0, of * LaneConvolution.Taps);
            }

            LaneConvolution.SweepOne(input[0], buffers.SweepWeights, y[0], y[1], y[2], y[3], position, behind);
        }

        private void LoadMissing()
        {
            const int Taps = LaneConvolution.Taps;
            const int Part = LaneConvolution.InChannels * Taps;
            for (int of = 0; of < LaneConvolution.OutChannels; of++)
            {
                for (int k = 0; k < LaneConvolution.InChannels; k++)
                {
                    LoadChannel(of, channel + k, (of * Part) + (k * Taps));
                }
            }
        }

        // The input channel at a place of the order; behind its end any, which has zero weights.
        private int Ordered(int at)
        {
            return at < spec.InChannels ? order[at] : 0;
        }

        // The weights of one pair of channels, in the middle of five; zeros where there is no such channel.
        private void LoadChannel(int ofGroup, int ofOrder, int to)
        {
            Array.Clear(buffers.SweepWeights, to, LaneConvolution.Taps);
            if (firstOut + ofGroup < spec.OutChannels && ofOrder < spec.InChannels)
            {
                int taps = spec.Taps;
                int first = (ofGroup * perOut) + (order[ofOrder] * taps);
                Array.Copy(weights, first, buffers.SweepWeights, to + ((LaneConvolution.Taps - taps) / 2), taps);
            }
        }

        private void RequantiseGroup()
        {
            LayerSpec of = spec;
            int credit = SliceIl;
            int from = position, to = behind;
            int positions = to - from;
            int perPosition = of.Rectified ? IlPerRequantised : IlPerLinear;
            while (true)
            {
                int outChannel = firstOut + channel;
                int bias = biases[outChannel], multiplier = multipliers[outChannel];
                bool fits = LaneRequantiser.Fits(bias, multiplier, of.ResidualMultiplier, of.Shift);
                int cost = IlPerRun + (positions * (fits ? perPosition : IlPerAny));
                if (credit < cost && credit < SliceIl)
                {
                    return;
                }

                LaneRequantiser.Run(
                    of, fits, bias, multiplier, buffers.Accumulators[channel], output[outChannel >> 1],
                    (outChannel & 1) * LanePacking.FieldBits, from, to);
                credit -= cost;
                channel++;
                if (outChannel + 1 == of.OutChannels)
                {
                    EndRun();
                    return;
                }

                if (channel == LaneConvolution.OutChannels)
                {
                    buffers.Holder = null;
                    firstOut = outChannel + 1;
                    phase = Phase.Group;
                    return;
                }
            }
        }

        private void EndRun()
        {
            buffers.Holder = null;
            position = behind;
            if (position < third)
            {
                BeginRun();
                return;
            }

            phase = Phase.Finish;
            channel = 0;
        }

        private bool FinishRows()
        {
            for (int credit = SliceIl; credit >= IlPerRun; credit -= IlPerRun)
            {
                if (channel >= spec.OutChannels)
                {
                    model = null;
                    spec = null;
                    weights = null;
                    biases = null;
                    multipliers = null;
                    return true;
                }

                LanePacking.Finish(output[channel / LanePacking.RowChannels], spec.OutLength, third);
                channel += LanePacking.RowChannels;
            }

            return false;
        }
    }
}
