namespace EcgChip.Inference
{
    /// <summary>
    /// The layers of a network, written to be read: the specification of what the fast kernels compute, bit for bit.
    /// Activations stand channel after channel; weights as <see cref="LayerSpec"/> says.
    /// </summary>
    public static class PlainKernels
    {
        /// <summary>
        /// Convolution along time with zero padding, output as long as input; adds the block's input where the layer asks for it.
        /// </summary>
        /// <param name="spec">A layer of kind <see cref="LayerKind.Convolution"/>.</param>
        /// <param name="weights">[output channel][input channel][tap].</param>
        /// <param name="biases">One for each output channel.</param>
        /// <param name="multipliers">One for each output channel.</param>
        /// <param name="input">InChannels x InLength.</param>
        /// <param name="blockInput">OutChannels x OutLength; read only where the layer adds it, else null will do.</param>
        /// <param name="output">OutChannels x OutLength; not the array of another argument.</param>
        public static void Convolution(
            LayerSpec spec, sbyte[] weights, int[] biases, int[] multipliers, sbyte[] input, sbyte[] blockInput, sbyte[] output)
        {
            int length = spec.InLength;
            int before = spec.Taps / 2;
            for (int o = 0; o < spec.OutChannels; o++)
            {
                for (int i = 0; i < length; i++)
                {
                    int sum = biases[o];
                    for (int c = 0; c < spec.InChannels; c++)
                    {
                        for (int t = 0; t < spec.Taps; t++)
                        {
                            int position = i + t - before;
                            if (position >= 0 && position < length)
                            {
                                sum += weights[((o * spec.InChannels) + c) * spec.Taps + t] * input[(c * length) + position];
                            }
                        }
                    }

                    long scaled = (long)sum * multipliers[o];
                    if (spec.AddsBlockInput)
                    {
                        scaled += (long)blockInput[(o * length) + i] * spec.ResidualMultiplier;
                    }

                    output[(o * length) + i] = Requantise.Hold(Requantise.Round(scaled, spec.Shift), spec.Rectified);
                }
            }
        }

        /// <summary>The largest value of every window, without padding.</summary>
        /// <param name="spec">A layer of kind <see cref="LayerKind.MaxPool"/>.</param>
        /// <param name="input">InChannels x InLength.</param>
        /// <param name="output">OutChannels x OutLength; not the same array.</param>
        public static void MaxPool(LayerSpec spec, sbyte[] input, sbyte[] output)
        {
            for (int c = 0; c < spec.OutChannels; c++)
            {
                for (int i = 0; i < spec.OutLength; i++)
                {
                    int first = (c * spec.InLength) + (i * spec.Stride);
                    sbyte largest = input[first];
                    for (int k = 1; k < spec.Taps; k++)
                    {
                        if (input[first + k] > largest)
                        {
                            largest = input[first + k];
                        }
                    }

                    output[(c * spec.OutLength) + i] = largest;
                }
            }
        }

        /// <summary>Every output a weighted sum of every input; the results are rounded and not yet held to 8 bits.</summary>
        /// <param name="spec">A layer of kind <see cref="LayerKind.Dense"/>.</param>
        /// <param name="weights">[output][input].</param>
        /// <param name="biases">One for each output.</param>
        /// <param name="multipliers">One for each output.</param>
        /// <param name="input">InChannels values.</param>
        /// <param name="rounded">OutChannels values: for a network's last layer the logits, in 1/256.</param>
        public static void Dense(LayerSpec spec, sbyte[] weights, int[] biases, int[] multipliers, sbyte[] input, int[] rounded)
        {
            for (int o = 0; o < spec.OutChannels; o++)
            {
                int sum = biases[o];
                for (int i = 0; i < spec.InChannels; i++)
                {
                    sum += weights[(o * spec.InChannels) + i] * input[i];
                }

                rounded[o] = Requantise.Round((long)sum * multipliers[o], spec.Shift);
            }
        }
    }
}
