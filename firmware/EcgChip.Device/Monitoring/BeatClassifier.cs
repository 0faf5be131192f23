using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.Device.Monitoring
{
    /// <summary>Classifies beats live, one after the other as they were found, a slice at a time.</summary>
    public sealed class BeatClassifier
    {
        private readonly SignalPath path;
        private readonly LiveBeats beats;
        private readonly NetworkRunner runner;
        private readonly IBeatListener listener;
        private readonly int delaySamples;
        private readonly int longestLag;
        private bool running;

        /// <summary>A classifier.</summary>
        /// <param name="path">Where the beats come from.</param>
        /// <param name="runner">The bedside network, whose input is a <see cref="BedsideWindow"/>.</param>
        /// <param name="listener">Hears of the classes.</param>
        public BeatClassifier(SignalPath path, NetworkRunner runner, IBeatListener listener)
        {
            this.path = path;
            this.runner = runner;
            this.listener = listener;
            beats = path.Beats;
            delaySamples = path.DelaySamples;
            longestLag = path.RingMask - BedsideWindow.Length;
        }

        /// <summary>True when a beat found before a sample still waits for its class.</summary>
        /// <param name="sampleIndex">The sample, delays removed.</param>
        public bool HasBeatBefore(int sampleIndex)
        {
            return beats.Waiting > 0 && beats.NextPeak - delaySamples < sampleIndex;
        }

        /// <summary>Does one slice of work.</summary>
        /// <returns>True when there was some; false when no beat waits whose window is complete.</returns>
        public bool DoSlice()
        {
            if (running)
            {
                if (runner.Step())
                {
                    running = false;
                    Conclude();
                }

                return true;
            }

            if (beats.Waiting == 0)
            {
                return false;
            }

            return Begin();
        }

        private bool Begin()
        {
            int peak = beats.NextPeak;
            int lag = path.Newest - peak;
            if (beats.NextIsSpoiled || lag > longestLag)
            {
                // A beat without a class is better than one with a class made of something else.
                GiveUp();
                return true;
            }

            if (lag < BedsideWindow.SamplesAfterR)
            {
                return false;
            }

            BedsideWindow.Cut(path.Ring, path.RingMask, beats.NextFirst, peak, runner.Input);
            runner.Start();
            running = true;
            return true;
        }

        private void Conclude()
        {
            if (beats.NextIsSpoiled)
            {
                GiveUp();
                return;
            }

            int sampleIndex = beats.NextPeak - delaySamples;
            beats.TakeNext();
            listener.BeatClassified(sampleIndex, runner.BestClass, runner.Confidence);
        }

        private void GiveUp()
        {
            int sampleIndex = beats.NextPeak - delaySamples;
            beats.TakeNext();
            listener.BeatClassified(sampleIndex, BeatClass.Unclassified, 0);
        }
    }
}
