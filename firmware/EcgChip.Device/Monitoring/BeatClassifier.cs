using EcgChip.Device.Seams;
using EcgChip.Inference;

namespace EcgChip.Device.Monitoring
{
    /// <summary>Classifies the beats that the signal path has cut, one after the other, a slice at a time.</summary>
    public sealed class BeatClassifier
    {
        private readonly SignalPath path;
        private readonly NetworkRunner runner;
        private readonly IBeatListener listener;
        private bool running;
        private bool cut;
        private int sampleIndex;

        /// <summary>A classifier.</summary>
        /// <param name="path">Where the beats come from.</param>
        /// <param name="runner">The network.</param>
        /// <param name="listener">Hears of the classes.</param>
        public BeatClassifier(SignalPath path, NetworkRunner runner, IBeatListener listener)
        {
            this.path = path;
            this.runner = runner;
            this.listener = listener;
        }

        /// <summary>Does one slice of work.</summary>
        /// <returns>True when there was some; false when no beat waits to be cut and classified.</returns>
        public bool DoSlice()
        {
            if (!running)
            {
                if (!cut)
                {
                    cut = path.Cutter.TryNext(runner.Input);
                    sampleIndex = path.CutBeat;
                    return cut;
                }

                if (path.GiveUpOneBefore(sampleIndex))
                {
                    return true;
                }

                cut = false;
                if (path.TakePending(sampleIndex))
                {
                    runner.Start();
                    running = true;
                }

                return true;
            }

            if (runner.Step())
            {
                running = false;
                listener.BeatClassified(sampleIndex, runner.BestClass, runner.Confidence);
            }

            return true;
        }
    }
}
