using System;

namespace EcgChip.Records.Link
{
    /// <summary>
    /// Finds frames in a stream of bytes. What is between two zeros is a frame (consistent overhead byte stuffing: Cheshire and Baker 1999) when its
    /// checksum is right and its length can be; everything else is noise, a frame that lost bytes or has some twice, or one that its sender never
    /// finished, and is passed over: the next zero begins anew. Works on as few or many bytes at a time as there are.
    /// </summary>
    public sealed class FrameReader
    {
        private readonly byte[] frame;
        private readonly Crc32 crc = new Crc32();
        private int length;
        private int summed;

        // Bytes that still follow the last code; and whether a zero stands behind them, should more come.
        private int left;
        private bool zeroFollows;
        private bool broken;
        private bool hasFrame;

        /// <summary>A reader that has seen nothing.</summary>
        /// <param name="frame">Where a frame is put: <see cref="LinkFormat.LargestFrame"/> bytes. It may be used for something else while no byte is taken in.</param>
        /// <exception cref="ArgumentException">The buffer is too short.</exception>
        public FrameReader(byte[] frame)
        {
            if (frame == null || frame.Length < LinkFormat.LargestFrame)
            {
                throw new ArgumentException("A buffer for the longest frame is needed.", nameof(frame));
            }

            this.frame = frame;
        }

        /// <summary>True when the bytes taken last ended a sound frame; it stands until more are taken.</summary>
        public bool HasFrame
        {
            get { return hasFrame; }
        }

        /// <summary>Version that the frame is of.</summary>
        public int Version
        {
            get { return frame[LinkFormat.VersionOffset]; }
        }

        /// <summary>The frame's <see cref="LinkVerb"/>.</summary>
        public int Verb
        {
            get { return frame[LinkFormat.VerbOffset]; }
        }

        /// <summary>The frame's <see cref="FrameKind"/>.</summary>
        public int Kind
        {
            get { return frame[LinkFormat.KindOffset]; }
        }

        /// <summary>The number that the request had, 0 to <see cref="LinkFormat.LastRequest"/>.</summary>
        public int Request
        {
            get { return LittleEndian.GetInt16(frame, LinkFormat.RequestOffset); }
        }

        /// <summary>Bytes of the payload, which begins at <see cref="LinkFormat.HeaderBytes"/> of the buffer.</summary>
        public int PayloadLength
        {
            get { return length - LinkFormat.HeaderBytes - LinkFormat.CrcBytes; }
        }

        /// <summary>
        /// Takes bytes in, until all are taken or a sound frame has ended. The next byte taken overwrites that.
        /// </summary>
        /// <returns>How many were taken.</returns>
        /// <exception cref="IndexOutOfRangeException">The range is not inside <paramref name="bytes"/>.</exception>
        public int Take(byte[] bytes, int offset, int count)
        {
            if (hasFrame)
            {
                hasFrame = false;
                Restart();
            }

            int taken = 0;
            while (taken < count && !hasFrame)
            {
                int value = bytes[offset + taken];
                taken++;
                if (value == LinkFormat.Delimiter)
                {
                    EndFrame();
                }
                else if (!broken)
                {
                    TakeByte(value);
                }
            }

            Sum();
            return taken;
        }

        private void TakeByte(int value)
        {
            if (left > 0)
            {
                left--;
                Put(value);
                return;
            }

            if (zeroFollows)
            {
                Put(0);
            }

            left = value - 1;
            zeroFollows = value != LinkFormat.FullRun;
        }

        private void Put(int value)
        {
            if (length == LinkFormat.LargestFrame)
            {
                broken = true;
                return;
            }

            frame[length] = (byte)value;
            length++;
        }

        private void EndFrame()
        {
            Sum();
            if (!broken && left == 0 && length >= LinkFormat.HeaderBytes + LinkFormat.CrcBytes && crc.Value == LinkFormat.SoundCrc)
            {
                hasFrame = true;
                return;
            }

            Restart();
        }

        private void Restart()
        {
            length = 0;
            summed = 0;
            left = 0;
            zeroFollows = false;
            broken = false;
            crc.Reset();
        }

        // As the bytes come, so that no slice has all of it to do.
        private void Sum()
        {
            crc.Update(frame, summed, length - summed);
            summed = length;
        }
    }
}
