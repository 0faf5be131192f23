using EcgChip.Device.Link.Verbs;
using EcgChip.Device.Security;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link
{
    /// <summary>
    /// Decides who may ask for what, and has the verb do it: knows the session, if there is one. What is refused changes nothing.
    /// </summary>
    internal sealed class LinkDispatch
    {
        // Whoever opened a session and asks no more has gone.
        private const long PatienceUs = 120_000_000;

        private const int LeastSealed = SessionFormat.CounterBytes + SessionFormat.InnerHeaderBytes + SessionFormat.TagBytes;

        /// <summary>A session's beginning that the desktop has not proved yet; null for none.</summary>
        internal LinkHandshake Handshake;

        private readonly LinkServer server;
        private readonly LinkCall call;
        private LinkSession session;
        private Collection collection;
        private long heardUs;

        /// <summary>Nobody has opened a session.</summary>
        internal LinkDispatch(LinkServer server, LinkCall call)
        {
            this.server = server;
            this.call = call;
        }

        /// <summary>True while a session collects records.</summary>
        internal bool IsCollecting
        {
            get { return collection != null; }
        }

        /// <summary>How many of the records that it found are acknowledged, 0 to 100.</summary>
        internal int PercentCollected
        {
            get { return collection == null ? 0 : collection.Percent; }
        }

        /// <summary>True where there is no session, and none begins.</summary>
        internal bool IsIdle
        {
            get { return session == null && Handshake == null; }
        }

        /// <summary>Takes a session that both sides have proved in place of the one there is.</summary>
        internal void OpenSession(LinkSession proved)
        {
            Handshake = null;
            session = proved;
            collection = null;
            heardUs = server.NowUs();
        }

        /// <summary>Ends the session; the answer in the making still goes out under it.</summary>
        internal void CloseSession()
        {
            if (collection != null && collection.Log.Cover != null)
            {
                collection.Log.Cover.Release();
            }

            session = null;
            collection = null;
        }

        /// <summary>Ends everything: the heap is wanted for something else.</summary>
        internal void GiveUp()
        {
            CloseSession();
            Handshake = null;
        }

        /// <summary>Nothing came in. True when the session, or its beginning, has ended by that.</summary>
        internal bool Waits()
        {
            if (IsIdle || server.NowUs() - heardUs <= PatienceUs)
            {
                return false;
            }

            GiveUp();
            return true;
        }

        /// <summary>Begins what the call asks.</summary>
        /// <param name="version">Version of its frame.</param>
        /// <param name="busy">True while a recording runs or is being finished.</param>
        /// <returns>What is still to be done for it; null when it is answered, or refused.</returns>
        internal LinkJob Begin(int version, bool busy)
        {
            if (version != LinkFormat.Version)
            {
                return Refuse(LinkRefusal.UnknownVersion, LinkFormat.Version);
            }

            if (!IsKnown(call.Verb))
            {
                return Refuse(LinkRefusal.UnknownVerb, call.Verb);
            }

            if (busy)
            {
                return Refuse(LinkRefusal.Busy, 0);
            }

            return call.Verb != LinkVerb.Sealed ? BeginInTheClear() : Uncover() ? BeginSealed() : null;
        }

        private static bool IsKnown(int verb)
        {
            return (verb >= LinkVerb.Hello && verb <= LinkVerb.SelfTest) || (verb >= LinkVerb.Open && verb <= LinkVerb.Close);
        }

        private LinkJob Refuse(int why, int detail)
        {
            call.Refuse(why, detail);
            return null;
        }

        private bool Uncover()
        {
            if (session == null || call.Length < LeastSealed)
            {
                call.Refuse(session == null ? LinkRefusal.NeedsSession : LinkRefusal.Malformed, 0);
                return false;
            }

            int refused = session.Uncover(call.Frame, call.Length);
            if (refused != 0)
            {
                call.Refuse(LinkRefusal.NotGenuine, refused - 1);
                return false;
            }

            heardUs = server.NowUs();
            call.TakeUncovered(session);
            if (session.IsUsedUp)
            {
                CloseSession();
            }

            return true;
        }

        private LinkJob BeginInTheClear()
        {
            switch (call.Verb)
            {
                case LinkVerb.Hello:
                    HelloVerb.Answer(server, call);
                    return null;
                case LinkVerb.Open:
                    heardUs = server.NowUs();
                    return new OpenVerb(server, this, call);
                case LinkVerb.Prove:
                    ProveVerb.Answer(this, call);
                    return null;
                case LinkVerb.Set:
                case LinkVerb.SelfTest:
                    return server.IsOpenToOthers ? NeedSession() : BeginSetOrTest();
                default:
                    return NeedSession();
            }
        }

        private LinkJob NeedSession()
        {
            return Refuse(LinkRefusal.NeedsSession, server.Settings.HasKey ? 0 : 1);
        }

        private LinkJob BeginSealed()
        {
            if (call.Frame[SessionFormat.CoveredOffset + 1] != FrameKind.Request)
            {
                return Refuse(LinkRefusal.Malformed, 0);
            }

            switch (call.Verb)
            {
                case LinkVerb.Hello:
                    HelloVerb.Answer(server, call);
                    return null;
                case LinkVerb.Set:
                case LinkVerb.SelfTest:
                    return BeginSetOrTest();
                case LinkVerb.Close:
                    return new CloseVerb(server, this, call);
                case LinkVerb.List:
                case LinkVerb.Get:
                case LinkVerb.Acknowledge:
                    return BeginCollecting();
                default:
                    return Refuse(LinkRefusal.UnknownVerb, call.Verb);
            }
        }

        private LinkJob BeginSetOrTest()
        {
            if (call.Verb == LinkVerb.Set)
            {
                SetVerb.Answer(server, call);
            }
            else
            {
                SelfTestVerb.Answer(server, call);
            }

            return null;
        }

        private LinkJob BeginCollecting()
        {
            RecordLog log = server.Log;
            if (log == null || !log.IsOpen)
            {
                return Refuse(LinkRefusal.StorageFailed, 0);
            }

            if (collection == null || collection.Log != log)
            {
                collection = new Collection(log);
            }

            switch (call.Verb)
            {
                case LinkVerb.List:
                    return new ListVerb(call, collection);
                case LinkVerb.Get:
                    return new GetVerb(server, call, collection);
                default:
                    return new AcknowledgeVerb(call, collection);
            }
        }
    }
}
