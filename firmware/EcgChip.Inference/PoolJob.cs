namespace EcgChip.Inference
{
    /// <summary>A max pool, some windows a slice.</summary>
    public sealed class PoolJob : LayerJob
    {
        // IL instructions at most: FiveByTwo needs 48 a window; Any 22 a window and 15 a value; handing out a run of windows about 130.
        private const int IlPerFive = 48;
        private const int IlPerWindow = 22;
        private const int IlPerValue = 15;
        private const int IlPerRun = 130;

        private LayerSpec spec;
        private sbyte[] input;
        private sbyte[] output;
        private bool fiveByTwo;
        private int ilPerOutput;
        private int channel;
        private int position;

        /// <summary>Prepares for a layer of kind <see cref="LayerKind.MaxPool"/>.</summary>
        public void Begin(LayerSpec layer, sbyte[] from, sbyte[] to)
        {
            spec = layer;
            input = from;
            output = to;
            fiveByTwo = layer.Taps == PoolKernel.FiveWindow && layer.Stride == PoolKernel.TwoStride;
            ilPerOutput = fiveByTwo ? IlPerFive : IlPerWindow + (IlPerValue * layer.Taps);
            channel = 0;
            position = 0;
        }

        /// <inheritdoc/>
        public override bool RunSlice()
        {
            int credit = SliceIl;
            while (channel < spec.OutChannels)
            {
                int affordable = (credit - IlPerRun) / ilPerOutput;
                if (affordable < 1 && credit < SliceIl)
                {
                    return false;
                }

                int left = spec.OutLength - position;
                int count = affordable < 1 ? 1 : affordable < left ? affordable : left;
                Pool(count);
                credit -= IlPerRun + (count * ilPerOutput);
            }

            return true;
        }

        private void Pool(int count)
        {
            int from = (channel * spec.InLength) + (position * spec.Stride);
            int to = (channel * spec.OutLength) + position;
            if (fiveByTwo)
            {
                PoolKernel.FiveByTwo(input, from, output, to, count);
            }
            else
            {
                PoolKernel.Any(spec.Taps, spec.Stride, input, from, output, to, count);
            }

            position += count;
            if (position == spec.OutLength)
            {
                position = 0;
                channel++;
            }
        }
    }
}
