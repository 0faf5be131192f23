using System.IO;
using EcgChip.Records;

namespace EcgChip.Device.Storage
{
    /// <summary>
    /// The log's files in one folder of the flash: 00000001.seg and so on, and beside a segment what is acknowledged of it, .ack, and what will take its
    /// place, .new. One file at a time is held open to be appended to, and one to be read. Bytes are safe once their file
    /// is closed: nanoFramework's Flush does not make littlefs commit them, so <see cref="Flush"/> closes.
    /// </summary>
    public sealed class FileSegmentStore : ISegmentStore
    {
        private const string NumberFormat = "D8";
        private const int Digits = 8;
        private const int ExtensionLength = 4;
        private const int Ten = 10;
        private const int NoSegment = -1;

        /// <summary>littlefs gives out the ESP32's flash in erase blocks of 4 KB.</summary>
        private const int BlockBytes = LogFormat.BlockBytes;

        /// <summary>
        /// Of a file's block: all but the first begin with pointers to blocks before, of 8 bytes on average (littlefs, DESIGN.md, "CTZ skip-lists").
        /// </summary>
        private const int DataOfBlock = BlockBytes - 8;

        /// <summary>
        /// Blocks that are not offered: two for the root and two for the folder, which littlefs keeps twice; three for the settings, old, new and the one
        /// being written; one for the copy of a block that is being rewritten; two for acknowledgements and the empty segment that keeps the
        /// numbering, without which nothing could be freed on a full flash.
        /// </summary>
        private const int ReservedBlocks = 10;

        /// <summary>
        /// Files that a folder's first pair of blocks holds: about 40 bytes each of the half that littlefs fills before it parts them. Estimate.
        /// </summary>
        private const int FilesOfPair = 50;

        private readonly string folder;
        private readonly long capacity;
        private FileStream appended;
        private FileStream read;
        private int appendedFile = NoSegment;
        private int readFile = NoSegment;
        private long blocks;
        private int fileCount;

        /// <summary>A store in a folder, which is made when it is missing.</summary>
        /// <param name="folder">The folder, "I:\log".</param>
        /// <param name="capacity">Bytes of the whole partition: nanoFramework does not tell how much of one is free.</param>
        public FileSegmentStore(string folder, long capacity)
        {
            this.folder = folder;
            this.capacity = capacity;
            try
            {
                if (!Directory.Exists(folder))
                {
                    Directory.CreateDirectory(folder);
                }
            }
            catch (IOException)
            {
                // without its folder every later answer is a failure, which is what the log reports
            }
        }

        /// <inheritdoc/>
        public int[] Segments()
        {
            Close();
            string[] files;
            try
            {
                files = Directory.GetFiles(folder);
            }
            catch (IOException)
            {
                return null;
            }

            int[] numbers = new int[files.Length];
            blocks = 0;
            fileCount = 0;
            for (int i = 0; i < files.Length; i++)
            {
                int number = NumberOf(Path.GetFileName(files[i]));
                if (number != NoSegment)
                {
                    numbers[fileCount] = number;
                    fileCount++;
                    CountBlocks(number, BlocksOf(Length(number)));
                }
            }

            Close();
            if (fileCount == numbers.Length)
            {
                return numbers;
            }

            int[] segments = new int[fileCount];
            for (int i = 0; i < fileCount; i++)
            {
                segments[i] = numbers[i];
            }

            return segments;
        }

        /// <inheritdoc/>
        public int Length(int segment)
        {
            try
            {
                if (segment == appendedFile)
                {
                    return (int)appended.Length;
                }

                return IsThere(segment) ? (int)OpenToRead(segment).Length : 0;
            }
            catch (IOException)
            {
                // nothing is known of an open file that failed; it is opened anew when it is needed
                Close();
                return -1;
            }
        }

        /// <inheritdoc/>
        public int Read(int segment, int position, byte[] buffer, int offset, int count)
        {
            try
            {
                if (segment == appendedFile && !CloseAppended())
                {
                    return 0;
                }

                if (!IsThere(segment))
                {
                    return 0;
                }

                FileStream stream = OpenToRead(segment);
                if (position >= stream.Length)
                {
                    return 0;
                }

                stream.Position = position;
                return stream.Read(buffer, offset, count);
            }
            catch (IOException)
            {
                Close();
                return 0;
            }
        }

