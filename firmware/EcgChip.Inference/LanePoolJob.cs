namespace EcgChip.Inference
{
    /// <summary>A max pool of five by two that stays in the lanes (<see cref="LanePool"/>), some windows a slice.</summary>
    public sealed class LanePoolJob : LayerJob
    {
        // IL instructions: 62 for three windows of two channels; handing out a run, with finishing a channel, about 500.
        private const int IlPerWindow = 62;
        private const int IlPerRun = 500;

        private LayerSpec spec;
        private int third;
        private long[][] input;
        private long[][] output;
        private int row;
        private int position;

        /// <summary>Prepares for a layer of kind <see cref="LayerKind.MaxPool"/>.</summary>
        /// <param name="layer">Shape.</param>
        /// <param name="thirdOut">Positions of a third of the output, half of the input's.</param>
        /// <param name="from">The layer's input, packed.</param>
        /// <param name="to">Where activations go; not the same arrays.</param>
        public void Begin(LayerSpec layer, int thirdOut, long[][] from, long[][] to)
        {
            spec = layer;
            third = thirdOut;
            input = from;
            output = to;
            row = 0;
            position = 0;
        }

        /// <inheritdoc/>
        public override bool RunSlice()
        {
            int credit = SliceIl;
            int rows = LanePacking.Rows(spec.OutChannels);
            while (row < rows)
            {
                int affordable = (credit - IlPerRun) / IlPerWindow;
                if (affordable < 1)
                {
                    return false;
                }

                int to = position + affordable < third ? position + affordable : third;
                credit -= IlPerRun + ((to - position) * IlPerWindow);
                LanePool.FiveByTwo(input[row], output[row], position, to);
                position = to;
                if (position == third)
                {
                    LanePacking.Finish(output[row], spec.OutLength, third);
                    position = 0;
                    row++;
                }
            }

            spec = null;
            return true;
        }
    }
}
