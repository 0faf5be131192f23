using EcgChip.Device.Security;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link
{
    /// <summary>What is asked, and the answer in the making: the same to a verb whether it came in the clear or within a session.</summary>
    internal sealed class LinkCall
    {
        /// <summary>The frame: the request, until the answer is begun in its place.</summary>
        internal readonly byte[] Frame;

        /// <summary>Takes the answer.</summary>
        internal readonly FrameWriter Writer;

        /// <summary>What is asked: a <see cref="LinkVerb"/>, if it is one.</summary>
        internal int Verb;

        /// <summary>Where in <see cref="Frame"/> the payload begins.</summary>
        internal int Offset;

        /// <summary>Bytes of the payload.</summary>
        internal int Length;

        /// <summary>The session that the request belongs to; null where it came in the clear.</summary>
        internal LinkSession Session;

        private int request;

        /// <summary>Nothing is asked.</summary>
        internal LinkCall(byte[] frame)
        {
            Frame = frame;
            Writer = new FrameWriter(frame);
        }

        /// <summary>A request came in the clear.</summary>
        internal void Take(FrameReader reader)
        {
            Verb = reader.Verb;
            Offset = LinkFormat.HeaderBytes;
            Length = reader.PayloadLength;
            Session = null;
            request = reader.Request;
        }

        /// <summary>A request of a session was uncovered.</summary>
        internal void TakeUncovered(LinkSession session)
        {
            Verb = Frame[SessionFormat.CoveredOffset];
            Offset = SessionFormat.PayloadOffset;
            Length -= SessionFormat.CounterBytes + SessionFormat.InnerHeaderBytes + SessionFormat.TagBytes;
            Session = session;
        }

        /// <summary>Begins the answer; the request is gone with it.</summary>
        internal FrameWriter Answer()
        {
            Begin(FrameKind.Answer);
            return Writer;
        }

        /// <summary>Refuses the request.</summary>
        /// <param name="why">A <see cref="LinkRefusal"/>.</param>
        /// <param name="detail">What tells more.</param>
        internal void Refuse(int why, int detail)
        {
            Begin(FrameKind.Refusal);
            Writer.PutByte(why);
            Writer.PutByte(detail);
        }

        private void Begin(int kind)
        {
            if (Session == null)
            {
                Writer.Begin(Verb, kind, request);
                return;
            }

            Writer.Begin(LinkVerb.Sealed, FrameKind.Answer, request);
            Writer.PutInt32(Session.NextSent());
            Writer.PutByte(Verb);
            Writer.PutByte(kind);
        }
    }
}
