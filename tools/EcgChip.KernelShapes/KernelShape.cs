namespace EcgChip.KernelShapes
{
    /// <summary>One way to write the sums of a convolution with five taps and zero padding; what it costs on the chip is what it is for.</summary>
    public abstract class KernelShape
    {
        /// <summary>Taps of the convolution.</summary>
        protected const int Taps = 5;

        /// <summary>Zeros before a channel's first value and behind its last: half of the taps.</summary>
        protected const int Halo = 2;

        /// <summary>What makes the shape different, as the table has it.</summary>
        public abstract string Name { get; }

        /// <summary>Input channels.</summary>
        protected int InChannels { get; private set; }

        /// <summary>Output channels.</summary>
        protected int OutChannels { get; private set; }

        /// <summary>Values of a channel.</summary>
        protected int Length { get; private set; }

        /// <summary>[output channel][input channel][tap].</summary>
        protected sbyte[] Weights { get; private set; }

        /// <summary>[input channel][position].</summary>
        protected sbyte[] Input { get; private set; }

        /// <summary>[output channel][position], where the shape has plain sums.</summary>
        protected int[] Sums { get; private set; }

        /// <summary>Takes a layer; what is done here does not count.</summary>
        public virtual void Begin(int inChannels, int outChannels, int length, sbyte[] weights, sbyte[] input)
        {
            InChannels = inChannels;
            OutChannels = outChannels;
            Length = length;
            Weights = weights;
            Input = input;
            Sums = new int[outChannels * length];
        }

        /// <summary>Makes all sums; this is what counts.</summary>
        public abstract void Run();

        /// <summary>A sum that <see cref="Run"/> made.</summary>
        public virtual int Sum(int outChannel, int position)
        {
            return Sums[(outChannel * Length) + position];
        }
    }
}
