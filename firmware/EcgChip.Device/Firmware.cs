using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Link;
using EcgChip.Device.Sampling;
using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Device.Security;
using EcgChip.Device.Session;
using EcgChip.Device.Storage;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;
using EcgChip.Records;

namespace EcgChip.Device
{
    /// <summary>Puts the parts of the program together on the board.</summary>
    public sealed class Firmware
    {
        /// <summary>Where the log of recordings stands.</summary>
        public const string LogDirectory = "I:\\log";

        private const int LogPageBytes = 128;

        /// <summary>Starts the board's parts, opens the log, and makes everything that the loop needs. Takes as long as it takes.</summary>
        /// <param name="settings">How it shall work.</param>
        /// <param name="observer">Hears of every beat; null when nobody wants to.</param>
        public Firmware(FirmwareSettings settings, IBeatListener observer)
            : this(settings, observer, new OpenedBoard(), null, null)
        {
        }

        /// <summary>Opens the log, and makes everything that the loop needs, on a board whose parts are open.</summary>
        /// <param name="settings">How it shall work.</param>
        /// <param name="observer">Hears of every beat; null when nobody wants to.</param>
        /// <param name="board">The board's parts.</param>
        /// <param name="link">Answers the desktop while no recording runs; null when nobody does.</param>
        /// <param name="stored">Keeps what is set, and has the time of day; null when nothing is kept.</param>
        public Firmware(FirmwareSettings settings, IBeatListener observer, OpenedBoard board, LinkServer link, StoredDeviceSettings stored)
        {
            LiveModel = new BedsideModel();
            AnalysisModel = new SeedModel();
            HeadModel head = new InfarctionModel();

            // A head that was trained behind another network says nothing; the rest works without it.
            InfarctionModel = HeadRunner.Fits(head, AnalysisModel) ? head : null;

            SessionParts parts = new SessionParts();
            parts.FrontEnd = Board.FrontEnd();
            parts.LiveModel = LiveModel;
            parts.AnalysisModel = AnalysisModel;
            parts.InfarctionModel = InfarctionModel;
            parts.Screens = DrawnScreens(board.Display);
            parts.Battery = board.Battery;
            parts.Power = board.Power;
            parts.Controls = board.Controls;
            parts.Log = OpenLog(settings);
            parts.Observer = observer;
            parts.Link = link;
            parts.Stored = stored;
            parts.Clock = new HighResClock();

            Session = new BedsideSession(settings, parts);
            Loop = new SampleLoop(parts.Clock, board.FrontEnd, Session);
        }

        /// <summary>The network that classifies every beat live.</summary>
        public Model LiveModel { get; }

        /// <summary>The network that judges one beat of each shape of a finished recording.</summary>
        public Model AnalysisModel { get; }

        /// <summary>The head for infarction behind that network's convolutions; null when it was trained behind another.</summary>
        public HeadModel InfarctionModel { get; }

        /// <summary>The session at the bedside.</summary>
        public BedsideSession Session { get; }

        /// <summary>The loop, to be run slot by slot.</summary>
        public SampleLoop Loop { get; }

        /// <summary>When sample 0 is due, in microseconds since power-up.</summary>
        public long FirstSampleUs
        {
            get { return Loop.StartUs; }
        }

        /// <summary>Index of the sample that is taken next.</summary>
        public int NextSample
        {
            get { return Loop.NextSample; }
        }

        /// <summary>Samples that were due and not taken.</summary>
        public int MissedSamples
        {
            get { return Loop.MissedSamples; }
        }

        /// <summary>Samples that were read late and corrected by interpolation.</summary>
        public int LateSamples
        {
            get { return Loop.LateSamples; }
        }

        /// <summary>Slots in which no sample was due, because a recording was being written to flash.</summary>
        public int PausedSamples
        {
            get { return Loop.PausedSamples; }
        }

        /// <summary>Starts a recording with the next sample, wherever the electrodes are: as a computer asks for it.</summary>
        public void StartRecording()
        {
            Loop.TakeWaiting();
            Session.Start(Loop.NextSample);
        }

        /// <summary>Ends the recording that runs, if any, with the sample taken last; what there is of it is kept.</summary>
        public void StopRecording()
        {
            Loop.TakeWaiting();
            Session.StopRecording();
        }

        /// <summary>No more samples come: beats that still miss a part of their signal get no class.</summary>
        public void EndMonitoring()
        {
            Loop.TakeWaiting();
            Session.EndMonitoring();
        }

        // The background takes hundreds of steps: drawn now, it does not delay what comes with the first beats.
        private static DeviceScreens DrawnScreens(Ili9341 display)
        {
            DeviceScreens screens = new DeviceScreens(display, new ScreenContents());
            while (!screens.Step())
            {
            }

            return screens;
        }

        /// <summary>Opens the log of recordings, which takes as long as it takes.</summary>
        public static RecordLog OpenLog(FirmwareSettings settings)
        {
            RecordLog log = new RecordLog(new FileSegmentStore(LogDirectory, settings.FlashBytes), settings.SegmentBytes, LogPageBytes);
            log.Cover = new RecordCover(new SettingsStore(log.Store));
            log.Open(LogCheck.NewestPayloads);
            while (!log.Step())
            {
            }

            return log;
        }

        /// <summary>Reads the settings that stand beside the log, the usual ones where there are none, and the chip's clock.</summary>
        public static StoredDeviceSettings OpenSettings(FirmwareSettings settings)
        {
            WallClock clock = new WallClock(new RealTimeClock(), new HighResClock().NowUs());
            return new StoredDeviceSettings(new SettingsStore(new FileSegmentStore(LogDirectory, settings.FlashBytes)), clock);
        }
    }
}
