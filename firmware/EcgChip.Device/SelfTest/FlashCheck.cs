using System.IO;
using EcgChip.Device.Seams;
using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>Writes a file to flash, reads it back and removes it. The file stands beside the log's folder, where no record is looked for.</summary>
    internal sealed class FlashCheck : BoardCheck
    {
        /// <summary>The file.</summary>
        public const string Path = "I:\\selftest.tmp";

        private const int Bytes = 512;

        private readonly IClock clock;

        /// <summary>A check that has not begun.</summary>
        public FlashCheck(IClock clock)
        {
            this.clock = clock;
            Unit = SelfTestUnit.Microseconds;
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            long begun = clock.NowUs();
            bool same;
            try
            {
                same = WriteAndReadBack((int)begun);
            }
            catch (IOException)
            {
                same = false;
            }

            Value = (int)(clock.NowUs() - begun);
            Verdict = same ? SelfTestVerdict.Passed : SelfTestVerdict.Failed;
            return true;
        }

        // Other bytes each time: what an earlier test left would not pass for what this one wrote.
        private static bool WriteAndReadBack(int seed)
        {
            byte[] written = new byte[Bytes];
            for (int i = 0; i < Bytes; i++)
            {
                written[i] = (byte)Checksum.With(seed, i);
            }

            FileStream stream = new FileStream(Path, FileMode.Create, FileAccess.Write);
            stream.Write(written, 0, Bytes);
            stream.Close();
            byte[] read = new byte[Bytes];
            stream = new FileStream(Path, FileMode.Open, FileAccess.Read);
            int count = stream.Read(read, 0, Bytes);
            stream.Close();
            File.Delete(Path);
            int wrong = Bytes - count;
            for (int i = 0; i < Bytes; i++)
            {
                wrong |= read[i] ^ written[i];
            }

            return wrong == 0;
        }
    }
}
