using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Keeps settings beside the log, in two files written in turn: whatever happens while one is written, the other holds what was set before. Nothing is
    /// held in the heap between two calls, the key least of all. To save takes some 4 ms of computing and the flash's time, to load half of that; not to be called while
    /// a recording runs.
    /// </summary>
    public sealed class SettingsStore
    {
        /// <summary>Bytes of the key that settings keep, whatever it is for.</summary>
        public const int KeyBytes = SettingsImage.KeyBytes;

        private const int First = 1;
        private const int Second = 2;
        private const int None = 0;

        private readonly ISegmentStore store;

        /// <summary>Settings in the store that the log is in: <see cref="RecordLog.Store"/>.</summary>
        public SettingsStore(ISegmentStore store)
        {
            if (store == null)
            {
                throw new ArgumentNullException(nameof(store));
            }

            this.store = store;
        }

        private enum FileState
        {
            Missing,
            Sound,
            Damaged,
            Unread,
        }

        /// <summary>Loads the settings saved last; defaults where there are none.</summary>
        public SettingsStatus Load(StoredSettings into)
        {
            byte[] image = new byte[SettingsImage.Bytes];
            SettingsStatus status = ReadNewest(image, out int newest, out _);
            if (newest == None)
            {
                into.Clear();
            }
            else
            {
                SettingsImage.Get(image, into);
            }

            return status;
        }

        /// <summary>Saves settings; the key stays. After <see cref="SettingsStatus.Ok"/> no power cut can undo it.</summary>
        public SettingsStatus Save(StoredSettings from)
        {
            return SaveWith(from, null);
        }

        /// <summary>Saves settings with a new key. The file of those before holds the old key until it is written over.</summary>
        /// <exception cref="ArgumentException">The key does not have <see cref="KeyBytes"/> bytes.</exception>
        public SettingsStatus SaveKey(StoredSettings from, byte[] key)
        {
            RequireKeyBytes(key);
            return SaveWith(from, key);
        }

        /// <summary>Reads the key. False when there is none, or it cannot be read; then nothing is changed.</summary>
        /// <exception cref="ArgumentException">There is not room for <see cref="KeyBytes"/> bytes exactly.</exception>
        public bool ReadKey(byte[] key)
        {
            RequireKeyBytes(key);
            byte[] image = new byte[SettingsImage.Bytes];
            ReadNewest(image, out int newest, out _);
            if (newest == None || !SettingsImage.HasKey(image))
            {
                return false;
            }

            SettingsImage.GetKey(image, key);
            return true;
        }

        private static void RequireKeyBytes(byte[] key)
        {
            if (key == null || key.Length != KeyBytes)
            {
                throw new ArgumentException("A key has 32 bytes.", nameof(key));
            }
        }

        private SettingsStatus SaveWith(StoredSettings from, byte[] key)
        {
            byte[] image = new byte[SettingsImage.Bytes];
            ReadNewest(image, out int newest, out bool unread);
            if (unread)
            {
                // What cannot be read just now may be the settings in force: it is not written over.
                return SettingsStatus.StoreFailed;
            }

            int generation = newest == None ? 0 : SettingsImage.Generation(image);
            if (key != null)
            {
                SettingsImage.PutKey(image, key);
            }

            SettingsImage.Put(image, from, generation + 1);
            int target = newest == First ? Second : First;
            int file = LogFile.Settings(target);
            bool written = store.Delete(file) && store.Append(file, image, 0, image.Length) && store.Flush(file);
            return written && Read(target, image) == FileState.Sound ? SettingsStatus.Ok : SettingsStatus.StoreFailed;
        }

        /// <summary>Reads the settings in force into the image; where there are none it is that of a device never set up.</summary>
        private SettingsStatus ReadNewest(byte[] image, out int newest, out bool unread)
        {
            FileState first = Read(First, image);
            int firstGeneration = SettingsImage.Generation(image);
            FileState second = Read(Second, image);
            newest = second == FileState.Sound ? Second : None;
            if (first == FileState.Sound && (newest == None || firstGeneration > SettingsImage.Generation(image)))
            {
                first = Read(First, image);
                newest = first == FileState.Sound ? First : None;
            }

            unread = first == FileState.Unread || second == FileState.Unread;
            bool damaged = first == FileState.Damaged || second == FileState.Damaged;
            if (newest != None)
            {
                return unread || damaged ? SettingsStatus.Previous : SettingsStatus.Ok;
            }

            SettingsImage.Clear(image);
            return unread ? SettingsStatus.StoreFailed : damaged ? SettingsStatus.Damaged : SettingsStatus.Defaults;
        }

        private FileState Read(int which, byte[] image)
        {
            int file = LogFile.Settings(which);
            int length = store.Length(file);
            if (length <= 0)
            {
                return length == 0 ? FileState.Missing : FileState.Unread;
            }

            if (length != image.Length)
            {
                return FileState.Damaged;
            }

            bool read = store.Read(file, 0, image, 0, image.Length) == image.Length;
            return !read ? FileState.Unread : SettingsImage.IsSound(image) ? FileState.Sound : FileState.Damaged;
        }
    }
}
