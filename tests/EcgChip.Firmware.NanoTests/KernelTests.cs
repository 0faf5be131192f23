using EcgChip.Inference;
using nanoFramework.TestFramework;

namespace EcgChip.Firmware.NanoTests
{
    /// <summary>Single layers and the rounding, against values worked out by hand.</summary>
    [TestClass]
    public class KernelTests
    {
        // A multiplier of 2^8 and a shift of 8 leave a sum as it is.
        private const int Shift = 8;
        private const int One = 1 << Shift;

        /// <summary>Three taps over four values: neighbours outside are 0.</summary>
        [TestMethod]
        public void A_convolution_pads_with_zeros_and_adds_the_bias()
        {
            sbyte[] output = new sbyte[4];
            PlainKernels.Convolution(
                LayerSpec.Convolution(1, 1, 3, 4, false, Shift), new sbyte[] { 1, 2, -3 }, new int[] { 5 }, new int[] { One },
                new sbyte[] { 10, 20, 30, 40 }, null, output);
            Same(new sbyte[] { -35, -35, -35, 115 }, output);
        }

        /// <summary>And what is beyond 127 is held there.</summary>
        [TestMethod]
        public void A_rectified_convolution_has_no_negative_output()
        {
            sbyte[] output = new sbyte[4];
            PlainKernels.Convolution(
                LayerSpec.Convolution(1, 1, 3, 4, true, Shift), new sbyte[] { 1, 2, -3 }, new int[] { 25 }, new int[] { One },
                new sbyte[] { 10, 20, 30, 40 }, null, output);
            Same(new sbyte[] { 0, 0, 0, 127 }, output);
        }

        /// <summary>The residual connection.</summary>
        [TestMethod]
        public void A_block_ends_with_its_input_added()
        {
            sbyte[] output = new sbyte[3];
            PlainKernels.Convolution(
                LayerSpec.BlockEnd(1, 1, 3, One, Shift), new sbyte[] { 2 }, new int[] { 0 }, new int[] { One },
                new sbyte[] { 1, 2, 3 }, new sbyte[] { 10, -20, 30 }, output);
            Same(new sbyte[] { 12, 0, 36 }, output);
        }

        /// <summary>Windows of three, two apart.</summary>
        [TestMethod]
        public void A_pool_takes_the_largest_of_each_window()
        {
            sbyte[] output = new sbyte[3];
            PlainKernels.MaxPool(LayerSpec.MaxPool(1, 3, 2, 7), new sbyte[] { -5, -9, -7, 3, 0, 1, 2 }, output);
            Same(new sbyte[] { -5, 3, 2 }, output);
        }

        /// <summary>Of each output its own row of weights.</summary>
        [TestMethod]
        public void A_dense_layer_weighs_every_input()
        {
            int[] rounded = new int[2];
            PlainKernels.Dense(
                LayerSpec.Dense(3, 2, false, Shift), new sbyte[] { 1, 2, 3, -4, 5, -6 }, new int[] { 100, -100 }, new int[] { One, One / 2 },
                new sbyte[] { 10, -20, 30 }, rounded);
            Assert.AreEqual(160, rounded[0]);
            Assert.AreEqual(-210, rounded[1]);
        }

        /// <summary>An interpreter that shifts or divides otherwise would change classes.</summary>
        [TestMethod]
        public void Halves_are_rounded_away_from_zero()
        {
            Assert.AreEqual(3, Requantise.Round(5, 1));
            Assert.AreEqual(-3, Requantise.Round(-5, 1));
            Assert.AreEqual(1, Requantise.Round(5, 2));
            Assert.AreEqual(-1, Requantise.Round(-5, 2));
            Assert.AreEqual(2, Requantise.Round(6L << 39, 41));
            Assert.AreEqual(-2, Requantise.Round(-(6L << 39), 41));
            Assert.AreEqual(int.MaxValue, Requantise.Round(1L << 40, 1));
            Assert.AreEqual(int.MinValue, Requantise.Round(-(1L << 40), 1));
        }

        private static void Same(sbyte[] expected, sbyte[] actual)
        {
            Assert.AreEqual(expected.Length, actual.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.AreEqual(expected[i], actual[i]);
            }
        }
    }
}
