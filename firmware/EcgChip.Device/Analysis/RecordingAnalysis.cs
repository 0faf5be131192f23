using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Analysis
{
    /// <summary>
    /// What is done with a recording when it is over: the shapes of its beats are found, and one beat of each is judged by the seed network,
    /// which is too slow for every beat. Its class takes the place of the live one; the others keep theirs.
    /// <para>A resumable job: <see cref="Begin"/>, then <see cref="Step"/> until it says true. The recording's contents must stay as they are.</para>
    /// </summary>
    public sealed class RecordingAnalysis
    {
        private readonly RecordReplay replay = new RecordReplay();
        private readonly BeatShapes shapes = new BeatShapes();
        private readonly BeatCutter cutter = new BeatCutter(false);
        private readonly sbyte[] window = new sbyte[BedsideWindow.Length];
        private readonly NetworkRunner runner;
        private readonly IBeatListener observer;
        private readonly int modelIndex;

        private RecordContents contents;
        private BeatList beats;
        private int firstSample;
        private Phase phase;
        private int nextBeat;
        private int stretchEnd;
        private int cutBeat;
        private int judged;

        /// <summary>An analysis.</summary>
        /// <param name="runner">The seed network, whose input is a <see cref="BeatWindow"/>.</param>
        /// <param name="modelIndex">Its model's index in the record.</param>
        /// <param name="observer">Hears of the new classes; null when nobody wants to.</param>
        public RecordingAnalysis(NetworkRunner runner, int modelIndex, IBeatListener observer)
        {
            this.runner = runner;
            this.modelIndex = modelIndex;
            this.observer = observer;
            phase = Phase.Done;
        }

        private enum Phase
        {
            FindShapes,
            BeginStretch,
            Feed,
            OpenWindow,
            Cut,
            Run,
            Done,
        }

        /// <summary>Shapes to judge; known once the first is being judged.</summary>
        public int ShapeCount
        {
            get { return shapes.Count; }
        }

        /// <summary>Shapes that are judged already.</summary>
        public int JudgedCount
        {
            get { return judged; }
        }

        /// <summary>Begins with a finished recording.</summary>
        /// <param name="recording">The recording, its samples packed.</param>
        /// <param name="start">Sample index of its first sample, as the observer counts them.</param>
        public void Begin(RecordContents recording, int start)
        {
            contents = recording;
            firstSample = start;
            beats = recording.Beats;
            shapes.Clear();
            judged = 0;
            nextBeat = 0;
            replay.Begin(recording);
            phase = Phase.FindShapes;
        }

        /// <summary>One bounded slice; true when the analysis is over.</summary>
        public bool Step()
        {
            switch (phase)
            {
                case Phase.FindShapes:
                    FindShapes();
                    return false;

                case Phase.BeginStretch:
                    BeginStretch();
                    return false;

                case Phase.Feed:
                    Feed();
                    return false;

                case Phase.OpenWindow:
                    OpenWindow();
                    return false;

                case Phase.Cut:
                    CutNext();
                    return false;

                case Phase.Run:
                    if (runner.Step())
                    {
                        Conclude();
                    }

                    return false;

                default:
                    return true;
            }
        }

        private void FindShapes()
        {
            if (nextBeat == beats.Count)
            {
                nextBeat = 0;
                replay.Begin(contents);
                phase = shapes.Count > 0 ? Phase.BeginStretch : Phase.Done;
                return;
            }

            int peak = beats.SampleIndex(nextBeat);
            int needed = peak + BedsideWindow.SamplesAfterR;
            if (beats.Class(nextBeat) == BeatList.Unclassified || peak < replay.StretchStart || needed >= replay.StretchEnd)
            {
                // Poor signal has no shape, nor has a beat that is cut off. The next stretch begins behind this one's last beat.
                if (peak >= replay.StretchEnd && replay.NextStretch())
                {
                    return;
                }

                nextBeat++;
                return;
            }

            if (replay.Position <= needed)
            {
                replay.Read();
                return;
            }

            BedsideWindow.Cut(replay.Ring, RecordReplay.RingMask, replay.StretchStart, peak, window);
            shapes.Add(nextBeat, window);
            nextBeat++;
        }

        private void Conclude()
        {
            judged++;
            beats.SetResult(cutBeat, runner.BestClass, runner.Confidence, modelIndex);
            if (observer != null)
            {
                observer.BeatClassified(firstSample + beats.SampleIndex(cutBeat), runner.BestClass, runner.Confidence);
            }

            phase = Phase.Cut;
        }

        private void BeginStretch()
        {
            stretchEnd = replay.StretchEnd;
            cutter.Reset();
            phase = Phase.Feed;
        }

        // A piece of the recording and the beats in it go to the cutter; then whatever window is complete is cut.
        private void Feed()
        {
            if (replay.Position < replay.StretchStart)
            {
                replay.Read();
                return;
            }

            int from = replay.Position;
            int read = replay.Read();
            short[] ring = replay.Ring;
            for (int i = from; i < from + read; i++)
            {
                cutter.AddSample(ring[i & RecordReplay.RingMask]);
            }

            while (nextBeat < beats.Count && beats.SampleIndex(nextBeat) < replay.Position)
            {
                if (beats.SampleIndex(nextBeat) >= replay.StretchStart)
                {
                    cutter.AddRPeak(beats.SampleIndex(nextBeat) - replay.StretchStart);
                }

                nextBeat++;
            }

            if (replay.Position >= stretchEnd)
            {
                cutter.End();
            }

            phase = Phase.OpenWindow;
        }

        private void OpenWindow()
        {
            if (cutter.TryOpenWindow())
            {
                phase = Phase.Cut;
            }
            else if (replay.Position < stretchEnd)
            {
                phase = Phase.Feed;
            }
            else
            {
                phase = replay.NextStretch() ? Phase.BeginStretch : Phase.Done;
            }
        }

        private void CutNext()
        {
            if (!cutter.NextOfWindow())
            {
                phase = Phase.OpenWindow;
                return;
            }

            int peak = cutter.RPeak + replay.StretchStart;
            for (int shape = 0; shape < shapes.Count; shape++)
            {
                if (beats.SampleIndex(shapes.Representative(shape)) == peak)
                {
                    cutBeat = shapes.Representative(shape);
                    cutter.Cut(runner.Input);
                    runner.Start();
                    phase = Phase.Run;
                    return;
                }
            }
        }
    }
}
