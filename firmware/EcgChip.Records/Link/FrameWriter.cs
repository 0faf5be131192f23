using System;

namespace EcgChip.Records.Link
{
    /// <summary>
    /// Makes a frame and gives it out as it stands on the wire: <see cref="Begin"/>, the payload by the puts, <see cref="Seal"/> until it says true,
    /// then <see cref="Read"/> until it gives 0. A zero stands before the frame too, so that whatever was on the wire before is no part of it.
    /// </summary>
    public sealed class FrameWriter
    {
        // About 80,000 instructions of the chip's.
        private const int SealedInStep = 64;

        private readonly byte[] frame;
        private readonly Crc32 crc = new Crc32();
        private int length;
        private Stage stage = Stage.Done;

        // The next byte of the frame to be summed, then to be sent, and where the run ends that it belongs to.
        private int position;
        private int runEnd;
        private bool runIsFull;

        /// <summary>A writer that has nothing to give.</summary>
        /// <param name="frame">Where the frame is made: <see cref="LinkFormat.LargestFrame"/> bytes. It must be left alone from <see cref="Begin"/> to the last byte read.</param>
        /// <exception cref="ArgumentException">The buffer is too short.</exception>
        public FrameWriter(byte[] frame)
        {
            if (frame == null || frame.Length < LinkFormat.LargestFrame)
            {
                throw new ArgumentException("A buffer for the longest frame is needed.", nameof(frame));
            }

            this.frame = frame;
        }

        private enum Stage
        {
            Open,
            First,
            Code,
            Run,
            Last,
            Done,
        }

        /// <summary>Bytes that the payload can still take.</summary>
        public int Free
        {
            get { return LinkFormat.HeaderBytes + LinkFormat.LargestPayload - length; }
        }

        /// <summary>Bytes of the frame so far, without its checksum until that stands there.</summary>
        public int Length
        {
            get { return length; }
        }

        /// <summary>Begins a frame with no payload yet.</summary>
        /// <param name="verb">A <see cref="LinkVerb"/>.</param>
        /// <param name="kind">A <see cref="FrameKind"/>.</param>
        /// <param name="request">Number of the request, 0 to <see cref="LinkFormat.LastRequest"/>.</param>
        public void Begin(int verb, int kind, int request)
        {
            frame[LinkFormat.VersionOffset] = LinkFormat.Version;
            frame[LinkFormat.VerbOffset] = (byte)verb;
            frame[LinkFormat.KindOffset] = (byte)kind;
            length = LittleEndian.PutInt16(frame, LinkFormat.RequestOffset, request);
            position = 0;
            crc.Reset();
            stage = Stage.Open;
        }

        /// <summary>Puts a byte.</summary>
        /// <exception cref="InvalidOperationException">There is no room for it, or the frame is sealed; so with all puts.</exception>
        public void PutByte(int value)
        {
            Need(1);
            length = LittleEndian.PutByte(frame, length, value);
        }

        /// <summary>Puts two bytes.</summary>
        public void PutInt16(int value)
        {
            Need(LittleEndian.Int16Bytes);
            length = LittleEndian.PutInt16(frame, length, value);
        }

        /// <summary>Puts four bytes.</summary>
        public void PutInt32(int value)
        {
            Need(LittleEndian.Int32Bytes);
            length = LittleEndian.PutInt32(frame, length, value);
        }

        /// <summary>Puts eight bytes.</summary>
        public void PutInt64(long value)
        {
            Need(LittleEndian.Int64Bytes);
            length = LittleEndian.PutInt64(frame, length, value);
        }

        /// <summary>Puts bytes as they are.</summary>
        public void PutBytes(byte[] bytes, int offset, int count)
        {
            Need(count);
            Array.Copy(bytes, offset, frame, length, count);
            length += count;
        }

        /// <summary>Puts a text of up to 255 ASCII characters behind its length.</summary>
        public void PutText(string text)
        {
            Need(1 + text.Length);
            length = LittleEndian.PutByte(frame, length, text.Length);
            for (int i = 0; i < text.Length; i++)
            {
                length = LittleEndian.PutByte(frame, length, text[i]);
            }
        }

        /// <summary>Puts which weights a result comes from: role, name, hash.</summary>
        public void PutModel(ModelReference model)
        {
            PutByte((int)model.Role);
            PutText(model.Name);
            for (int i = 0; i < ModelReference.HashBytes; i++)
            {
                PutByte(model.HashByte(i));
            }
        }

        /// <summary>A step towards the checksum, and true when it stands there and the frame can be read.</summary>
        public bool Seal()
        {
            if (stage != Stage.Open)
            {
                return true;
            }

            int count = length - position;
            count = count > SealedInStep ? SealedInStep : count;
            crc.Update(frame, position, count);
            position += count;
            if (position < length)
            {
                return false;
            }

            length = LittleEndian.PutUInt32(frame, length, crc.Value);
            position = 0;
            stage = Stage.First;
            return true;
        }

        /// <summary>Gives the next bytes out as they stand on the wire.</summary>
        /// <returns>How many: fewer than asked for only at the end, 0 after it.</returns>
        public int Read(byte[] buffer, int offset, int count)
        {
            int given = 0;
            while (given < count)
            {
                int next = Next();
                if (next < 0)
                {
                    break;
                }

                buffer[offset + given] = (byte)next;
                given++;
            }

            return given;
        }

        private int Next()
        {
            switch (stage)
            {
                case Stage.First:
                    stage = Stage.Code;
                    return LinkFormat.Delimiter;
                case Stage.Code:
                    return Code();
                case Stage.Run:
                    int value = frame[position];
                    position++;
                    if (position == runEnd)
                    {
                        EndRun();
                    }

                    return value;
                case Stage.Last:
                    stage = Stage.Done;
                    return LinkFormat.Delimiter;
                default:
                    return -1;
            }
        }

        // How many bytes follow without a zero, and one more.
        private int Code()
        {
            int most = position + LinkFormat.LongestRun;
            int end = most < length ? most : length;
            int at = position;
            while (at < end && frame[at] != 0)
            {
                at++;
            }

            int code = at - position + 1;
            runEnd = at;
            runIsFull = code == LinkFormat.FullRun;
            if (code == 1)
            {
                EndRun();
            }
            else
            {
                stage = Stage.Run;
            }

            return code;
        }

        // A zero at a run's end is in the code of the next run, which there always is then, were it empty.
        private void EndRun()
        {
            if (runEnd == length)
            {
                stage = Stage.Last;
                return;
            }

            position = runIsFull ? runEnd : runEnd + 1;
            stage = Stage.Code;
        }

        private void Need(int bytes)
        {
            if (stage != Stage.Open || position > 0 || bytes > Free)
            {
                throw new InvalidOperationException();
            }
        }
    }
}
