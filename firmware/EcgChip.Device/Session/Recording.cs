using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>The recording being made: samples packed as they come, gaps, beats with their classes. Held in RAM until it is stored.</summary>
    public sealed class Recording
    {
        // 10 bits a sample: half as much again as ordinary signal takes. A recording that is noisier than that ends early.
        private const int PackedNumerator = 5;
        private const int PackedDenominator = 4;

        private const int HighestBeatRate = 5;
        private const int GapCapacity = 32;

        private readonly SamplePacker packer;
        private readonly RecordContents contents;
        private readonly int[] samplesByState = new int[(int)ContactState.Poor + 1];
        private readonly int[] classCounts = new int[BeatList.ClassCount];

        private int start;
        private int end;
        private int next;
        private bool rateTaken;

        /// <summary>Makes room for a recording.</summary>
        /// <param name="longestSeconds">The longest that one can be.</param>
        /// <param name="contents">The record to fill; device, settings and models are filled in already.</param>
        public Recording(int longestSeconds, RecordContents contents)
        {
            this.contents = contents;
            packer = new SamplePacker(new byte[BytesFor(longestSeconds)]);
            LongestSeconds = longestSeconds;
        }

        /// <summary>The longest recording that there is room for, in seconds.</summary>
        public int LongestSeconds { get; }

        /// <summary>True once all samples were taken.</summary>
        public bool IsComplete
        {
            get { return next >= end; }
        }

        /// <summary>Sample index of the recording's first sample.</summary>
        public int Start
        {
            get { return start; }
        }

        /// <summary>Samples taken so far.</summary>
        public int Length
        {
            get { return next - start; }
        }

        /// <summary>Beats that a recording of some length has room for.</summary>
        public static int BeatCapacity(int seconds)
        {
            return seconds * HighestBeatRate;
        }

        /// <summary>A record with room for a recording of some length.</summary>
        public static RecordContents MakeContents(int longestSeconds)
        {
            return new RecordContents(BeatCapacity(longestSeconds), GapCapacity);
        }

        /// <summary>Begins a recording.</summary>
        /// <param name="firstSample">Sample index of its first sample.</param>
        /// <param name="seconds">How long it shall be, at most <see cref="LongestSeconds"/>.</param>
        public void Begin(int firstSample, int seconds)
        {
            contents.Clear();
            packer.Clear();
            start = firstSample;
            next = firstSample;
            end = firstSample + seconds * SignalUnits.SampleRate;
            rateTaken = false;
            for (int i = 0; i < samplesByState.Length; i++)
            {
                samplesByState[i] = 0;
            }
        }

        /// <summary>Takes a sample. Samples that were missed before it, and those without contact, are marked as a gap.</summary>
        /// <param name="sampleIndex">Its index; those before the recording's first are passed over.</param>
        /// <param name="sample">The conditioned sample.</param>
        /// <param name="state">State of contact; there is no sample without contact.</param>
        public void Add(int sampleIndex, int sample, ContactState state)
        {
            while (next < sampleIndex && next < end)
            {
                Append(0, ContactState.NoContact);
            }

            if (sampleIndex == next && next < end)
            {
                Append(state == ContactState.NoContact ? 0 : sample, state);
            }
        }

        /// <summary>Ends the recording with the sample taken last.</summary>
        public void EndNow()
        {
            end = next;
        }

        /// <summary>Takes a beat that lies in the recording; others are passed over.</summary>
        public void BeatFound(int sampleIndex)
        {
            BeatList beats = contents.Beats;
            int position = sampleIndex - start;
            bool follows = beats.Count == 0 || position > beats.SampleIndex(beats.Count - 1);
            if (position >= 0 && sampleIndex < end && follows)
            {
                beats.Add(position, BeatList.Unclassified, 0, BeatList.NoModel);
            }
        }

        /// <summary>Takes the class of a beat that was found before.</summary>
        public void BeatClassified(int sampleIndex, int beatClass, int confidence, int modelIndex)
        {
            BeatList beats = contents.Beats;
            int position = sampleIndex - start;
            for (int i = beats.Count - 1; i >= 0 && beats.SampleIndex(i) >= position; i--)
            {
                if (beats.SampleIndex(i) == position)
                {
                    bool known = beatClass != BeatList.Unclassified;
                    beats.SetResult(i, beatClass, confidence, known ? modelIndex : BeatList.NoModel);
                }
            }
        }

        /// <summary>Keeps the heart rate of the moment in which the recording is complete; what follows is not its own.</summary>
        public void TakeRate(HeartRate rate)
        {
            if (!rateTaken)
            {
                rateTaken = true;
                contents.Summary.MeanHeartRate = rate.Mean;
                contents.Summary.LowestHeartRate = rate.Lowest;
                contents.Summary.HighestHeartRate = rate.Highest;
            }
        }

        /// <summary>Ends the recording: fills the rest of the summary, so that the record can be stored.</summary>
        public RecordContents Finish()
        {
            contents.SetSamples(packer);
            RecordSummary summary = contents.Summary;

            // While contact settles nothing is judged, so it does not count as good.
            summary.GoodSamples = samplesByState[(int)ContactState.Good];
            summary.PoorSamples = samplesByState[(int)ContactState.Poor] + samplesByState[(int)ContactState.Settling];
            summary.NoContactSamples = samplesByState[(int)ContactState.NoContact];
            CountClasses(summary);
            return contents;
        }

        private static int BytesFor(int seconds)
        {
            return seconds * SignalUnits.SampleRate * PackedNumerator / PackedDenominator;
        }

        private void Append(int sample, ContactState state)
        {
            if (!packer.Append(sample))
            {
                // No room: what is there is a whole recording, only shorter.
                end = next;
                return;
            }

            if (state == ContactState.NoContact)
            {
                contents.Gaps.Mark(next - start, 1);
            }

            samplesByState[(int)state]++;
            next++;
        }

        private void CountClasses(RecordSummary summary)
        {
            for (int i = 0; i < classCounts.Length; i++)
            {
                classCounts[i] = 0;
            }

            int unclassified = 0;
            BeatList beats = contents.Beats;
            for (int i = 0; i < beats.Count; i++)
            {
                int beatClass = beats.Class(i);
                if (beatClass == BeatList.Unclassified)
                {
                    unclassified++;
                }
                else
                {
                    classCounts[beatClass]++;
                }
            }

            for (int i = 0; i < classCounts.Length; i++)
            {
                summary.ClassCounts[i] = classCounts[i];
            }

            summary.UnclassifiedCount = unclassified;
        }
    }
}
