using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link.Verbs
{
    /// <summary>
    /// A record is safe elsewhere: from now on the device may free it, and not before. One that was acknowledged, or is freed already, is acknowledged again. Where
    /// the flash has no room for that, whatever may be freed is freed, and it is tried once more.
    /// </summary>
    internal sealed class AcknowledgeVerb : LinkJob
    {
        private readonly LinkCall call;
        private readonly Collection collection;
        private int sequence;
        private bool searches;
        private LogCleaner cleaner;

        internal AcknowledgeVerb(LinkCall call, Collection collection)
        {
            this.call = call;
            this.collection = collection;
        }

        internal override bool Step()
        {
            if (cleaner != null && cleaner.Status == LogStatus.Working)
            {
                if (cleaner.Step())
                {
                    collection.Reader.BeginFind(sequence);
                }

                return false;
            }

            if (!searches)
            {
                if (call.Length != LittleEndian.Int32Bytes)
                {
                    call.Refuse(LinkRefusal.Malformed, 0);
                    return true;
                }

                searches = true;
                sequence = LittleEndian.GetInt32(call.Frame, call.Offset);
                collection.Reader.BeginFind(sequence);
                return false;
            }

            return collection.Reader.Step() && Found();
        }

        private bool Found()
        {
            LogStatus status = collection.Reader.Status;
            if (status == LogStatus.Ok)
            {
                status = collection.Reader.Acknowledge();
            }

            if (status == LogStatus.StoreFailed)
            {
                if (cleaner == null)
                {
                    cleaner = new LogCleaner(collection.Log);
                    cleaner.Begin(0);
                    return false;
                }

                call.Refuse(LinkRefusal.StorageFailed, 0);
                return true;
            }

            if (status != LogStatus.Ok && status != LogStatus.Gone)
            {
                call.Refuse(LinkRefusal.NoRecord, 0);
                return true;
            }

            FrameWriter writer = call.Answer();
            writer.PutInt32(sequence);
            writer.PutInt32(collection.Log.UnsyncedCount);
            return true;
        }
    }
}
