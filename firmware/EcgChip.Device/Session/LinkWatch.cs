using EcgChip.Device.Link;
using EcgChip.Device.Screens;

namespace EcgChip.Device.Session
{
    /// <summary>Looks at the link when there is nothing else to do, and tells the session what comes over it.</summary>
    public sealed class LinkWatch
    {
        private readonly LinkServer link;
        private readonly BedsideFlow flow;
        private readonly DeviceScreens screens;
        private readonly SessionStorage storage;
        private bool syncs;

        /// <summary>A watch.</summary>
        /// <param name="link">Answers the desktop; null when nobody does.</param>
        /// <param name="flow">Hears when a sync begins and ends.</param>
        /// <param name="screens">Show how far it is.</param>
        /// <param name="storage">Frees what was acknowledged.</param>
        public LinkWatch(LinkServer link, BedsideFlow flow, DeviceScreens screens, SessionStorage storage)
        {
            this.link = link;
            this.flow = flow;
            this.screens = screens;
            this.storage = storage;
        }

        /// <summary>True while somebody has a session: the next request comes soon.</summary>
        public bool HasSession
        {
            get { return link != null && link.HasSession; }
        }

        /// <summary>A slice.</summary>
        /// <param name="busy">True while a recording runs or is being finished: everything is refused then.</param>
        /// <returns>False when there was nothing to do.</returns>
        public bool Step(bool busy)
        {
            if (link == null)
            {
                return false;
            }

            bool worked = link.Step(busy);
            if (link.IsSyncing != syncs)
            {
                syncs = !syncs;
                flow.Handle(syncs ? SessionEvent.SyncBegan : SessionEvent.SyncEnded);
                if (!syncs)
                {
                    // Whoever left without a farewell may have acknowledged something.
                    storage.Clean(0);
                }
            }

            if (syncs && screens.Contents.Progress != link.SyncPercent)
            {
                screens.Contents.Progress = link.SyncPercent;
                screens.Changed();
            }

            return worked;
        }
    }
}
