using EcgChip.Device.Link;
using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>What a session works with.</summary>
    public sealed class SessionParts
    {
        /// <summary>The board's front end.</summary>
        public FrontEndSettings FrontEnd;

        /// <summary>The bedside network, which classifies every beat live.</summary>
        public Model LiveModel;

        /// <summary>The seed network, which judges one beat of each shape of a finished recording.</summary>
        public Model AnalysisModel;

        /// <summary>The head for infarction behind the seed network's convolutions; null when there is none that fits.</summary>
        public HeadModel InfarctionModel;

        /// <summary>The screen.</summary>
        public MonitorScreen Screen;

        /// <summary>What the user can press.</summary>
        public IControls Controls;

        /// <summary>Where recordings are stored; open already.</summary>
        public RecordLog Log;

        /// <summary>Hears of every beat beside the session; null when nobody wants to.</summary>
        public IBeatListener Observer;

        /// <summary>Answers the desktop while no recording runs; null when nobody does.</summary>
        public LinkServer Link;
    }
}
