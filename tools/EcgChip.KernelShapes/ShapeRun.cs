using System;
using EcgChip.Inference;

namespace EcgChip.KernelShapes
{
    /// <summary>Runs shapes over a layer of random numbers; loaded beside an instruction counter and called by reflection.</summary>
    public static class ShapeRun
    {
        private const int Taps = 5;
        private const int Seed = 1;
        private const int Shift = 13;

        /// <summary>All shapes, from the plainest to the firmware's.</summary>
        public static KernelShape[] All()
        {
            return new KernelShape[]
            {
                new Naive(), new RunningIndices(), new UnrolledTaps(), new RotatedLocals(), new TwoOutputs(), new LanesOneByOne(),
                new LanesFourByOne(), new LanesFourByTwo(), new LanesFourByFour(), new LanesFastFourByTwo(), new LanesNestedFourByTwo(),
                new LanesNestedTwoByFour(), new LanesFastFourByFour(), new LanesOfTheFirmware(),
            };
        }

        /// <summary>The names of all shapes.</summary>
        public static string[] Names()
        {
            return Array.ConvertAll(All(), shape => shape.Name);
        }

        /// <summary>Runs one shape over one layer.</summary>
        /// <param name="index">Of the shape, in <see cref="All"/>.</param>
        /// <param name="inChannels">A multiple of 4.</param>
        /// <param name="outChannels">A multiple of 4.</param>
        /// <param name="length">Values of a channel.</param>
        /// <param name="total">Reads the counter.</param>
        /// <returns>What the run was charged; -1 if it does not give what the plain kernel gives.</returns>
        public static long Charge(int index, int inChannels, int outChannels, int length, Func<long> total)
        {
            // Weights at the lane bound for the channel's number of taps, activations over their whole range.
            int perChannel = inChannels * Taps;
            int largest = LaneBound.LargestWeightSum / perChannel;
            largest = largest > Requantise.Largest ? Requantise.Largest : largest;
            var random = new Random(Seed);
            sbyte[] weights = Numbers(random, outChannels * perChannel, largest);
            sbyte[] input = Numbers(random, inChannels * length, Requantise.Largest);
            KernelShape shape = All()[index];
            shape.Begin(inChannels, outChannels, length, weights, input);
            long before = total();
            shape.Run();
            long charge = total() - before;

            LayerSpec spec = LayerSpec.Convolution(inChannels, outChannels, Taps, length, false, Shift);
            int[] multipliers = new int[outChannels];
            for (int o = 0; o < outChannels; o++)
            {
                multipliers[o] = o + 1;
            }

            sbyte[] plain = new sbyte[outChannels * length];
            PlainKernels.Convolution(spec, weights, new int[outChannels], multipliers, input, null, plain);
            for (int k = 0; k < plain.Length; k++)
            {
                int o = k / length;
                long scaled = (long)shape.Sum(o, k % length) * multipliers[o];
                if (Requantise.Hold(Requantise.Round(scaled, Shift), false) != plain[k])
                {
                    return -1;
                }
            }

            return charge;
        }

        private static sbyte[] Numbers(Random random, int count, int largest)
        {
            sbyte[] numbers = new sbyte[count];
            for (int k = 0; k < count; k++)
            {
                numbers[k] = (sbyte)random.Next(-largest, largest + 1);
            }

            return numbers;
        }
    }
}
