using EcgChip.Device.Seams;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link
{
    /// <summary>
    /// The device's side of the link: takes requests, one at a time, and answers each with one frame; refuses, and changes nothing, where a request cannot
    /// be done. What is no sound frame is no request and gets no answer: whoever asked asks again. A resumable job: each <see cref="Step"/> is a
    /// slice of under two milliseconds, but for a setting that has to go to flash.
    /// </summary>
    public sealed class LinkServer
    {
        // A millisecond and a half on the wire.
        private const int PieceBytes = 16;

        // Lines of the self-test in an answer: a longer one would be no slice any more.
        private const int LineBytes = 96;

        private const int UnknownMillivolts = 0xFFFF;
        private const int ClockKnownFlag = 1;
        private const int KeySetFlag = 2;
        private const int StartBytes = 1;
        private const int PollBytes = 2;

        /// <summary>Names the models in the head of every record: they are those on the device. Null while there is no session.</summary>
        public RecordContents Contents;

        /// <summary>The log, open; null where there is none.</summary>
        public RecordLog Log;

        /// <summary>The battery; null where none can be measured.</summary>
        public IBattery Battery;

        /// <summary>True from when a computer begins to fetch recordings until it has them all or has gone.</summary>
        public bool IsSyncing;

        /// <summary>How far that is, 0 to 100.</summary>
        public int SyncPercent;

        /// <summary>True when what was acknowledged is to be freed, as after an acknowledgement that found no room.</summary>
        public bool CleaningWanted;

        private readonly ILink link;
        private readonly IClock clock;
        private readonly IDeviceSettings settings;
        private readonly byte[] frame = new byte[LinkFormat.LargestFrame];
        private readonly byte[] piece = new byte[PieceBytes];
        private readonly byte[] sent = new byte[PieceBytes];
        private readonly FrameReader reader;
        private readonly FrameWriter writer;
        private Stage stage;
        private int pieceLength;
        private int pieceTaken;

        /// <summary>A server that nobody has asked anything.</summary>
        /// <param name="link">The line.</param>
        /// <param name="clock">The monotonic clock.</param>
        /// <param name="settings">What can be set.</param>
        public LinkServer(ILink link, IClock clock, IDeviceSettings settings)
        {
            this.link = link;
            this.clock = clock;
            this.settings = settings;
            reader = new FrameReader(frame);
            writer = new FrameWriter(frame);
        }

        private enum Stage
        {
            Listening = 0,
            Answering = 1,
            Sealing = 2,
            Sending = 3,
        }

        /// <summary>The settings that it serves.</summary>
        public IDeviceSettings Settings
        {
            get { return settings; }
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
        /// <param name="busy">True while a recording runs or is being finished: everything is refused then.</param>
        /// <returns>False when there was nothing to do.</returns>
        public bool Step(bool busy)
        {
            switch (stage)
            {
                case Stage.Listening:
                    return Listen();

                case Stage.Answering:
                    Answer(busy);
                    return true;

                case Stage.Sealing:
                    stage = writer.Seal() ? Stage.Sending : Stage.Sealing;
                    return true;

                default:
                    int count = writer.Read(sent, 0, PieceBytes);
                    if (count > 0)
                    {
                        link.Write(sent, 0, count);
                    }

                    stage = count < PieceBytes ? Stage.Listening : Stage.Sending;
                    return true;
            }
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
                    return false;
                }
            }

            pieceTaken += reader.Take(piece, pieceTaken, pieceLength - pieceTaken);
            if (reader.HasFrame && reader.Kind == FrameKind.Request)
            {
                stage = Stage.Answering;
            }

            return true;
        }

        private void Answer(bool busy)
        {
            int verb = reader.Verb;
            int request = reader.Request;
            stage = Stage.Sealing;
            if (reader.Version != LinkFormat.Version)
            {
                Refuse(verb, request, LinkRefusal.UnknownVersion, LinkFormat.Version);
            }
            else if (verb < LinkVerb.Hello || verb > LinkVerb.SelfTest)
            {
                Refuse(verb, request, LinkRefusal.UnknownVerb, verb);
            }
            else if (busy)
            {
                Refuse(verb, request, LinkRefusal.Busy, 0);
            }
            else if (verb == LinkVerb.Hello)
            {
                Hello(request);
            }
            else if (verb == LinkVerb.Set)
            {
                Set(request);
            }
            else
            {
                SelfTest(request);
            }
        }

        private void Refuse(int verb, int request, int why, int detail)
        {
            writer.Begin(verb, FrameKind.Refusal, request);
            writer.PutByte(why);
            writer.PutByte(detail);
        }

        private void Hello(int request)
        {
            if (reader.PayloadLength != 0)
            {
                Refuse(LinkVerb.Hello, request, LinkRefusal.Malformed, 0);
                return;
            }

            long time = settings.ClockUnixMs(clock.NowUs());
            writer.Begin(LinkVerb.Hello, FrameKind.Answer, request);
            writer.PutInt64(settings.DeviceId);
            writer.PutByte(FirmwareVersion.Major);
            writer.PutByte(FirmwareVersion.Minor);
            writer.PutByte(FirmwareVersion.Patch);
            writer.PutByte((time != 0 ? ClockKnownFlag : 0) | (settings.HasKey ? KeySetFlag : 0));
            writer.PutInt64(time);
            writer.PutInt16(Battery == null ? UnknownMillivolts : Battery.Millivolts());
            RecordLog log = Log;
            writer.PutInt32(log == null ? -1 : log.RecordCount);
            writer.PutInt32(log == null ? -1 : log.NextSequence);
            RecordContents contents = Contents;
            int models = contents == null ? 0 : contents.ModelCount;
            writer.PutByte(models);
            for (int i = 0; i < models; i++)
            {
                writer.PutModel(contents.Model(i));
            }
        }

        private void Set(int request)
        {
            SettingsRequest wanted = new SettingsRequest();
            if (!wanted.Read(frame, LinkFormat.HeaderBytes, reader.PayloadLength, settings))
            {
                Refuse(LinkVerb.Set, request, wanted.Refusal, wanted.Detail);
                return;
            }

            SettingsChange change = wanted.Change;
            if (change.HasKept && !settings.Save(change))
            {
                Refuse(LinkVerb.Set, request, LinkRefusal.StorageFailed, 0);
                return;
            }

            if (change.Has(LinkSetting.Clock))
            {
                settings.SetClock(change.ClockUnixMs, clock.NowUs());
            }

            TellSettings(request);
        }

        private void TellSettings(int request)
        {
            writer.Begin(LinkVerb.Set, FrameKind.Answer, request);
            PutLong(LinkSetting.DeviceId, settings.DeviceId);
            PutByte(LinkSetting.Key, settings.HasKey ? 1 : 0);
            PutLong(LinkSetting.Clock, settings.ClockUnixMs(clock.NowUs()));
            PutByte(LinkSetting.Mains, settings.MainsHz);
            writer.PutByte(LinkSetting.RecordingSeconds);
            writer.PutByte(2);
            writer.PutInt16(settings.RecordingSeconds);
            PutByte(LinkSetting.Language, settings.Language);
            PutByte(LinkSetting.Brightness, settings.Brightness);
        }

        private void PutLong(int setting, long value)
        {
            writer.PutByte(setting);
            writer.PutByte(8);
            writer.PutInt64(value);
        }

        private void PutByte(int setting, int value)
        {
            writer.PutByte(setting);
            writer.PutByte(1);
            writer.PutByte(value);
        }

        private void SelfTest(int request)
        {
            int bytes = reader.PayloadLength;
            int action = bytes > 0 ? frame[LinkFormat.HeaderBytes] : -1;
            if ((action != SelfTestAction.Start || bytes != StartBytes) && (action != SelfTestAction.Poll || bytes != PollBytes))
            {
                Refuse(LinkVerb.SelfTest, request, LinkRefusal.Malformed, 0);
                return;
            }

            int from = action == SelfTestAction.Poll ? frame[LinkFormat.HeaderBytes + 1] : 0;
            if (action == SelfTestAction.Start && SelfTestState != Records.Link.SelfTestState.Running)
            {
                // One that is done has still to be left.
                StartsAgain = SelfTestWanted;
                SelfTestWanted = true;
                Lines = null;
                LinesInAll = 0;
                SelfTestState = Records.Link.SelfTestState.Running;
            }

            TellLines(request, from);
        }

        private void TellLines(int request, int from)
        {
            SelfTestLines lines = Lines;
            writer.Begin(LinkVerb.SelfTest, FrameKind.Answer, request);
            writer.PutByte(SelfTestState);
            writer.PutByte(lines == null ? 0 : lines.Count);
            writer.PutByte(LinesInAll);
            if (lines == null)
            {
                return;
            }

            int begin = lines.PlaceOf(from);
            int end = lines.EndWithin(begin, LineBytes);
            writer.PutBytes(lines.Bytes, begin, end - begin);
            if (end == lines.Length && SelfTestState >= Records.Link.SelfTestState.Done)
            {
                ResultTaken = true;
            }
        }
    }
}
