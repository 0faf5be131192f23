using System;
using EcgChip.Device.Security;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link.Verbs
{
    /// <summary>
    /// A piece of a record with its seal behind it, from any place on: a transfer that broke off goes on where it was. Damaged records are given, and sealed, as
    /// they are; whoever gets them sees by their own checksum that they are damaged.
    /// </summary>
    internal sealed class GetVerb : LinkJob
    {
        private const int RequestBytes = (2 * LittleEndian.Int32Bytes) + LittleEndian.Int16Bytes;

        private readonly LinkServer server;
        private readonly LinkCall call;
        private readonly Collection collection;
        private byte[] deviceKey;
        private Stage stage;
        private int sequence;
        private int offset;
        private int wanted;

        internal GetVerb(LinkServer server, LinkCall call, Collection collection)
        {
            this.server = server;
            this.call = call;
            this.collection = collection;
        }

        private enum Stage
        {
            Begin = 0,
            Find = 1,
            Key = 2,
            Derive = 3,
            Seal = 4,
            Give = 5,
        }

        internal override bool Step()
        {
            switch (stage)
            {
                case Stage.Begin:
                    return Begin();
                case Stage.Find:
                    return collection.Reader.Step() && Found();
                case Stage.Key:
                    return ReadKey();
                case Stage.Derive:
                    collection.RecordKey = DeviceKeys.Record(deviceKey);
                    deviceKey = null;
                    stage = Stage.Seal;
                    return false;
                case Stage.Seal:
                    return Seal();
                default:
                    return Give();
            }
        }

        private bool Begin()
        {
            if (call.Length != RequestBytes)
            {
                call.Refuse(LinkRefusal.Malformed, 0);
                return true;
            }

            sequence = LittleEndian.GetInt32(call.Frame, call.Offset);
            offset = LittleEndian.GetInt32(call.Frame, call.Offset + LittleEndian.Int32Bytes);
            wanted = LittleEndian.GetInt16(call.Frame, call.Offset + (2 * LittleEndian.Int32Bytes));
            wanted = wanted > SessionFormat.LargestPiece ? SessionFormat.LargestPiece : wanted;
            if (collection.StandsOn(sequence))
            {
                return Found();
            }

            return Find();
        }

        private bool Find()
        {
            collection.Reader.BeginFind(sequence);
            stage = Stage.Find;
            return false;
        }

        private bool Found()
        {
            LogReader reader = collection.Reader;
            if (reader.Status != LogStatus.Ok)
            {
                call.Refuse(
                    reader.Status == LogStatus.StoreFailed ? LinkRefusal.StorageFailed : LinkRefusal.NoRecord, reader.Status == LogStatus.Gone ? 1 : 0);
                return true;
            }

            int whole = reader.Length + RecordSealFormat.Bytes;
            if (offset < 0 || offset >= whole)
            {
                call.Refuse(LinkRefusal.NoRecord, 0);
                return true;
            }

            wanted = wanted < whole - offset ? wanted : whole - offset;
            bool needsSeal = offset + wanted > reader.Length && (collection.Sealing == null || collection.Sealing.Seal == null || collection.Sealing.Sequence != sequence);
            stage = !needsSeal ? Stage.Give : collection.RecordKey == null ? Stage.Key : Stage.Seal;
            if (needsSeal)
            {
                collection.Sealing = null;
            }

            return false;
        }

        private bool ReadKey()
        {
            deviceKey = new byte[DeviceKeys.Bytes];
            if (!server.Settings.ReadKey(deviceKey))
            {
                call.Refuse(LinkRefusal.StorageFailed, 0);
                return true;
            }

            stage = Stage.Derive;
            return false;
        }

        private bool Seal()
        {
            if (!collection.StandsOn(sequence))
            {
                collection.Sealing = null;
                return Find();
            }

            if (collection.Sealing == null)
            {
                collection.Sealing = new RecordSealing(collection.RecordKey, server.Settings.DeviceId, collection.Reader);
            }

            if (collection.Sealing.Step())
            {
                if (collection.Sealing.Failed)
                {
                    collection.Sealing = null;
                    call.Refuse(LinkRefusal.StorageFailed, 0);
                    return true;
                }

                stage = Stage.Give;
            }

            return false;
        }

        private bool Give()
        {
            LogReader reader = collection.Reader;
            if (!collection.StandsOn(sequence))
            {
                return Find();
            }

            byte[] piece = new byte[wanted];
            int ofRecord = reader.Length - offset;
            ofRecord = ofRecord < 0 ? 0 : ofRecord < wanted ? ofRecord : wanted;
            if (ofRecord > 0 && reader.Read(offset, piece, 0, ofRecord) != ofRecord)
            {
                call.Refuse(LinkRefusal.StorageFailed, 0);
                return true;
            }

            if (ofRecord < wanted)
            {
                Array.Copy(collection.Sealing.Seal, offset + ofRecord - reader.Length, piece, ofRecord, wanted - ofRecord);
            }

            FrameWriter writer = call.Answer();
            writer.PutInt32(sequence);
            writer.PutInt32(offset);
            writer.PutInt32(reader.Length + RecordSealFormat.Bytes);
            writer.PutBytes(piece, 0, wanted);
            return true;
        }
    }
}
