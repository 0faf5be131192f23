using EcgChip.Device.Seams;
using EcgChip.Device.Session;
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
        private readonly NetworkRunner runner;
        private readonly int longestSeconds;
        private readonly InfarctionScore infarction;
        private readonly HeadRunner head;
        private readonly IBeatListener observer;
        private readonly int modelIndex;

        // Made when a recording is over and given back when it is judged: they take no room while one runs, nor while its rhythm is judged.
        private RecordReplay replay;
        private BeatShapes shapes;
        private ScalingWindows windows;
        private sbyte[] window;

        private RecordContents contents;
        private BeatList beats;
        private int firstSample;
        private Phase phase;
        private int nextBeat;
        private bool comparing;
        private int judgedBeat;
        private int scaling;
        private int beatLength;
        private int judged;
        private int shapeCount;

        /// <summary>An analysis.</summary>
        /// <param name="runner">The seed network, whose input is a <see cref="BeatWindow"/>.</param>
        /// <param name="modelIndex">Its model's index in the record.</param>
        /// <param name="infarction">What the infarction head says of the same beats; null without one.</param>
        /// <param name="observer">Hears of the new classes; null when nobody wants to.</param>
        /// <param name="longestSeconds">The longest that a recording can be.</param>
        public RecordingAnalysis(NetworkRunner runner, int modelIndex, InfarctionScore infarction, IBeatListener observer, int longestSeconds)
        {
            this.longestSeconds = longestSeconds;
            this.runner = runner;
            this.modelIndex = modelIndex;
            this.infarction = infarction;
            head = infarction == null ? null : infarction.Head;
            this.observer = observer;
            phase = Phase.Done;
        }

        private enum Phase
        {
            FindShapes,
            ChooseNext,
            PlayToBeat,
            PlayBeat,
            Run,
            RunHead,
            Done,
        }

        /// <summary>Shapes to judge; known once the first is being judged.</summary>
        public int ShapeCount
        {
            get { return shapeCount; }
        }

        /// <summary>Shapes that are judged already.</summary>
        public int JudgedCount
        {
            get { return judged; }
        }

        /// <summary>What the infarction head says of the recording; null without one.</summary>
        public InfarctionScore Infarction
        {
            get { return infarction; }
        }

        /// <summary>Begins with a finished recording.</summary>
        /// <param name="recording">The recording, its samples packed.</param>
        /// <param name="start">Sample index of its first sample, as the observer counts them.</param>
        public void Begin(RecordContents recording, int start)
        {
            contents = recording;
            firstSample = start;
            beats = recording.Beats;
            replay = new RecordReplay();
            shapes = new BeatShapes();
            windows = new ScalingWindows(longestSeconds, Recording.GapCapacity);
            window = new sbyte[BedsideWindow.Length];
            comparing = false;
            judged = 0;
            shapeCount = 0;
            judgedBeat = -1;
            if (infarction != null)
            {
                infarction.Begin();
            }

            nextBeat = 0;
            replay.Begin(recording);
            windows.BeginStretch(0);
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

                case Phase.ChooseNext:
                    ChooseNext();
                    return false;

                case Phase.PlayToBeat:
                    PlayToBeat();
                    return false;

                case Phase.PlayBeat:
                    PlayBeat();
                    return false;

                case Phase.Run:
                    if ((head == null || !head.TakeFromTrunk()) && runner.Step())
                    {
                        Conclude();
                    }

                    return false;

                case Phase.RunHead:
                    if (head.Step())
                    {
                        infarction.Count(JudgedBeats());
                        phase = Phase.ChooseNext;
                    }

                    return false;

                default:
                    return true;
            }
        }

        private void FindShapes()
        {
            if (comparing)
            {
                comparing = !shapes.Step();
                return;
            }

            if (nextBeat < beats.Count)
            {
                int peak = beats.SampleIndex(nextBeat);
                int needed = peak + BedsideWindow.SamplesAfterR;
                if (peak < replay.StretchStart || beats.Class(nextBeat) == BeatList.Unclassified
                    || (peak < replay.StretchEnd && needed >= replay.StretchEnd))
                {
                    // Poor signal has no shape, nor has a beat that is cut off.
                    nextBeat++;
                    return;
                }

                if (needed < replay.StretchEnd && needed < replay.Position)
                {
                    BedsideWindow.Cut(replay.Ring, RecordReplay.RingMask, replay.StretchStart, peak, window);
                    shapes.Begin(nextBeat, window);
                    comparing = true;
                    nextBeat++;
                    return;
                }
            }

            if (replay.Position < replay.StretchEnd)
            {
                int from = replay.Position;
                int read = replay.Read();
                if (from >= replay.StretchStart)
                {
                    windows.Add(replay.Ring, RecordReplay.RingMask, from, read);
                }
            }
            else if (replay.NextStretch())
            {
                windows.BeginStretch(replay.StretchStart);
            }
            else
            {
                shapes.ForgetMeans();
                shapeCount = shapes.Count;
                window = null;
                replay = null;
                phase = Phase.ChooseNext;
            }
        }

        // The recording is played once more to each representative, in their order of time: that costs a three-hundredth of what the network does, and while
        // the network runs nothing of the player takes room.
        private void ChooseNext()
        {
            int next = beats.Count;
            for (int shape = 0; shape < shapes.Count; shape++)
            {
                int beat = shapes.Representative(shape);
                if (beat > judgedBeat && beat < next)
                {
                    next = beat;
                }
            }

            judgedBeat = next;
            if (next < beats.Count)
            {
                replay = new RecordReplay();
                replay.Begin(contents);
                phase = Phase.PlayToBeat;
                return;
            }

            phase = Phase.Done;
            shapes = null;
            windows = null;
        }

        private void PlayToBeat()
        {
            int peak = beats.SampleIndex(judgedBeat);
            if (peak >= replay.StretchEnd)
            {
                replay.NextStretch();
                return;
            }

            if (replay.Position <= peak)
            {
                replay.Read();
                return;
            }

            scaling = windows.Of(peak);
            if (scaling < 0)
            {
                replay = null;
                phase = Phase.ChooseNext;
                return;
            }

            int length = BeatWindow.SignalLength(windows.MedianIntervalOf(scaling, beats));
            int available = replay.StretchEnd - peak;
            beatLength = length < available ? length : available;
            phase = Phase.PlayBeat;
        }

        private void PlayBeat()
        {
            int peak = beats.SampleIndex(judgedBeat);
            if (replay.Position < peak + beatLength)
            {
                replay.Read();
                return;
            }

            BeatWindow.Cut(
                replay.Ring, RecordReplay.RingMask, peak, beatLength, windows.Lowest(scaling), windows.Highest(scaling), runner.Input);
            replay = null;
            runner.Start();
            if (head != null)
            {
                head.Reset();
            }

            phase = Phase.Run;
        }

        private void Conclude()
        {
            judged++;
            phase = Phase.ChooseNext;
            if (beats.Class(judgedBeat) == BeatList.Unclassified)
            {
                // Its class was taken back meanwhile.
                return;
            }

            if (head != null)
            {
                head.Start();
                phase = Phase.RunHead;
            }

            beats.SetResult(judgedBeat, runner.BestClass, runner.Confidence, modelIndex);
            if (observer != null)
            {
                observer.BeatClassified(firstSample + beats.SampleIndex(judgedBeat), runner.BestClass, runner.Confidence);
            }
        }

        // Beats of the shape, or shapes, that the beat stands for.
        private int JudgedBeats()
        {
            int count = 0;
            for (int shape = 0; shape < shapes.Count; shape++)
            {
                if (shapes.Representative(shape) == judgedBeat)
                {
                    count += shapes.Size(shape);
                }
            }

            return count;
        }
    }
}
