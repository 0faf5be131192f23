using EcgChip.Device.Seams;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link
{
    /// <summary>
    /// The device's side of the link: takes requests, one at a time, and answers each with one frame; refuses, and changes nothing, where a request cannot
    /// be done. What is no sound frame is no request and gets no answer: whoever asked asks again. A resumable job: each <see cref="Step"/> is a
    /// slice of under three milliseconds, but for a setting that has to go to flash. A session, and whatever belongs to it, is made when one is opened
    /// and gone when a recording begins.
    /// </summary>
    public sealed class LinkServer
    {
        // A millisecond and a half on the wire.
        private const int PieceBytes = 16;

        /// <summary>Names the models in the head of every record: they are those on the device. Null while there is no session.</summary>
        public RecordContents Contents;

        /// <summary>The log, open; null where there is none.</summary>
        public RecordLog Log;

        /// <summary>The battery; null where none can be measured.</summary>
        public IBattery Battery;

        /// <summary>True on a line that others reach than who holds the cable: without a session nothing but hello is answered then.</summary>
        public bool IsOpenToOthers;

        private readonly ILink link;
        private readonly IClock clock;
        private readonly byte[] piece = new byte[PieceBytes];
        private readonly byte[] sent = new byte[PieceBytes];
        private readonly FrameReader reader;
        private readonly LinkCall call;
        private readonly LinkDispatch dispatch;
        private Stage stage;
        private int pieceLength;
        private int pieceTaken;
        private LinkJob job;

        /// <summary>A server that nobody has asked anything.</summary>
        /// <param name="link">The line.</param>
        /// <param name="clock">The monotonic clock.</param>
        /// <param name="settings">What can be set.</param>
        public LinkServer(ILink link, IClock clock, IDeviceSettings settings)
        {
            this.link = link;
            this.clock = clock;
            Settings = settings;
            byte[] frame = new byte[LinkFormat.LargestFrame];
            reader = new FrameReader(frame);
            call = new LinkCall(frame);
            dispatch = new LinkDispatch(this, call);
        }

        private enum Stage
        {
            Listening = 0,
            Taking = 1,
            Working = 2,
            Covering = 3,
            Tagging = 4,
            Summing = 5,
            Sending = 6,
        }

        /// <summary>The settings that it serves.</summary>
        public IDeviceSettings Settings { get; }

        /// <summary>True while somebody has a session: it is worth looking for the next request in every slot.</summary>
        public bool HasSession
        {
            get { return !dispatch.IsIdle; }
        }

        /// <summary>True while a session collects records: from the first question for any until the session's end.</summary>
        public bool IsSyncing
        {
            get { return dispatch.IsCollecting; }
        }

        /// <summary>How far that is, 0 to 100: how many of the records that nobody had acknowledged when it began are acknowledged now.</summary>
        public int SyncPercent
        {
            get { return dispatch.PercentCollected; }
        }

        /// <summary>True from when a self-test was asked for until <see cref="SelfTestEnded"/>: the loop has to be left for it.</summary>
        public bool SelfTestWanted { get; private set; }

        /// <summary>A <see cref="Records.Link.SelfTestState"/>.</summary>
        public int SelfTestState { get; private set; }

        /// <summary>The lines of the self-test that runs or has run; null when there are none any more.</summary>
        public SelfTestLines Lines { get; private set; }

        /// <summary>Lines that the self-test will have.</summary>
        public int LinesInAll { get; private set; }

        /// <summary>True once somebody has been told that the self-test is done, with its last line.</summary>
        public bool ResultTaken { get; private set; }

        /// <summary>True when another self-test was asked for after all lines of this one were there.</summary>
        public bool StartsAgain { get; private set; }

        /// <summary>A self-test begins; from now on its lines are told as they come.</summary>
        public void SelfTestBegins(SelfTestLines lines, int linesInAll)
        {
            Lines = lines;
            LinesInAll = linesInAll;
            ResultTaken = false;
            SelfTestState = Records.Link.SelfTestState.Running;
        }

        /// <summary>All lines are there.</summary>
        /// <param name="stored">True when their record stands in flash.</param>
        public void SelfTestDone(bool stored)
        {
            SelfTestState = stored ? Records.Link.SelfTestState.Done : Records.Link.SelfTestState.DoneNotStored;
        }

        /// <summary>The device goes back to its work, or to the next self-test; the lines are gone.</summary>
        public void SelfTestEnded()
        {
            SelfTestWanted = StartsAgain;
            SelfTestState = StartsAgain ? Records.Link.SelfTestState.Running : Records.Link.SelfTestState.None;
            StartsAgain = false;
            Lines = null;
            LinesInAll = 0;
        }

        /// <summary>One slice.</summary>
        /// <param name="busy">True while a recording runs or is being finished: everything is refused then, and a session ends.</param>
        /// <returns>False when there was nothing to do.</returns>
        public bool Step(bool busy)
        {
            if (busy && (job != null || !dispatch.IsIdle))
            {
                GiveUp();
                return true;
            }

            switch (stage)
            {
                case Stage.Listening:
                    return Listen();

                case Stage.Taking:
                    call.Take(reader);
                    job = dispatch.Begin(reader.Version, busy);
                    stage = job == null ? Stage.Covering : Stage.Working;
                    return true;

                case Stage.Working:
                    if (job.Step())
                    {
                        job = null;
                        stage = Stage.Covering;
                    }

                    return true;

                case Stage.Covering:
                    stage = call.Session == null ? Stage.Summing : Stage.Tagging;
                    if (call.Session != null)
                    {
                        call.Session.Cover(call.Frame, call.Writer.Length);
                    }

                    return true;

                case Stage.Tagging:
                    call.Writer.PutBytes(call.Session.TagOf(call.Frame, call.Writer.Length), 0, SessionFormat.TagBytes);
                    call.Session = null;
                    stage = Stage.Summing;
                    return true;

                case Stage.Summing:
                    stage = call.Writer.Seal() ? Stage.Sending : Stage.Summing;
                    return true;

                default:
                    Send();
                    return true;
            }
        }

        /// <summary>The time, in microseconds since power-up.</summary>
        internal long NowUs()
        {
            return clock.NowUs();
        }

        /// <summary>A self-test is wanted; one that runs goes on, one that is done has still to be left.</summary>
        internal void WantSelfTest()
        {
            if (SelfTestState != Records.Link.SelfTestState.Running)
            {
                StartsAgain = SelfTestWanted;
                SelfTestWanted = true;
                Lines = null;
                LinesInAll = 0;
                SelfTestState = Records.Link.SelfTestState.Running;
            }
        }

        /// <summary>The last line that there is was told.</summary>
        internal void LastLineTold()
        {
            ResultTaken = ResultTaken || SelfTestState >= Records.Link.SelfTestState.Done;
        }

        // What came behind a request waits here until that is answered; who sends more meanwhile loses it in the port.
        private bool Listen()
        {
            if (pieceTaken == pieceLength)
            {
                pieceTaken = 0;
                pieceLength = link.Read(piece, 0, PieceBytes);
                if (pieceLength == 0)
                {
                    return dispatch.Waits();
                }
            }

            pieceTaken += reader.Take(piece, pieceTaken, pieceLength - pieceTaken);
            if (reader.HasFrame && reader.Kind == FrameKind.Request)
            {
                stage = Stage.Taking;
            }

            return true;
        }

        private void Send()
        {
            int count = call.Writer.Read(sent, 0, PieceBytes);
            if (count > 0)
            {
                link.Write(sent, 0, count);
            }

            stage = count < PieceBytes ? Stage.Listening : Stage.Sending;
        }

        private void GiveUp()
        {
            dispatch.GiveUp();
            if (stage == Stage.Working || stage == Stage.Covering || stage == Stage.Tagging)
            {
                // Whoever asked asks again, and is told that the device is busy.
                stage = Stage.Listening;
            }

            job = null;
            call.Session = null;
        }
    }
}
