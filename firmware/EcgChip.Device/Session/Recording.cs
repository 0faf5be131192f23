using System;
using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Session
{
    /// <summary>The recording being made: samples packed as they come, gaps, beats with their classes. Held in RAM until it is stored.</summary>
    public sealed class Recording : IRhythmSource
    {
        // 8.5 bits a sample: the roughest of the MIT-BIH recordings takes 7.5. A recording that is noisier than that ends early.
        private const int PackedNumerator = 17;
        private const int PackedDenominator = 16;

        /// <summary>Gaps that are told apart; further ones widen the last.</summary>
        public const int GapCapacity = 24;

        // 240 beats a minute, on average over the recording.
        private const int HighestBeatRate = 4;

        // Some 4,000 instructions each.
        private const int BeatsAtOnce = 50;

        private readonly SamplePacker packer;
        private readonly RecordContents contents;
        private readonly int[] samplesByState = new int[(int)ContactState.Poor + 1];
        private readonly QualityMap qualityMap;
        private readonly int[] classCounts = new int[BeatList.ClassCount];

        private readonly short[] filler = new short[1];
        private readonly short[] ring;
        private readonly int ringMask;
        private readonly int delaySamples;

        private int start;
        private int end;
        private int next;
        private int countedTo;
        private ContactState quality;
        private int lateSamples;
        private int summarised;
        private int unclassified;

        /// <summary>Makes room for a recording.</summary>
        /// <param name="longestSeconds">The longest that one can be.</param>
        /// <param name="contents">The record to fill; device, settings and models are filled in already.</param>
        /// <param name="ring">Where the conditioned samples come: sample i stands at <c>(i + delay) &amp; mask</c>.</param>
        /// <param name="mask">Length of the ring less one.</param>
        /// <param name="delay">Samples by which front end and filters delay the signal.</param>
        public Recording(int longestSeconds, RecordContents contents, short[] ring, int mask, int delay)
        {
            this.contents = contents;
            qualityMap = new QualityMap(longestSeconds);
            this.ring = ring;
            ringMask = mask;
            delaySamples = delay;
            packer = new SamplePacker(new byte[BytesFor(longestSeconds)]);
        }

        /// <summary>Sample index of the recording's first sample.</summary>
        public int Start
        {
            get { return start; }
        }

        /// <summary>Sample index behind the recording's last sample.</summary>
        public int End
        {
            get { return end; }
        }

        /// <summary>Samples taken so far.</summary>
        public int Length
        {
            get { return next - start; }
        }

        /// <summary>The record; whole after <see cref="Summarise"/>.</summary>
        public RecordContents Contents
        {
            get { return contents; }
        }

        /// <summary>Beats that a recording of some length has room for.</summary>
        public static int BeatCapacity(int seconds)
        {
            return seconds * HighestBeatRate;
        }

        /// <summary>
        /// Most bytes that the record of a recording of some length can have, for <see cref="RecordLog.RoomFor"/>: to be asked before it begins.
        /// </summary>
        public static int LargestRecord(int seconds)
        {
            return RecordSize.Most(
                BytesFor(seconds), seconds * SignalUnits.SampleRate, BeatCapacity(seconds), GapCapacity, FindingList.UsualCapacity);
        }

        /// <summary>A record with room for a recording of some length.</summary>
        public static RecordContents MakeContents(int longestSeconds)
        {
            return new RecordContents(BeatCapacity(longestSeconds), GapCapacity);
        }

        /// <inheritdoc/>
        public int BeatCount
        {
            get { return contents.Beats.Count; }
        }

        /// <summary>Begins a recording.</summary>
        /// <param name="firstSample">Sample index of its first sample.</param>
        /// <param name="seconds">How long it shall be, at most what there is room for.</param>
        public void Begin(int firstSample, int seconds)
        {
            contents.Clear();
            packer.Clear();
            start = firstSample;
            next = firstSample;
            countedTo = firstSample;
            end = firstSample + seconds * SignalUnits.SampleRate;
            lateSamples = 0;
            qualityMap.Clear();
            for (int i = 0; i < samplesByState.Length; i++)
            {
                samplesByState[i] = 0;
            }
        }

        /// <summary>
        /// Takes the samples that came since, straight from the signal path's ring: some at a time, because packing each by itself costs the
        /// chip twice as much. There must be no gap among them.
        /// </summary>
        /// <param name="sampleIndex">Index of the last of them; before the recording's first nothing is taken.</param>
        /// <returns>False once the recording is complete.</returns>
        public bool AddSamples(int sampleIndex)
        {
            int from = next;
            int count = (sampleIndex < end ? sampleIndex + 1 : end) - from;
            if (count > 0)
            {
                int packed = packer.Append(ring, ringMask, from + delaySamples, count);
                next = from + packed;
                if (packed < count)
                {
                    EndNow();
                }
            }

            return next < end;
        }

        /// <summary>Counts a sample that was read late and brought back to its time.</summary>
        public void CountLate(int sampleIndex)
        {
            if (sampleIndex >= start && sampleIndex < end)
            {
                lateSamples++;
            }
        }

        /// <summary>
        /// Marks everything up to a sample as a gap: samples that were missed, or are without contact. Those before it must have been taken.
        /// </summary>
        /// <param name="sampleIndex">Index of the gap's last sample.</param>
        /// <returns>False once the recording is complete.</returns>
        public bool AddGap(int sampleIndex)
        {
            SetQuality(quality);
            while (next <= sampleIndex && next < end)
            {
                // A filler keeps the count.
                if (packer.Append(filler, 0, 0, 1) == 0)
                {
                    EndNow();
                    break;
                }

                contents.Gaps.Mark(next - start, 1);
                samplesByState[(int)ContactState.NoContact]++;
                next++;
                countedTo = next;
            }

            return next < end;
        }

        /// <summary>Says what the second was that ended with the samples taken last, and what those to come are until it is said again.</summary>
        public void JudgeSecond(ContactState state)
        {
            quality = state;
            SetQuality(state);
        }

        /// <summary>Says what can be said of the signal of the samples that are taken from here on, until it is said again.</summary>
        public void SetQuality(ContactState state)
        {
            samplesByState[(int)quality] += next - countedTo;
            if (quality != ContactState.Good)
            {
                qualityMap.MarkFlawed(countedTo - start, next - start);
            }

            countedTo = next;
            quality = state;
        }

        /// <summary>Ends the recording with the sample taken last: what there is of it is a whole recording, only shorter.</summary>
        public void EndNow()
        {
            end = next;
        }

        /// <summary>Takes a beat that lies in the recording; others are passed over.</summary>
        public void BeatFound(int sampleIndex)
        {
            // Without room for its sample the recording ends before it.
            AddSamples(sampleIndex);
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

        /// <inheritdoc/>
        public int RPeak(int beat)
        {
            return contents.Beats.SampleIndex(beat);
        }

        /// <inheritdoc/>
        public int ClassOf(int beat)
        {
            return contents.Beats.Class(beat);
        }

        /// <inheritdoc/>
        public bool IsGood(int first, int last)
        {
            GapList gaps = contents.Gaps;
            for (int gap = gaps.Count - 1; gap >= 0; gap--)
            {
                int gapStart = gaps.Start(gap);
                if (gapStart > last)
                {
                    continue;
                }

                if (gapStart + gaps.Length(gap) > first)
                {
                    return false;
                }

                // Those before it end earlier still.
                break;
            }

            return qualityMap.IsGood(first, last);
        }

        /// <summary>Puts the samples into the record, so that they can be analysed.</summary>
        public RecordContents EndSamples()
        {
            SetQuality(quality);
            contents.SetSamples(packer);
            summarised = 0;
            unclassified = 0;
            Array.Clear(classCounts, 0, classCounts.Length);
            return contents;
        }

        /// <summary>
        /// Fills a piece of the rest of the summary; true when it is whole, so that the record can be stored. <see cref="EndSamples"/> begins it.
        /// </summary>
        public bool Summarise()
        {
            BeatList beats = contents.Beats;
            int stop = summarised + BeatsAtOnce;
            stop = stop < beats.Count ? stop : beats.Count;
            for (int beat = summarised; beat < stop; beat++)
            {
                int beatClass = beats.Class(beat);
                if (beatClass == BeatList.Unclassified)
                {
                    unclassified++;
                }
                else
                {
                    classCounts[beatClass]++;
                }
            }

            summarised = stop;
            if (stop < beats.Count)
            {
                return false;
            }

            RecordSummary summary = contents.Summary;

            // While contact settles nothing is judged, so it does not count as good.
            summary.GoodSamples = samplesByState[(int)ContactState.Good];
            summary.PoorSamples = samplesByState[(int)ContactState.Poor] + samplesByState[(int)ContactState.Settling];
            summary.NoContactSamples = samplesByState[(int)ContactState.NoContact];
            summary.LateSamples = lateSamples;
            summary.UnclassifiedCount = unclassified;
            Array.Copy(classCounts, summary.ClassCounts, classCounts.Length);
            return true;
        }

        private static int BytesFor(int seconds)
        {
            return seconds * SignalUnits.SampleRate * PackedNumerator / PackedDenominator;
        }
    }
}
