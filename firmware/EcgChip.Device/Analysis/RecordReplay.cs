using EcgChip.Records;

namespace EcgChip.Device.Analysis
{
    /// <summary>Plays a recording that is held packed, stretch by stretch between its gaps, a piece at a time.</summary>
    public sealed class RecordReplay
    {
        /// <summary>Sample i stands in <see cref="Ring"/> at <c>i &amp; RingMask</c>.</summary>
        public const int RingMask = RingLength - 1;

        private const int RingLength = 256;

        /// <summary>Samples of a piece: some 4,000 of the chip's instructions each.</summary>
        private const int PieceLength = 32;

        private readonly SampleUnpacker unpacker = new SampleUnpacker();
        private readonly short[] ring = new short[RingLength];
        private RecordContents contents;
        private int gap;
        private int position;
        private int stretchStart;
        private int stretchEnd;

        /// <summary>The samples played last.</summary>
        public short[] Ring
        {
            get { return ring; }
        }

        /// <summary>Index of the sample that is played next, from the recording's start.</summary>
        public int Position
        {
            get { return position; }
        }

        /// <summary>First sample of the stretch being played.</summary>
        public int StretchStart
        {
            get { return stretchStart; }
        }

        /// <summary>The sample behind the last of the stretch.</summary>
        public int StretchEnd
        {
            get { return stretchEnd; }
        }

        /// <summary>Begins at the first sample; the first stretch may be empty, when the recording begins with a gap.</summary>
        public void Begin(RecordContents recording)
        {
            contents = recording;
            unpacker.Begin(recording.PackedBytes, recording.PackedOffset, recording.PackedCount);
            gap = 0;
            position = 0;
            stretchStart = 0;
            stretchEnd = recording.Gaps.Count > 0 ? recording.Gaps.Start(0) : recording.SampleCount;
        }

        /// <summary>Goes to the next stretch; what is left of this one, and the gap, is passed over with <see cref="Read"/>.</summary>
        /// <returns>False when this is the last one.</returns>
        public bool NextStretch()
        {
            GapList gaps = contents.Gaps;
            if (gap == gaps.Count)
            {
                return false;
            }

            stretchStart = gaps.Start(gap) + gaps.Length(gap);
            gap++;
            stretchEnd = gap < gaps.Count ? gaps.Start(gap) : contents.SampleCount;
            return true;
        }

        /// <summary>Plays the next piece: into the ring it goes at its place, up to the end of the stretch, or of what lies before it.</summary>
        /// <returns>Samples of the piece; 0 at the stretch's end.</returns>
        public int Read()
        {
            int end = position < stretchStart ? stretchStart : stretchEnd;
            int count = end - position;
            int place = position & RingMask;
            count = count > PieceLength ? PieceLength : count;
            count = count > RingLength - place ? RingLength - place : count;
            if (count > 0)
            {
                unpacker.Read(ring, place, count);
                position += count;
            }

            return count;
        }
    }
}
