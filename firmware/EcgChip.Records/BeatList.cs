using System;

namespace EcgChip.Records
{
    /// <summary>
    /// The beats of a recording in order of time, each with what was made of it. Holds a fixed number; 6 bytes of heap a beat, or 4 where the recording is
    /// known to be short.
    /// </summary>
    public sealed class BeatList
    {
        /// <summary>Class of a beat that was found but not classified.</summary>
        public const int Unclassified = 255;

        /// <summary>Model index of a beat that no model judged.</summary>
        public const int NoModel = 255;

        /// <summary>Number of classes: N, S, V, F, Q.</summary>
        public const int ClassCount = 5;

        /// <summary>Highest confidence: certain.</summary>
        public const int LargestConfidence = 255;

        // Classes and models are less than 15; 255 keeps its low bits, all ones.
        private const int NumberBits = 4;
        private const int NoNumber = (1 << NumberBits) - 1;

        // Where each beat's R peak is: in one of the two, by how long the recording may be.
        private readonly int[] samples;
        private readonly ushort[] shortSamples;
        private readonly int capacity;
        private readonly int largestSample;

        // The class below, the model above; all ones where there is none.
        private readonly byte[] judgements;
        private readonly byte[] confidences;
        private int count;
        private int encodedBytes;
        private int modelsNamed;

        /// <summary>Makes room for <paramref name="capacity"/> beats.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
        public BeatList(int capacity)
            : this(capacity, int.MaxValue)
        {
        }

        /// <summary>Makes room for <paramref name="capacity"/> beats of a recording of a known length.</summary>
        /// <param name="capacity">How many.</param>
        /// <param name="recordingSamples">Samples that the recording has at most.</param>
        /// <exception cref="ArgumentOutOfRangeException">The capacity is negative, or there are no samples.</exception>
        public BeatList(int capacity, int recordingSamples)
        {
            if (capacity < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(capacity));
            }

            if (recordingSamples <= 0)
            {
                throw new ArgumentOutOfRangeException(nameof(recordingSamples));
            }

            this.capacity = capacity;
            largestSample = recordingSamples - 1;
            if (largestSample <= ushort.MaxValue)
            {
                shortSamples = new ushort[capacity];
            }
            else
            {
                samples = new int[capacity];
            }

            judgements = new byte[capacity];
            confidences = new byte[capacity];
        }

        /// <summary>Beats in the list.</summary>
        public int Count
        {
            get { return count; }
        }

        /// <summary>Bytes that all beats take in a record; kept up to date, so that a record's length is known at once.</summary>
        internal int EncodedBytes
        {
            get { return encodedBytes; }
        }

        /// <summary>One more than the highest model index that a beat was ever given: so many models the record must refer to.</summary>
        internal int ModelsNamed
        {
            get { return modelsNamed; }
        }

        /// <summary>Empties the list.</summary>
        public void Clear()
        {
            count = 0;
            encodedBytes = 0;
            modelsNamed = 0;
        }

        /// <summary>Adds the next beat. False when the list is full.</summary>
        /// <param name="sampleIndex">Sample of the R peak from the start of the recording; after that of the beat before.</param>
        /// <param name="beatClass">0..4 for N, S, V, F, Q, or <see cref="Unclassified"/>.</param>
        /// <param name="confidence">0..255 for 0 to 1.</param>
        /// <param name="modelIndex">Which of the record's models judged, or <see cref="NoModel"/>.</param>
        /// <exception cref="ArgumentOutOfRangeException">A value is out of its range, or the beat is not after the last, or behind the recording's end.</exception>
        public bool Add(int sampleIndex, int beatClass, int confidence, int modelIndex)
        {
            int before = count > 0 ? SampleIndex(count - 1) : -1;
            if (sampleIndex <= before || sampleIndex > largestSample)
            {
                throw new ArgumentOutOfRangeException(nameof(sampleIndex));
            }

            CheckResult(beatClass, confidence, modelIndex);
            if (count == capacity)
            {
                return false;
            }

            if (shortSamples != null)
            {
                shortSamples[count] = (ushort)sampleIndex;
            }
            else
            {
                samples[count] = sampleIndex;
            }

            encodedBytes += LittleEndian.VarintLength(count > 0 ? sampleIndex - before : sampleIndex) + RecordFormat.BeatResultBytes;
            count++;
            SetResult(count - 1, beatClass, confidence, modelIndex);
            return true;
        }

        /// <summary>Replaces what was made of a beat, as when another model judges it after the recording.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such beat, or a value is out of its range.</exception>
        public void SetResult(int beat, int beatClass, int confidence, int modelIndex)
        {
            CheckBeat(beat);
            CheckResult(beatClass, confidence, modelIndex);
            judgements[beat] = (byte)((beatClass & NoNumber) | (modelIndex << NumberBits));
            confidences[beat] = (byte)confidence;
            if (modelIndex != NoModel && modelIndex >= modelsNamed)
            {
                modelsNamed = modelIndex + 1;
            }
        }

        /// <summary>Sample of a beat's R peak, from the start of the recording.</summary>
        public int SampleIndex(int beat)
        {
            // Asked dozens of times for each beat when a rhythm is judged: a call of its own for the check would cost more than all the rest.
            if (beat < 0 || beat >= count)
            {
                throw new ArgumentOutOfRangeException(nameof(beat));
            }

            ushort[] near = shortSamples;
            return near != null ? near[beat] : samples[beat];
        }

        /// <summary>0..4 for N, S, V, F, Q, or <see cref="Unclassified"/>.</summary>
        public int Class(int beat)
        {
            if (beat < 0 || beat >= count)
            {
                throw new ArgumentOutOfRangeException(nameof(beat));
            }

            int beatClass = judgements[beat] & NoNumber;
            return beatClass == NoNumber ? Unclassified : beatClass;
        }

        /// <summary>0..255 for 0 to 1.</summary>
        public int Confidence(int beat)
        {
            CheckBeat(beat);
            return confidences[beat];
        }

        /// <summary>Index of the model that judged, or <see cref="NoModel"/>.</summary>
        public int ModelIndex(int beat)
        {
            CheckBeat(beat);
            int model = judgements[beat] >> NumberBits;
            return model == NoNumber ? NoModel : model;
        }

        /// <summary>Samples from the beat before; of the first, from the start of the recording.</summary>
        internal int Distance(int beat)
        {
            int sample = SampleIndex(beat);
            return beat > 0 ? sample - SampleIndex(beat - 1) : sample;
        }

        internal static bool IsClass(int beatClass)
        {
            return (beatClass >= 0 && beatClass < ClassCount) || beatClass == Unclassified;
        }

        private static void CheckResult(int beatClass, int confidence, int modelIndex)
        {
            if (!IsClass(beatClass))
            {
                throw new ArgumentOutOfRangeException(nameof(beatClass));
            }

            if (confidence < 0 || confidence > LargestConfidence)
            {
                throw new ArgumentOutOfRangeException(nameof(confidence));
            }

            if (modelIndex != NoModel && (modelIndex < 0 || modelIndex >= RecordContents.ModelCapacity))
            {
                throw new ArgumentOutOfRangeException(nameof(modelIndex));
            }
        }

        private void CheckBeat(int beat)
        {
            if (beat < 0 || beat >= count)
            {
                throw new ArgumentOutOfRangeException(nameof(beat));
            }
        }
    }
}
