namespace EcgChip.KernelShapes
{
    /// <summary>Four nested loops, as the definition has it; all in locals.</summary>
    public sealed class Naive : KernelShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "naive, four nested loops, all in locals"; }
        }

        /// <inheritdoc/>
        public override void Run()
        {
            int inChannels = InChannels, outChannels = OutChannels, length = Length;
            sbyte[] weights = Weights, input = Input;
            int[] sums = Sums;
            for (int o = 0; o < outChannels; o++)
            {
                for (int i = 0; i < length; i++)
                {
                    int sum = 0;
                    for (int c = 0; c < inChannels; c++)
                    {
                        for (int t = 0; t < Taps; t++)
                        {
                            int at = i + t - Halo;
                            if (at >= 0 && at < length)
                            {
                                sum += weights[(((o * inChannels) + c) * Taps) + t] * input[(c * length) + at];
                            }
                        }
                    }

                    sums[(o * length) + i] = sum;
                }
            }
        }
    }
}
