namespace EcgChip.Inference
{
    /// <summary>
    /// Shape and arithmetic of one layer; the numbers it needs (weights, biases, multipliers) come from <see cref="Model"/>.
    /// Activations are stored channel after channel: value i of channel c stands at <c>c * length + i</c>.
    /// </summary>
    /// <remarks>Written by its makers and by <see cref="HeldModel"/> only; fields, because a property costs the interpreter a call.</remarks>
    public sealed class LayerSpec
    {
        /// <summary>Numbers that <see cref="Write"/> makes of a layer.</summary>
        internal const int Numbers = 13;

        private const int HalfBits = 16;
        private const int HalfMask = (1 << HalfBits) - 1;

        /// <summary>What the layer computes.</summary>
        public LayerKind Kind;

        /// <summary>Input channels; for a dense layer the number of inputs.</summary>
        public int InChannels;

        /// <summary>Output channels; for a dense layer the number of outputs.</summary>
        public int OutChannels;

        /// <summary>Taps of a convolution, or the window of a pool; 1 for a dense layer.</summary>
        public int Taps;

        /// <summary>Step between windows of a pool; 1 otherwise.</summary>
        public int Stride;

        /// <summary>Values a channel at the input; 1 for a dense layer.</summary>
        public int InLength;

        /// <summary>Values a channel at the output; 1 for a dense layer.</summary>
        public int OutLength;

        /// <summary>True when negative results become 0 (the rectifier), so that outputs are 0..127.</summary>
        public bool Rectified;

        /// <summary>True when the input of the layer before this one is added to the result before the rectifier: the residual connection.</summary>
        public bool AddsBlockInput;

        /// <summary>What the block's input is multiplied with before it is added, in the same scale as the channel multipliers; 0 without a residual.</summary>
        public int ResidualMultiplier;

        /// <summary>Right shift, in bits, that ends the requantisation.</summary>
        public int Shift;

        /// <summary>
        /// Of a dense layer's inputs those, the last ones, that no layer puts out: the beat's features, which join in here. 0 for any other layer.
        /// </summary>
        public int Features;

        private LayerSpec(
            LayerKind kind, int inChannels, int outChannels, int taps, int stride, int inLength, int outLength,
            bool rectified, bool addsBlockInput, int residualMultiplier, int shift)
        {
            Kind = kind;
            InChannels = inChannels;
            OutChannels = outChannels;
            Taps = taps;
            Stride = stride;
            InLength = inLength;
            OutLength = outLength;
            Rectified = rectified;
            AddsBlockInput = addsBlockInput;
            ResidualMultiplier = residualMultiplier;
            Shift = shift;
        }

        /// <summary>A convolution; weights are laid out [output channel][input channel][tap].</summary>
        public static LayerSpec Convolution(int inChannels, int outChannels, int taps, int length, bool rectified, int shift)
        {
            return new LayerSpec(LayerKind.Convolution, inChannels, outChannels, taps, 1, length, length, rectified, false, 0, shift);
        }

        /// <summary>A convolution that ends a residual block: the block's input is added before the rectifier.</summary>
        public static LayerSpec BlockEnd(int channels, int taps, int length, int residualMultiplier, int shift)
        {
            return new LayerSpec(LayerKind.Convolution, channels, channels, taps, 1, length, length, true, true, residualMultiplier, shift);
        }

        /// <summary>The largest of every <paramref name="window"/> values, <paramref name="stride"/> apart, without padding.</summary>
        public static LayerSpec MaxPool(int channels, int window, int stride, int length)
        {
            return new LayerSpec(
                LayerKind.MaxPool, channels, channels, window, stride, length, (length - window) / stride + 1, false, false, 0, 0);
        }

        /// <summary>A dense layer; weights are laid out [output][input].</summary>
        public static LayerSpec Dense(int inputs, int outputs, bool rectified, int shift)
        {
            return new LayerSpec(LayerKind.Dense, inputs, outputs, 1, 1, 1, 1, rectified, false, 0, shift);
        }

        /// <summary>
        /// A dense layer that features join in; weights are laid out [output][input], of an output first those of the layer before, then those of the
        /// features.
        /// </summary>
        /// <param name="inputs">What the layer before puts out, OutChannels x OutLength.</param>
        /// <param name="features">How many features follow them.</param>
        /// <param name="outputs">Outputs.</param>
        /// <param name="rectified">Whether negative results become 0.</param>
        /// <param name="shift">Right shift, in bits.</param>
        public static LayerSpec JoiningDense(int inputs, int features, int outputs, bool rectified, int shift)
        {
            LayerSpec spec = Dense(inputs + features, outputs, rectified, shift);
            spec.Features = features;
            return spec;
        }

        /// <summary>
        /// Puts the layer into <see cref="Numbers"/> places, from <paramref name="at"/> on. Lengths and channels are those of layers that the chip
        /// can hold: below 32,768.
        /// </summary>
        internal void Write(short[] numbers, int at)
        {
            numbers[at] = (short)Kind;
            numbers[at + 1] = (short)InChannels;
            numbers[at + 2] = (short)OutChannels;
            numbers[at + 3] = (short)Taps;
            numbers[at + 4] = (short)Stride;
            numbers[at + 5] = (short)InLength;
            numbers[at + 6] = (short)OutLength;
            numbers[at + 7] = (short)(Rectified ? 1 : 0);
            numbers[at + 8] = (short)(AddsBlockInput ? 1 : 0);
            numbers[at + 9] = (short)(ResidualMultiplier >> HalfBits);
            numbers[at + 10] = (short)ResidualMultiplier;
            numbers[at + 11] = (short)Shift;
            numbers[at + 12] = (short)Features;
        }

        /// <summary>Becomes the layer that <see cref="Write"/> put there.</summary>
        internal void Read(short[] numbers, int at)
        {
            Kind = (LayerKind)numbers[at];
            InChannels = numbers[at + 1];
            OutChannels = numbers[at + 2];
            Taps = numbers[at + 3];
            Stride = numbers[at + 4];
            InLength = numbers[at + 5];
            OutLength = numbers[at + 6];
            Rectified = numbers[at + 7] != 0;
            AddsBlockInput = numbers[at + 8] != 0;
            ResidualMultiplier = (numbers[at + 9] << HalfBits) | (numbers[at + 10] & HalfMask);
            Shift = numbers[at + 11];
            Features = numbers[at + 12];
        }
    }
}
