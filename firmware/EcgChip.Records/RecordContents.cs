using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Everything that a record says of one recording. On the chip it is made once and filled anew for each recording; a reader makes one
    /// of the size it finds.
    /// </summary>
    public sealed class RecordContents
    {
        /// <summary>Most models that a record refers to.</summary>
        public const int ModelCapacity = 8;

        /// <summary>Sample rate and scale that the firmware's signal chain gives.</summary>
        private const int UsualSampleRate = 125;

        private const int UsualUnitsPerMillivolt = 200;

        /// <summary>The device that recorded.</summary>
        public long DeviceId;

        /// <summary>The patient, by a number that is no name: 1 upwards; 0 where none was given.</summary>
        public int PatientNumber;

        /// <summary>Number of the recording on its device, from 1 on; never given twice.</summary>
        public int Sequence;

        /// <summary>Samples a second, 1..65535.</summary>
        public int SampleRate = UsualSampleRate;

        /// <summary>Steps of a sample value in a millivolt at the electrodes, 1..65535.</summary>
        public int UnitsPerMillivolt = UsualUnitsPerMillivolt;

        /// <summary>Amplification of the front end, 1..65535; 0 when not known.</summary>
        public int FrontEndGain;

        /// <summary>Mains frequency that was filtered out, in hertz, up to 255; 0 for none.</summary>
        public int MainsFrequency;

        /// <summary>The beats.</summary>
        public readonly BeatList Beats;

        /// <summary>Where nothing was measured.</summary>
        public readonly GapList Gaps;

        /// <summary>What was found in its rhythm.</summary>
        public readonly FindingList Findings;

        /// <summary>The recording in a few numbers.</summary>
        public readonly RecordSummary Summary = new RecordSummary();

        private readonly ModelReference[] models = new ModelReference[ModelCapacity];
        private int modelCount;
        private bool startKnown;
        private long startUnixMs;
        private byte[] packedBytes;
        private int packedOffset;
        private int packedCount;
        private int sampleCount;

        /// <summary>Makes room for so many beats and gaps.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The beat capacity is negative or the gap capacity less than 1.</exception>
        public RecordContents(int beatCapacity, int gapCapacity)
            : this(beatCapacity, gapCapacity, FindingList.UsualCapacity)
        {
        }

        /// <summary>Makes room for so many beats, gaps and findings.</summary>
        /// <exception cref="ArgumentOutOfRangeException">
        /// The beat capacity is negative, the gap capacity less than 1, or the finding capacity not 0 to 255.
        /// </exception>
        public RecordContents(int beatCapacity, int gapCapacity, int findingCapacity)
        {
            Beats = new BeatList(beatCapacity);
            Gaps = new GapList(gapCapacity);
            Findings = new FindingList(findingCapacity);
        }

        /// <summary>A record with a list of beats of its own making, and room for so many gaps.</summary>
        /// <exception cref="ArgumentException">There is no list, or the gap capacity is less than 1.</exception>
        public RecordContents(BeatList beats, int gapCapacity)
        {
            if (beats == null)
            {
                throw new ArgumentNullException(nameof(beats));
            }

            Beats = beats;
            Gaps = new GapList(gapCapacity);
            Findings = new FindingList(FindingList.UsualCapacity);
        }

        /// <summary>Whether the wall clock was set when the recording started.</summary>
        public bool StartKnown
        {
            get { return startKnown; }
        }

        /// <summary>Start in milliseconds since 1970-01-01 UTC; without meaning unless <see cref="StartKnown"/>.</summary>
        public long StartUnixMs
        {
            get { return startUnixMs; }
        }

        /// <summary>Models that the record refers to.</summary>
        public int ModelCount
        {
            get { return modelCount; }
        }

        /// <summary>The buffer in which the packed samples stand; null before <see cref="SetSamples"/>.</summary>
        public byte[] PackedBytes
        {
            get { return packedBytes; }
        }

        /// <summary>Where in <see cref="PackedBytes"/> the packed samples begin.</summary>
        public int PackedOffset
        {
            get { return packedOffset; }
        }

        /// <summary>Bytes of packed samples, for <see cref="SampleUnpacker.Begin"/>.</summary>
        public int PackedCount
        {
            get { return packedCount; }
        }

        /// <summary>Samples of the recording, gaps included.</summary>
        public int SampleCount
        {
            get { return sampleCount; }
        }

        /// <summary>Forgets the recording: beats, gaps, findings, summary, samples, start. Device, settings and models stay.</summary>
        public void Clear()
        {
            Beats.Clear();
            Gaps.Clear();
            Findings.Clear();
            Summary.Clear();
            PatientNumber = 0;
            startKnown = false;
            startUnixMs = 0;
            packedBytes = null;
            packedOffset = 0;
            packedCount = 0;
            sampleCount = 0;
        }

        /// <summary>Says when the recording started, in milliseconds since 1970-01-01 UTC. Until then the start is unknown.</summary>
        public void SetStart(long unixMs)
        {
            startKnown = true;
            startUnixMs = unixMs;
        }

        /// <summary>Adds a model and returns its index, which beats name.</summary>
        /// <exception cref="ArgumentNullException">There is no model.</exception>
        /// <exception cref="InvalidOperationException">There are <see cref="ModelCapacity"/> already.</exception>
        public int AddModel(ModelReference model)
        {
            if (model == null)
            {
                throw new ArgumentNullException(nameof(model));
            }

            if (modelCount == ModelCapacity)
            {
                throw new InvalidOperationException();
            }

            models[modelCount] = model;
            modelCount++;
            return modelCount - 1;
        }

        /// <summary>One of the models, by its index.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such model.</exception>
        public ModelReference Model(int index)
        {
            if (index < 0 || index >= modelCount)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            return models[index];
        }

        /// <summary>Takes the finished recording from the packer, whose buffer stays in use until the record is written.</summary>
        public void SetSamples(SamplePacker packer)
        {
            SetSamples(packer.Bytes, 0, packer.ByteCount, packer.SampleCount);
        }

        /// <summary>Takes samples that <see cref="SamplePacker"/> packed; the bytes are referred to, not copied.</summary>
        /// <exception cref="ArgumentException">The range is not inside <paramref name="bytes"/>, or the number of samples is
        /// negative.</exception>
        public void SetSamples(byte[] bytes, int offset, int byteCount, int samples)
        {
            if (bytes == null || offset < 0 || byteCount < 0 || byteCount > bytes.Length - offset || samples < 0)
            {
                throw new ArgumentException("The range is not inside the bytes.", nameof(bytes));
            }

            packedBytes = bytes;
            packedOffset = offset;
            packedCount = byteCount;
            sampleCount = samples;
        }
    }
}
