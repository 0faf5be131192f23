using EcgChip.Signal;

namespace EcgChip.Device
{
    /// <summary>How the firmware shall work: what a technician or user can choose.</summary>
    public sealed class FirmwareSettings
    {
        /// <summary>The longest recording that the design allows, in seconds.</summary>
        public const int LongestRecordingSeconds = 300;

        /// <summary>How long a recording usually is, in seconds.</summary>
        public const int UsualRecordingSeconds = 60;

        /// <summary>The brightest of the display's steps; 1 is the darkest.</summary>
        public const int BrightestStep = 5;

        /// <summary>Identifies the device; 0 when it was never set.</summary>
        public long DeviceId;

        /// <summary>Length of a recording, in seconds, 1 to <see cref="LongestRecordingSeconds"/>.</summary>
        public int RecordingSeconds = 60;

        /// <summary>Patient of the next recording: a number, 0 while none was given.</summary>
        public int PatientNumber;

        /// <summary>The screens' language, by its number.</summary>
        public int Language;

        /// <summary>How bright the display is, 1 to <see cref="BrightestStep"/>.</summary>
        public int Brightness = BrightestStep;

        /// <summary>True where there is the heap for five minutes: with PSRAM.</summary>
        public bool OffersFiveMinutes;

        /// <summary>Seconds without a press or a patient behind which the device switches itself off; 0 for never.</summary>
        public int SwitchOffSeconds = 120;

        /// <summary>True when the user has changed something that is to be kept.</summary>
        public bool HasChanged;

        /// <summary>Mains frequency to filter out.</summary>
        public MainsFrequency Mains = MainsFrequency.Hz50;

        /// <summary>True when R peaks are found by the paper's batch rule, to compare it with the streaming detector.</summary>
        public bool UsesPaperRule;

        /// <summary>How long after a sample's due time the middle of its readings lies, in microseconds: half of four readings of 0.1 ms, less half of one.</summary>
        public int AcquisitionLeadUs = 150;

        /// <summary>Bytes of the partition behind drive I:, 3 MB on a module with 16 MB of flash.</summary>
        public int FlashBytes = 3 * 1024 * 1024;

        /// <summary>Bytes that are written to flash in one slice.</summary>
        public int StoragePageBytes = 64;

        /// <summary>Bytes beyond which a segment of the log is not extended.</summary>
        public int SegmentBytes = 32 * 1024;

        /// <summary>The longest recording that may be asked for, in seconds: the heap for it is taken once.</summary>
        public int LongestSeconds
        {
            get
            {
                if (OffersFiveMinutes)
                {
                    return LongestRecordingSeconds;
                }

                return RecordingSeconds > UsualRecordingSeconds ? RecordingSeconds : UsualRecordingSeconds;
            }
        }
    }
}
