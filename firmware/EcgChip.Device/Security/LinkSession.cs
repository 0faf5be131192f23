using System;
using System.Security.Cryptography;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Security
{
    /// <summary>
    /// What both sides have proved to one another: covers and tags what goes out, and checks and uncovers what comes in. Encrypts, then authenticates
    /// (Bellare and Namprempre 2000); a tag covers the frame's header too, and a counter that only rises tells a frame that was there before.
    /// </summary>
    internal sealed class LinkSession
    {
        private readonly KeyStream cipher;
        private readonly byte[] tagKey;
        private readonly byte[] start = new byte[KeyStream.StartBytes];
        private int received;
        private int sent;

        /// <summary>A session in which nothing was said.</summary>
        /// <param name="cipherKey">Its first bytes are what is encrypted with.</param>
        /// <param name="tagKey">What is authenticated with.</param>
        internal LinkSession(byte[] cipherKey, byte[] tagKey)
        {
            byte[] key = new byte[SessionFormat.CipherKeyBytes];
            Array.Copy(cipherKey, 0, key, 0, key.Length);
            cipher = new KeyStream(key);
            this.tagKey = tagKey;
        }

        /// <summary>True when no further frame could be told from an earlier one: the session has to end.</summary>
        internal bool IsUsedUp
        {
            get { return sent == int.MaxValue || received == int.MaxValue; }
        }

        /// <summary>Number of the frame that goes out next.</summary>
        internal int NextSent()
        {
            sent++;
            return sent;
        }

        /// <summary>
        /// Checks a request in a frame and uncovers it. Where it is refused nothing is changed, in the session or in the frame.
        /// </summary>
        /// <param name="frame">The frame, from its header on.</param>
        /// <param name="payloadLength">Bytes of its payload, long enough for counter, verb, kind and tag.</param>
        /// <returns>0, or a <see cref="LinkRefusal.NotGenuine"/>'s second byte plus 1.</returns>
        internal int Uncover(byte[] frame, int payloadLength)
        {
            int end = LinkFormat.HeaderBytes + payloadLength - SessionFormat.TagBytes;
            byte[] tag = TagOf(frame, end);
            if (!ConstantTime.AreEqual(tag, 0, frame, end, SessionFormat.TagBytes))
            {
                return 1;
            }

            int counter = LittleEndian.GetInt32(frame, SessionFormat.CounterOffset);
            if (counter <= received)
            {
                return 2;
            }

            received = counter;
            Cover(frame, end, FrameKind.Request);
            return 0;
        }

        /// <summary>Covers an answer, of which the frame has everything but the tag.</summary>
        /// <param name="frame">The frame, from its header on.</param>
        /// <param name="end">Its bytes so far.</param>
        internal void Cover(byte[] frame, int end)
        {
            Cover(frame, end, FrameKind.Answer);
        }

        /// <summary>The tag of a frame that is covered; its first <see cref="SessionFormat.TagBytes"/> bytes are sent.</summary>
        internal byte[] TagOf(byte[] frame, int end)
        {
            byte[] source = new byte[end];
            Array.Copy(frame, 0, source, 0, end);
            return HMACSHA256.HashData(tagKey, source);
        }

        // A direction and a counter never come twice, so neither does a block of counters.
        private void Cover(byte[] frame, int end, int kind)
        {
            start[0] = (byte)kind;
            Array.Copy(frame, SessionFormat.CounterOffset, start, SessionFormat.BlockCounterOffset, SessionFormat.CounterBytes);
            cipher.Cover(start, 0, frame, SessionFormat.CoveredOffset, end - SessionFormat.CoveredOffset);
        }
    }
}
