using System.IO;
using EcgChip.Records;

namespace EcgChip.Device.Storage
{
    /// <summary>
    /// The log's segments as files in one folder of the flash, 00000001.seg and so on. One file at a time is held open. Bytes are safe once their file
    /// is closed: nanoFramework's Flush does not make littlefs commit them, so <see cref="Flush"/> closes.
    /// </summary>
    public sealed class FileSegmentStore : ISegmentStore
    {
        private const string Extension = ".seg";
        private const string NumberFormat = "D8";
        private const int Digits = 8;
        private const int Ten = 10;
        private const int NoSegment = -1;

        /// <summary>littlefs gives out the ESP32's flash in erase blocks of 4 KB.</summary>
        private const int BlockBytes = 4096;

        /// <summary>
        /// Blocks that are not offered: two each for volume, root and folder, which littlefs keeps twice, one for the copy of a block that is being
        /// rewritten, and one to spare.
        /// </summary>
        private const int ReservedBlocks = 8;

        private readonly string folder;
        private readonly long capacity;
        private FileStream open;
        private int openSegment = NoSegment;
        private bool openToAppend;
        private long blocks;

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
                return new int[0];
            }

            int count = 0;
            int[] numbers = new int[files.Length];
            blocks = 0;
            for (int i = 0; i < files.Length; i++)
            {
                int number = NumberOf(Path.GetFileName(files[i]));
                if (number != NoSegment)
                {
                    numbers[count] = number;
                    count++;
                    blocks += BlocksOf(Length(number));
                }
            }

            Close();
            int[] segments = new int[count];
            for (int i = 0; i < count; i++)
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
                if (openSegment != segment && !File.Exists(PathOf(segment)))
                {
                    return 0;
                }

                return (int)(openSegment == segment ? open : Open(segment, false)).Length;
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
                if (openSegment != segment && !File.Exists(PathOf(segment)))
                {
                    return 0;
                }

                FileStream stream = Open(segment, false);
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
                FileStream stream = Open(segment, true);
                long before = stream.Length;
                stream.Write(buffer, offset, count);
                blocks += BlocksOf(before + count) - BlocksOf(before);
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
            return openSegment != segment || Close();
        }

        /// <inheritdoc/>
        public bool Delete(int segment)
        {
            try
            {
                int length = Length(segment);
                Close();
                File.Delete(PathOf(segment));
                blocks -= BlocksOf(length);
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
            long free = capacity - (blocks + ReservedBlocks) * BlockBytes;
            return free < 0 ? 0 : free;
        }

        private static long BlocksOf(long bytes)
        {
            return bytes <= 0 ? 0 : (bytes + BlockBytes - 1) / BlockBytes;
        }

        /// <summary>Number in a segment's file name; <see cref="NoSegment"/> for a file that is none.</summary>
        private static int NumberOf(string name)
        {
            if (name.Length != Digits + Extension.Length || name.Substring(Digits) != Extension)
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

            return number;
        }

        private string PathOf(int segment)
        {
            return folder + "\\" + segment.ToString(NumberFormat) + Extension;
        }

        private FileStream Open(int segment, bool toAppend)
        {
            if (openSegment != segment || openToAppend != toAppend)
            {
                if (!Close())
                {
                    throw new IOException();
                }

                open = toAppend
                    ? new FileStream(PathOf(segment), FileMode.Append, FileAccess.Write)
                    : new FileStream(PathOf(segment), FileMode.Open, FileAccess.Read);
                openSegment = segment;
                openToAppend = toAppend;
            }

            return open;
        }

        private bool Close()
        {
            FileStream stream = open;
            open = null;
            openSegment = NoSegment;
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
