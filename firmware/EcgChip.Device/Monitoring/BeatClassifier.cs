using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.Device.Monitoring
{
    /// <summary>Classifies beats live, one after the other as they were found, a slice at a time.</summary>
    public sealed class BeatClassifier
    {
        // What the usual beat learns from has to be there some slices later.
        private const int LearningSamples = 8;

        // Neither an interval nor a word of RhythmContext.
        private const int StillToCome = int.MinValue;

        // What comes next for the beat at work.
        private const int WaitsForBeat = 0;
        private const int Cuts = 1;
        private const int Compares = 2;
        private const int Learns = 3;
        private const int Runs = 4;

        private readonly SignalPath path;
        private readonly LiveBeats beats;
        private readonly NetworkRunner runner;
        private readonly ConvolutionBuffers buffers;
        private readonly IBeatListener listener;
        private readonly BeatContext context = new BeatContext();
        private int stage;

        /// <summary>A classifier.</summary>
        /// <param name="path">Where the beats come from.</param>
        /// <param name="runner">The bedside network, which takes in what a <see cref="BeatContext"/> makes of a beat.</param>
        /// <param name="buffers">What the network shares with another, behind which it waits a few slices.</param>
        /// <param name="listener">Hears of the classes.</param>
        public BeatClassifier(SignalPath path, NetworkRunner runner, ConvolutionBuffers buffers, IBeatListener listener)
        {
            this.path = path;
            this.runner = runner;
            this.buffers = buffers;
            this.listener = listener;
            beats = path.Beats;
        }

        /// <summary>True when a beat found before a sample still waits for its class.</summary>
        /// <param name="sampleIndex">The sample, delays removed.</param>
        public bool HasBeatBefore(int sampleIndex)
        {
            return beats.Waiting > 0 && beats.NextPeak - path.DelaySamples < sampleIndex;
        }

        /// <summary>Does one slice of work.</summary>
        /// <returns>True when there was some; false when no beat waits whose window is complete, or another network has to come to a rest first.</returns>
        public bool DoSlice()
        {
            switch (stage)
            {
                case Cuts:
                    Cut();
                    return true;
                case Compares:
                    context.Compare(runner.Input);
                    runner.StartAhead();
                    stage = Learns;
                    return true;
                case Learns:
                    stage = context.Learn(path.Ring, path.RingMask) ? Runs : Learns;
                    return true;
                case Runs:
                    return runner.AwaitsFeatures ? Join() : Run();
                default:
                    return beats.Waiting > 0 && buffers.IsFree && Begin();
            }
        }

        private bool Run()
        {
            if (runner.Step())
            {
                stage = WaitsForBeat;
                Conclude();
            }

            return true;
        }

        // What needs no next beat is done while it is waited for.
        private bool Begin()
        {
            LiveBeats waiting = beats;
            int peak = waiting.NextPeak;
            if (path.Newest - peak < BedsideWindow.SamplesAfterR && !waiting.NextIsSpoiled)
            {
                return false;
            }

            context.Add(waiting.NextFirst, peak);
            stage = Cuts;
            return true;
        }

        private void Cut()
        {
            if (beats.NextIsSpoiled || path.Newest - beats.NextPeak > path.RingMask - BedsideWindow.Length - LearningSamples)
            {
                // A beat without a class is better than one with a class made of something else.
                stage = WaitsForBeat;
                GiveUp();
                return;
            }

            context.Cut(path.Ring, path.RingMask, runner.Input);
            stage = Compares;
        }

        private bool Join()
        {
            int next = Next();
            if (next == StillToCome)
            {
                return false;
            }

            context.Join(next, runner.Features);
            runner.Join();
            return true;
        }

        // Samples to the next beat, once nothing that comes can change them.
        private int Next()
        {
            int latest = context.LatestEnd;
            if (beats.NextIsLast)
            {
                return RhythmContext.Unknown;
            }

            if (beats.Waiting > 1)
            {
                return beats.NextIntervalFound <= latest ? beats.NextInterval : RhythmContext.Overdue;
            }

            return path.Newest < latest ? StillToCome : RhythmContext.Overdue;
        }

        private void Conclude()
        {
            if (beats.NextIsSpoiled)
            {
                GiveUp();
                return;
            }

            int sampleIndex = beats.NextPeak - path.DelaySamples;
            beats.TakeNext();
            listener.BeatClassified(sampleIndex, runner.BestClass, runner.Confidence);
        }

        private void GiveUp()
        {
            int sampleIndex = beats.NextPeak - path.DelaySamples;
            beats.TakeNext();
            listener.BeatClassified(sampleIndex, BeatClass.Unclassified, 0);
        }
    }
}
