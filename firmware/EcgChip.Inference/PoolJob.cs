namespace EcgChip.Inference
{
    /// <summary>
    /// A max pool of any window and stride, channel by channel: unpacks the channel, pools it and packs it again, some of it a slice.
    /// </summary>
    public sealed class PoolJob : LayerJob
    {
        // IL instructions at most: 22 a window and 18 a value of it; 70 to pack or unpack three values; handing out a run, with finishing a
        // channel, about 500.
        private const int IlPerWindow = 22;
        private const int IlPerValue = 18;
        private const int IlPerTransfer = 70;
        private const int IlPerRun = 500;

        private readonly sbyte[] line;
        private readonly sbyte[] pooled;
        private LayerSpec spec;
        private int thirdIn;
        private int thirdOut;
        private long[][] input;
        private long[][] output;
        private Phase phase;
        private int channel;
        private int position;

        /// <summary>Work over lines that hold a channel of at most <paramref name="longest"/> values.</summary>
        public PoolJob(int longest)
        {
            line = new sbyte[longest];
            pooled = new sbyte[longest];
        }

        private enum Phase
        {
            Unpack,
            Pool,
            Pack,
        }

        /// <summary>Prepares for a layer of kind <see cref="LayerKind.MaxPool"/>.</summary>
        /// <param name="layer">Shape.</param>
        /// <param name="inputThird">Positions of a third of the input.</param>
        /// <param name="outputThird">Positions of a third of the output.</param>
        /// <param name="from">The layer's input, packed.</param>
        /// <param name="to">Where activations go, packed.</param>
        public void Begin(LayerSpec layer, int inputThird, int outputThird, long[][] from, long[][] to)
        {
            spec = layer;
            thirdIn = inputThird;
            thirdOut = outputThird;
            input = from;
            output = to;
            phase = Phase.Unpack;
            channel = 0;
            position = 0;
        }

        /// <inheritdoc/>
        public override bool RunSlice()
        {
            int credit = SliceIl;
            int perWindow = IlPerWindow + (IlPerValue * spec.Taps);
            while (channel < spec.OutChannels)
            {
                int cost = phase == Phase.Pool ? perWindow : IlPerTransfer;
                int affordable = (credit - IlPerRun) / cost;
                if (affordable < 1)
                {
                    if (credit < SliceIl)
                    {
                        return false;
                    }

                    affordable = 1;
                }

                credit -= IlPerRun + (Advance(affordable) * cost);
            }

            spec = null;
            return true;
        }

        private int Advance(int affordable)
        {
            int all = phase == Phase.Unpack ? thirdIn : phase == Phase.Pool ? spec.OutLength : thirdOut;
            int from = position;
            int to = affordable < all - from ? from + affordable : all;
            int row = channel / LanePacking.RowChannels;
            int field = LanePacking.Field(channel);
            switch (phase)
            {
                case Phase.Unpack:
                    LanePacking.Unpack(input[row], field, spec.InLength, thirdIn, line, 0, from, to);
                    break;

                case Phase.Pool:
                    PoolKernel.Any(spec.Taps, spec.Stride, line, from * spec.Stride, pooled, from, to - from);
                    break;

                default:
                    LanePacking.Pack(pooled, 0, spec.OutLength, thirdOut, output[row], field, from, to);
                    break;
            }

            position = to;
            if (position == all)
            {
                EndPhase();
            }

            return to - from;
        }

        private void EndPhase()
        {
            position = 0;
            if (phase == Phase.Pack)
            {
                LanePacking.Finish(output[channel / LanePacking.RowChannels], spec.OutLength, thirdOut);
                phase = Phase.Unpack;
                channel++;
            }
            else
            {
                phase = phase == Phase.Unpack ? Phase.Pool : Phase.Pack;
            }
        }
    }
}
