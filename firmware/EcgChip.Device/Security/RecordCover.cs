using System;
using EcgChip.Records;

namespace EcgChip.Device.Security
{
    /// <summary>
    /// Covers records with AES-128 in counter mode, under a key made of the device's. The key is read from the flash when it is wanted and let go behind the record,
    /// so that nothing of it is in the heap while a recording runs. What is drawn for a record is drawn for every attempt to store it: what a power cut left of one
    /// is never covered with the same stream as what is written in its place.
    /// </summary>
    public sealed class RecordCover : IRecordCover
    {
        private readonly SettingsStore settings;
        private KeyStream stream;
        private byte[] deviceKey;
        private byte[] key;
        private byte[] start;

        /// <summary>With the key that stands in the settings, or none while none does.</summary>
        public RecordCover(SettingsStore settings)
        {
            this.settings = settings;
        }

        /// <inheritdoc/>
        public bool Prepare()
        {
            if (stream != null)
            {
                return true;
            }

            if (deviceKey == null)
            {
                byte[] read = new byte[DeviceKeys.Bytes];
                deviceKey = settings.ReadKey(read) ? read : null;
                return deviceKey == null;
            }

            Derive();
            return true;
        }

        /// <inheritdoc/>
        public bool Draw(byte[] header)
        {
            // Another key may have been set since.
            Release();
            if (!Load())
            {
                return false;
            }

            LittleEndian.PutInt32(header, 0, RecordCoverFormat.Magic);
            Array.Copy(key, KeyStream.BlockBytes, header, RecordCoverFormat.KeyOffset, RecordCoverFormat.KeyBytes);
            byte[] drawn = Nonces.Make(key, 0);
            Array.Copy(drawn, 0, header, RecordCoverFormat.StartOffset, RecordCoverFormat.StartBytes);
            Array.Copy(drawn, 0, start, 0, RecordCoverFormat.StartBytes);
            return true;
        }

        /// <inheritdoc/>
        public bool Take(byte[] header)
        {
            if (!Load() || !ConstantTime.AreEqual(key, KeyStream.BlockBytes, header, RecordCoverFormat.KeyOffset, RecordCoverFormat.KeyBytes))
            {
                return false;
            }

            Array.Copy(header, RecordCoverFormat.StartOffset, start, 0, RecordCoverFormat.StartBytes);
            return true;
        }

        /// <inheritdoc/>
        public void Cover(int place, byte[] bytes, int offset, int count)
        {
            stream.Cover(start, place, bytes, offset, count);
        }

        /// <inheritdoc/>
        public void Release()
        {
            stream = null;
            deviceKey = null;
            key = null;
            start = null;
        }

        private bool Load()
        {
            while (!Prepare())
            {
            }

            return stream != null;
        }

        // Of the 32 bytes the first half is the cipher's key; the four behind it tell which key that is, and nothing of it.
        private void Derive()
        {
            key = DeviceKeys.Storage(deviceKey);
            deviceKey = null;
            start = new byte[RecordCoverFormat.StartBytes];
            byte[] half = new byte[KeyStream.BlockBytes];
            Array.Copy(key, 0, half, 0, half.Length);
            stream = new KeyStream(half);
        }
    }
}