        /// <inheritdoc/>
        public bool Append(int segment, byte[] buffer, int offset, int count)
        {
            try
            {
                FileStream stream = OpenToAppend(segment);
                long before = stream.Length;
                stream.Write(buffer, offset, count);
                CountBlocks(segment, BlocksOf(before + count) - BlocksOf(before));
                return true;
            }
            catch (IOException)
            {
                Close();
                return false;
            }
        }

        /// <inheritdoc/>
        public bool Flush(int segment)
        {
            return appendedFile != segment || CloseAppended();
        }

        /// <inheritdoc/>
        public bool Delete(int segment)
        {
            try
            {
                if (!IsThere(segment))
                {
                    return true;
                }

                int length = Length(segment);
                Close();
                File.Delete(PathOf(segment));
                CountBlocks(segment, -BlocksOf(length));
                fileCount--;
                return true;
            }
            catch (IOException)
            {
                Close();
                return false;
            }
        }

        /// <inheritdoc/>
        public bool Rename(int segment, int newSegment)
        {
            try
            {
                if (!Close())
                {
                    return false;
                }

                File.Move(PathOf(segment), PathOf(newSegment));
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }

        /// <inheritdoc/>
        public long FreeBytes()
        {
            long others = ReservedBlocks + 2 * (fileCount / FilesOfPair);
            long free = capacity / BlockBytes - blocks - others;
            return free < 0 ? 0 : free * DataOfBlock;
        }

        private static long BlocksOf(long bytes)
        {
            return bytes <= 0 ? 0 : bytes <= BlockBytes ? 1 : (bytes + DataOfBlock - 1) / DataOfBlock;
        }

        private static string ExtensionOf(int kind)
        {
            switch (kind)
            {
                case LogFile.RecordsKind:
                    return ".seg";
                case LogFile.AcknowledgedKind:
                    return ".ack";
                case LogFile.ReplacementKind:
                    return ".new";
                default:
                    return ".set";
            }
        }

        /// <summary>Number of a file by its name; <see cref="NoSegment"/> for one that is none of the log's.</summary>
        private static int NumberOf(string name)
        {
            if (name.Length != Digits + ExtensionLength)
            {
                return NoSegment;
            }

            int number = 0;
            for (int i = 0; i < Digits; i++)
            {
                int digit = name[i] - '0';
                if (digit < 0 || digit >= Ten)
                {
                    return NoSegment;
                }

                number = number * Ten + digit;
            }

            string extension = name.Substring(Digits);
            for (int kind = 0; kind < LogFile.KindCount; kind++)
            {
                if (extension == ExtensionOf(kind))
                {
                    return number + kind * LogFile.KindStep;
                }
            }

            return NoSegment;
        }

        private string PathOf(int file)
        {
            return folder + "\\" + LogFile.SegmentOf(file).ToString(NumberFormat) + ExtensionOf(LogFile.KindOf(file));
        }

        // Room for settings is set aside, whether they are there or not.
        private void CountBlocks(int file, long more)
        {
            if (LogFile.KindOf(file) != LogFile.SettingsKind)
            {
                blocks += more;
            }
        }

        private FileStream OpenFile(int file, FileMode mode, FileAccess access)
        {
            return new FileStream(PathOf(file), mode, access);
        }

        private bool IsThere(int file)
        {
            return file == appendedFile || file == readFile || File.Exists(PathOf(file));
        }

        private FileStream OpenToRead(int file)
        {
            if (readFile != file)
            {
                CloseRead();
                read = OpenFile(file, FileMode.Open, FileAccess.Read);
                readFile = file;
            }

            return read;
        }

        private FileStream OpenToAppend(int file)
        {
            if (appendedFile == file)
            {
                return appended;
            }

            if (!CloseAppended())
            {
                throw new IOException();
            }

            if (readFile == file)
            {
                CloseRead();
            }

            bool isNew = !File.Exists(PathOf(file));
            appended = OpenFile(file, FileMode.Append, FileAccess.Write);
            appendedFile = file;
            fileCount += isNew ? 1 : 0;
            return appended;
        }

        private bool Close()
        {
            CloseRead();
            return CloseAppended();
        }

        private void CloseRead()
        {
            FileStream stream = read;
            read = null;
            readFile = NoSegment;
            CloseStream(stream);
        }

        private bool CloseAppended()
        {
            FileStream stream = appended;
            appended = null;
            appendedFile = NoSegment;
            return CloseStream(stream);
        }

        private static bool CloseStream(FileStream stream)
        {
            if (stream == null)
            {
                return true;
            }

            try
            {
                stream.Close();
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
