using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Device.Storage;
using EcgChip.Records;

namespace EcgChip.Device.Session
{
    /// <summary>
    /// Log and settings, as the session needs them: whether there is room, what was recorded last, when a recording begins. And what is written to flash
    /// beside records: settings that were chosen on the screens, and room for the next recording, made by freeing what is acknowledged. That is a
    /// resumable job (<see cref="Step"/>) that may stop everything for tens of milliseconds at a time: to be run while no sample is due.
    /// </summary>
    public sealed class SessionStorage
    {
        private readonly FirmwareSettings settings;
        private readonly ScreenContents shown;
        private readonly RecordLog log;
        private readonly StoredDeviceSettings stored;
        private readonly IClock clock;
        private readonly int mains;
        private readonly long deviceId;

        // Made when they are wanted, and given back when they are done: they take no room while a recording runs.
        private LogListing listing;
        private LogCleaner cleaner;
        private int wantedBytes;
        private bool cleans;

        /// <summary>Storage with nothing to do but to make room, should there be none.</summary>
        /// <param name="settings">What the user chooses.</param>
        /// <param name="parts">Log, screens, clock, and where settings are kept.</param>
        public SessionStorage(FirmwareSettings settings, SessionParts parts)
        {
            this.settings = settings;
            shown = parts.Screens.Contents;
            log = parts.Log;
            stored = parts.Stored;
            clock = parts.Clock;
            mains = (int)settings.Mains;
            deviceId = settings.DeviceId;
            MakeRoom();
        }

        /// <summary>False when the log has no room for the longest recording that may come next.</summary>
        public bool HasRoom
        {
            get { return log.RoomFor(Recording.LargestRecord(shown.DurationSeconds)) == LogStatus.Ok; }
        }

        /// <summary>Recordings for which there is room, as long as the next may be.</summary>
        public int RoomCount
        {
            get { return log.RoomCount(Recording.LargestRecord(shown.DurationSeconds)); }
        }

        /// <summary>False when the flash did not answer: then it is not full, but out of order.</summary>
        public bool IsSound
        {
            get { return log.Status != LogStatus.StoreFailed; }
        }

        /// <summary>True when there is something for <see cref="Step"/> to do.</summary>
        public bool IsWanted
        {
            get { return cleans || settings.HasChanged; }
        }

        /// <summary>True when settings could not be kept in the last step; they hold until the device is switched off.</summary>
        public bool HasFailed { get; private set; }

        /// <summary>True when what the session was made with has been set otherwise since.</summary>
        public bool IsOutdated
        {
            get { return stored != null && !IsWanted && (stored.MainsHz != mains || stored.DeviceId != deviceId); }
        }

        /// <summary>Says when a recording begins: now. Where nobody has set the clock, its time stays unknown.</summary>
        public void SetStart(RecordContents contents)
        {
            long unixMs = stored == null || clock == null ? 0 : stored.ClockUnixMs(clock.NowUs());
            if (unixMs > 0)
            {
                contents.SetStart(unixMs);
            }
        }

        /// <summary>Wants acknowledged recordings freed where there is no room for the next.</summary>
        public void MakeRoom()
        {
            int bytes = Recording.LargestRecord(shown.DurationSeconds);
            if (log.RoomFor(bytes) == LogStatus.Full && log.HasAcknowledged)
            {
                Clean(bytes);
            }
        }

        /// <summary>Wants acknowledged recordings freed.</summary>
        /// <param name="recordBytes">Size of a record for which there shall be room; 0 to free whole segments alone, and keep the history.</param>
        public void Clean(int recordBytes)
        {
            cleans = log.IsOpen;
            wantedBytes = recordBytes > wantedBytes ? recordBytes : wantedBytes;
        }

        /// <summary>One step of what has to be written.</summary>
        /// <returns>True when nothing is left to do.</returns>
        public bool Step()
        {
            HasFailed = false;
            if (settings.HasChanged)
            {
                settings.HasChanged = false;
                HasFailed = stored != null && !stored.Keep(settings);
            }
            else if (cleaner == null)
            {
                cleaner = new LogCleaner(log);
                cleaner.Begin(wantedBytes);
            }
            else if (cleaner.Step())
            {
                cleaner = null;
                cleans = false;
                wantedBytes = 0;
            }

            return !IsWanted;
        }

        /// <summary>Wants to know what the last recordings were.</summary>
        public void BeginListing()
        {
            shown.HistoryCount = 0;
            if (log.IsOpen)
            {
                listing = new LogListing(log);
                listing.Begin(shown.HistorySequence, shown.HistoryMinutes, shown.HistoryAnswer, shown.HistorySynced);
            }
        }

        /// <summary>Does not want to know it any more.</summary>
        public void EndListing()
        {
            listing = null;
        }

        /// <summary>Reads a page for it.</summary>
        /// <param name="screens">Told when it is known.</param>
        /// <returns>False when there was nothing to read.</returns>
        public bool List(DeviceScreens screens)
        {
            if (listing == null)
            {
                return false;
            }

            if (listing.Step())
            {
                shown.HistoryCount = listing.Count;
                listing = null;
                screens.Changed();
            }

            return true;
        }
    }
}
