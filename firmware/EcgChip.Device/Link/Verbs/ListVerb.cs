using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link.Verbs
{
    /// <summary>The records that are not acknowledged, in the order of their numbers, from behind one on; as many as an answer holds.</summary>
    internal sealed class ListVerb : LinkJob
    {
        private readonly LinkCall call;
        private readonly Collection collection;
        private readonly int[] sequences = new int[SessionFormat.LargestList];
        private readonly int[] lengths = new int[SessionFormat.LargestList];
        private int count;
        private bool searches;
        private int after;

        internal ListVerb(LinkCall call, Collection collection)
        {
            this.call = call;
            this.collection = collection;
        }

        internal override bool Step()
        {
            LogReader reader = collection.Reader;
            if (!searches)
            {
                if (call.Length != LittleEndian.Int32Bytes)
                {
                    call.Refuse(LinkRefusal.Malformed, 0);
                    return true;
                }

                searches = true;
                after = LittleEndian.GetInt32(call.Frame, call.Offset);
                reader.BeginNext(after);
                return false;
            }

            if (!reader.Step())
            {
                return false;
            }

            if (reader.Status == LogStatus.StoreFailed)
            {
                call.Refuse(LinkRefusal.StorageFailed, 0);
                return true;
            }

            bool more = reader.Status == LogStatus.Ok;
            if (more && count < sequences.Length)
            {
                sequences[count] = reader.Sequence;
                lengths[count] = reader.Length + RecordSealFormat.Bytes;
                count++;
                reader.BeginNext(reader.Sequence);
                return false;
            }

            FrameWriter writer = call.Answer();
            writer.PutByte(more ? 1 : 0);
            for (int i = 0; i < count; i++)
            {
                writer.PutInt32(sequences[i]);
                writer.PutInt32(lengths[i]);
            }

            return true;
        }
    }
}
