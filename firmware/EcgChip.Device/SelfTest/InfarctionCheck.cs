using System;
using EcgChip.Inference;
using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// The head for infarction over the seed network's golden beats: each goes through the convolutions, and what the head makes of them has to be what
    /// the desktop's plain kernels made of them.
    /// </summary>
    internal sealed class InfarctionCheck : BoardCheck
    {
        private readonly NetworkRunner trunk;
        private readonly HeadRunner head;
        private readonly SeedGoldenBeats golden;
        private int beat;
        private bool trunkRuns;
        private bool headRuns;

        /// <summary>A check that has not begun.</summary>
        /// <param name="trunkModel">The seed network.</param>
        /// <param name="headModel">The head; null where there is none that fits.</param>
        public InfarctionCheck(Model trunkModel, HeadModel headModel)
        {
            if (headModel == null)
            {
                return;
            }

            golden = new SeedGoldenBeats();
            trunk = new NetworkRunner(trunkModel);
            head = new HeadRunner(headModel, trunk);
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            if (head == null)
            {
                Verdict = SelfTestVerdict.NotThere;
                return true;
            }

            if (!trunkRuns && !headRuns)
            {
                Begin();
                return false;
            }

            if (trunkRuns)
            {
                StepTrunk();
                return false;
            }

            if (!head.Step())
            {
                return false;
            }

            headRuns = false;
            if (Sum() != KnownResults.Infarction(beat))
            {
                Verdict = SelfTestVerdict.Failed;
            }

            beat++;
            return beat == golden.Count;
        }

        private void Begin()
        {
            sbyte[] input = golden.Input(beat);
            Array.Copy(input, trunk.Input, trunk.Input.Length);
            head.Reset();
            trunk.Start();
            trunkRuns = true;
        }

        private void StepTrunk()
        {
            if (head.TakeFromTrunk() || !trunk.Step())
            {
                return;
            }

            trunkRuns = false;
            head.Start();
            headRuns = true;
        }

        private int Sum()
        {
            int sum = Checksum.None;
            for (int i = 0; i < head.Logits.Length; i++)
            {
                sum = Checksum.With(sum, head.Logits[i]);
            }

            return sum;
        }
    }
}
