using System;
using EcgChip.Device.SelfTest;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Models.Seed;
using nanoFramework.TestFramework;

namespace EcgChip.Firmware.NanoTests
{
    /// <summary>The networks against golden vectors: beats of which the desktop knows class and logits, bit for bit.</summary>
    [TestClass]
    public class GoldenBeatTests
    {
        /// <summary>About 90 ms a beat on the chip.</summary>
        [TestMethod]
        public void The_bedside_network_gives_the_golden_logits()
        {
            GiveTheGoldenLogits(new HeldModel(Bedside()), new BedsideGoldenBeats());
        }

        /// <summary>About 2.5 s a beat on the chip.</summary>
        [TestMethod]
        public void The_seed_network_gives_the_golden_logits()
        {
            GiveTheGoldenLogits(Seed(), new SeedGoldenBeats());
        }

        /// <summary>The fast kernels are held to the plain ones, which are the specification. The bedside network has every kind of layer.</summary>
        [TestMethod]
        public void The_fast_kernels_give_what_the_plain_ones_give()
        {
            Model model = Bedside();
            GoldenBeats golden = new BedsideGoldenBeats();
            NetworkRunner fast = new NetworkRunner(model);
            PlainRunner plain = new PlainRunner(model);
            Run(fast, golden.Input(0));
            plain.Run(fast.Input, fast.Features);
            Assert.AreEqual(plain.Logits.Length, fast.Logits.Length);
            for (int i = 0; i < plain.Logits.Length; i++)
            {
                Assert.AreEqual(plain.Logits[i], fast.Logits[i]);
            }
        }

        /// <summary>The bedside network under test.</summary>
        protected virtual Model Bedside()
        {
            return new BedsideModel();
        }

        /// <summary>The seed network under test.</summary>
        protected virtual Model Seed()
        {
            return new SeedModel();
        }

        private static void GiveTheGoldenLogits(Model model, GoldenBeats golden)
        {
            NetworkRunner runner = new NetworkRunner(model);
            Assert.IsTrue(golden.Count > 0);
            for (int beat = 0; beat < golden.Count; beat++)
            {
                Run(runner, golden.Input(beat));
                int sum = Checksum.With(Checksum.None, runner.BestClass);
                for (int i = 0; i < runner.Logits.Length; i++)
                {
                    sum = Checksum.With(sum, runner.Logits[i]);
                }

                Assert.AreEqual(golden.Known(beat), sum, "Checksum of class and logits");
            }
        }

        private static void Run(NetworkRunner runner, sbyte[] input)
        {
            Array.Copy(input, runner.Input, runner.Input.Length);
            Array.Copy(input, runner.Input.Length, runner.Features, 0, runner.Features.Length);
            runner.Start();
            while (!runner.Step())
            {
            }
        }
    }
}
