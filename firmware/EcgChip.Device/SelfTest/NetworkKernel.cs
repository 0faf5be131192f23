using System;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// Times one beat of a network, each layer's slices for the line that the layer belongs to, and checks the logits; then runs the golden beats, without timing
    /// them, and checks theirs.
    /// </summary>
    internal sealed class NetworkKernel : TestKernel
    {
        private readonly NetworkRunner runner;
        private readonly byte[] lineOfLayer;
        private readonly GoldenBeats golden;

        // Beats that are done: the timed one, and golden ones.
        private int done;
        private bool isRunning = true;
        private int timedResult;
        private bool goldenWrong;

        private NetworkKernel(NetworkRunner runner, byte[] lineOfLayer, int firstLine, int lineCount, int known, GoldenBeats golden)
            : base(firstLine, lineCount, known)
        {
            this.runner = runner;
            this.golden = golden;
            this.lineOfLayer = lineOfLayer;
            runner.Start();
        }

        /// <inheritdoc/>
        public override int Line
        {
            get
            {
                if (done > 0)
                {
                    return SelfTestRun.NoLine;
                }

                int layer = runner.LayersDone;
                int last = lineOfLayer.Length - 1;
                return lineOfLayer[layer < last ? layer : last];
            }
        }

        /// <summary>The bedside network, whose layers are one line.</summary>
        public static NetworkKernel Bedside(Model model, short[] signal)
        {
            NetworkRunner runner = new NetworkRunner(new HeldModel(model), LayerJob.ShortSliceIl);
            BeatContext context = new BeatContext();
            for (int beat = TestSignal.Beat - (2 * TestSignal.Interval); beat <= TestSignal.Beat; beat += TestSignal.Interval)
            {
                context.Add(0, beat);
                context.Cut(signal, TestSignal.Mask, runner.Input);
                context.Compare(runner.Input);
                while (!context.Learn(signal, TestSignal.Mask))
                {
                }
            }

            context.Join(TestSignal.Interval, runner.Features);
            byte[] lines = new byte[model.Layers().Length];
            for (int layer = 0; layer < lines.Length; layer++)
            {
                lines[layer] = SelfTestLine.Bedside;
            }

            return new NetworkKernel(runner, lines, SelfTestLine.Bedside, 1, KnownResults.Bedside, new BedsideGoldenBeats());
        }

        /// <summary>The seed network: the first layer of each kind is a line, and all others together are one.</summary>
        public static NetworkKernel Seed(Model model, short[] signal)
        {
            NetworkRunner runner = new NetworkRunner(model);
            int length = BeatWindow.SignalLength(TestSignal.Interval);
            BeatWindow.Cut(signal, TestSignal.Mask, TestSignal.Beat, length, TestSignal.Lowest, TestSignal.Highest, runner.Input);
            return new NetworkKernel(
                runner, SeedLines(model.Layers()), SelfTestLine.SeedFirst, SelfTestLine.SeedRest - SelfTestLine.SeedFirst + 1, KnownResults.Seed,
                new SeedGoldenBeats());
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            if (!isRunning)
            {
                sbyte[] input = golden.Input(done - 1);
                Array.Copy(input, runner.Input, runner.Input.Length);
                Array.Copy(input, runner.Input.Length, runner.Features, 0, runner.Features.Length);
                runner.Start();
                isRunning = true;
                return false;
            }

            if (!runner.Step())
            {
                return false;
            }

            int result = BeatResult();
            if (done == 0)
            {
                timedResult = result;
            }
            else if (result != golden.Known(done - 1))
            {
                goldenWrong = true;
            }

            isRunning = false;
            done++;
            return done > golden.Count;
        }

        /// <inheritdoc/>
        public override int Result()
        {
            return timedResult;
        }

        /// <inheritdoc/>
        public override bool IsRight(int result, int microseconds)
        {
            return !goldenWrong && base.IsRight(result, microseconds);
        }

        private int BeatResult()
        {
            int sum = Checksum.With(Checksum.None, runner.BestClass);
            for (int i = 0; i < runner.Logits.Length; i++)
            {
                sum = Checksum.With(sum, runner.Logits[i]);
            }

            return sum;
        }

        private static byte[] SeedLines(LayerSpec[] layers)
        {
            byte[] lines = new byte[layers.Length];
            bool pooled = false;
            bool dense = false;
            for (int layer = 0; layer < lines.Length; layer++)
            {
                LayerKind kind = layers[layer].Kind;
                lines[layer] = SelfTestLine.SeedRest;
                if (kind == LayerKind.MaxPool && !pooled)
                {
                    pooled = true;
                    lines[layer] = SelfTestLine.SeedPool;
                }
                else if (kind == LayerKind.Dense && !dense)
                {
                    dense = true;
                    lines[layer] = SelfTestLine.SeedDense;
                }
                else if (layer == 0)
                {
                    lines[layer] = SelfTestLine.SeedFirst;
                }
                else if (layer == 1)
                {
                    lines[layer] = SelfTestLine.SeedConvolution;
                }
            }

            return lines;
        }
    }
}
