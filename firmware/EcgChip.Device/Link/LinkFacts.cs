using EcgChip.Device.Seams;
using EcgChip.Records;

namespace EcgChip.Device.Link
{
    /// <summary>What the device tells of itself besides its settings; each part may be null while it is not there.</summary>
    public sealed class LinkFacts
    {
        /// <summary>Names the models in the head of every record: they are those on the device.</summary>
        public RecordContents Contents;

        /// <summary>The log, open.</summary>
        public RecordLog Log;

        /// <summary>The battery.</summary>
        public IBattery Battery;
    }
}
