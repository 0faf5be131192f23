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

        /// <summary>The network that classifies the beats.</summary>
        public Model Model;

        /// <summary>The screen.</summary>
        public MonitorScreen Screen;

        /// <summary>What the user can press.</summary>
        public IControls Controls;

        /// <summary>Where recordings are stored; open already.</summary>
        public RecordLog Log;

        /// <summary>Hears of every beat beside the session; null when nobody wants to.</summary>
        public IBeatListener Observer;
    }
}
