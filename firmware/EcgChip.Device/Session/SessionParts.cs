using EcgChip.Device.Link;
using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Device.Storage;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>What a session works with.</summary>
    public sealed class SessionParts
    {
        /// <summary>The bedside network's place among a record's models.</summary>
        public const int LiveIndex = 0;

        /// <summary>The seed network's place among them.</summary>
        public const int AnalysisIndex = 1;

        /// <summary>The board's front end.</summary>
        public FrontEndSettings FrontEnd;

        /// <summary>The bedside network, which classifies every beat live.</summary>
        public Model LiveModel;

        /// <summary>The seed network, which judges one beat of each shape of a finished recording.</summary>
        public Model AnalysisModel;

        /// <summary>The head for infarction behind the seed network's convolutions; null when there is none that fits.</summary>
        public HeadModel InfarctionModel;

        /// <summary>The screens.</summary>
        public DeviceScreens Screens;

        /// <summary>The battery; null where none is watched.</summary>
        public IBattery Battery;

        /// <summary>What switches the device off; null where nothing does.</summary>
        public IPower Power;

        /// <summary>What the user can press.</summary>
        public IControls Controls;

        /// <summary>Where recordings are stored; open already.</summary>
        public RecordLog Log;

        /// <summary>Hears of every beat beside the session; null when nobody wants to.</summary>
        public IBeatListener Observer;

        /// <summary>Answers the desktop while no recording runs; null when nobody does.</summary>
        public LinkServer Link;

        /// <summary>Keeps what is set, and has the time of day; null where nothing is kept.</summary>
        public StoredDeviceSettings Stored;

        /// <summary>The monotonic clock; null where there is no time of day either.</summary>
        public IClock Clock;

        /// <summary>A record to be filled, with what stays the same from recording to recording: settings and models.</summary>
        /// <param name="settings">How the session works.</param>
        public RecordContents NewContents(FirmwareSettings settings)
        {
            RecordContents contents = Recording.MakeContents(settings.LongestSeconds);
            contents.DeviceId = settings.DeviceId;
            contents.FrontEndGain = FrontEnd.Gain;
            contents.MainsFrequency = (int)settings.Mains;
            contents.AddModel(new ModelReference(ModelRole.Live, LiveModel.Name, LiveModel.Hash));
            contents.AddModel(new ModelReference(ModelRole.Representative, AnalysisModel.Name, AnalysisModel.Hash));
            if (InfarctionModel != null)
            {
                contents.AddModel(new ModelReference(ModelRole.Infarction, InfarctionModel.Name, InfarctionModel.Hash));
            }

            return contents;
        }
    }
}
