using System;

namespace EcgChip.KernelShapes
{
    /// <summary>A shape that has its input with zeros around every channel, so that no tap looks outside. Padding does not count.</summary>
    public abstract class PaddedShape : KernelShape
    {
        /// <summary>[input channel][position], with two zeros at either end of a channel.</summary>
        protected sbyte[] Padded { get; private set; }

        /// <inheritdoc/>
        public override void Begin(int inChannels, int outChannels, int length, sbyte[] weights, sbyte[] input)
        {
            base.Begin(inChannels, outChannels, length, weights, input);
            int padded = length + Taps - 1;
            Padded = new sbyte[inChannels * padded];
            for (int c = 0; c < inChannels; c++)
            {
                Array.Copy(input, c * length, Padded, (c * padded) + Halo, length);
            }
        }
    }
}
