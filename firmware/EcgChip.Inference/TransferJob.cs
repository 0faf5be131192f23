namespace EcgChip.Inference
{
    /// <summary>Packs activations that lie channel after channel into the lanes, or unpacks them, some positions a slice.</summary>
    public sealed class TransferJob : LayerJob
    {
        // IL instructions: 45 to pack or 70 to unpack three values at most; handing out a run, with finishing a channel, about 500.
        private const int IlPerPosition = 70;
        private const int IlPerRun = 500;

        private sbyte[] plain;
        private long[][] packed;
        private int channels;
        private int length;
        private int third;
        private bool packs;
        private int channel;
        private int position;

        /// <summary>Prepares to pack.</summary>
        /// <param name="from">Activations, channel after channel.</param>
        /// <param name="to">Packed activations, an array for two channels.</param>
        /// <param name="ofChannels">Channels.</param>
        /// <param name="ofLength">Values of a channel.</param>
        /// <param name="ofThird">Positions of a third of it.</param>
        public void BeginPack(sbyte[] from, long[][] to, int ofChannels, int ofLength, int ofThird)
        {
            Begin(from, to, ofChannels, ofLength, ofThird);
            packs = true;
        }

        /// <summary>Prepares to unpack. Parameters as for <see cref="BeginPack"/>.</summary>
        public void BeginUnpack(long[][] from, sbyte[] to, int ofChannels, int ofLength, int ofThird)
        {
            Begin(to, from, ofChannels, ofLength, ofThird);
            packs = false;
        }

        /// <inheritdoc/>
        public override bool RunSlice()
        {
            int credit = SliceIl;
            while (channel < channels)
            {
                int affordable = (credit - IlPerRun) / IlPerPosition;
                if (affordable < 1)
                {
                    return false;
                }

                int to = position + affordable < third ? position + affordable : third;
                credit -= IlPerRun + ((to - position) * IlPerPosition);
                Transfer(to);
            }

            return true;
        }

        private void Begin(sbyte[] ofPlain, long[][] ofPacked, int ofChannels, int ofLength, int ofThird)
        {
            plain = ofPlain;
            packed = ofPacked;
            channels = ofChannels;
            length = ofLength;
            third = ofThird;
            channel = 0;
            position = 0;
        }

        private void Transfer(int to)
        {
            long[] row = packed[channel / LanePacking.RowChannels];
            int field = LanePacking.Field(channel);
            if (packs)
            {
                LanePacking.Pack(plain, channel * length, length, third, row, field, position, to);
            }
            else
            {
                LanePacking.Unpack(row, field, length, third, plain, channel * length, position, to);
            }

            position = to;
            if (position == third)
            {
                if (packs)
                {
                    LanePacking.Finish(row, length, third);
                }

                position = 0;
                channel++;
            }
        }
    }
}
