using EcgChip.Signal;
using nanoFramework.TestFramework;

namespace EcgChip.Firmware.NanoTests
{
    /// <summary>The R peak detector on a strip whose R peaks are known.</summary>
    [TestClass]
    public class RPeakTests
    {
        // As the signal path hands them on.
        private const int Block = 8;

        /// <summary>Every beat, the early and wide one too, and no T wave.</summary>
        [TestMethod]
        public void Every_R_peak_of_the_strip_is_found_and_nothing_else()
        {
            FindsThePeaks(new RPeakDetector(), Strip.Make(1), Block);
        }

        /// <summary>Exchanged electrodes turn every beat over.</summary>
        [TestMethod]
        public void Every_R_peak_is_found_upside_down()
        {
            FindsThePeaks(new RPeakDetector(), Strip.Make(-1), Block);
        }

        /// <summary>One at a time gives what blocks give.</summary>
        [TestMethod]
        public void It_does_not_matter_how_the_samples_are_parted()
        {
            FindsThePeaks(new RPeakDetector(), Strip.Make(1), 1);
        }

        /// <summary>A flat line has no beats.</summary>
        [TestMethod]
        public void Silence_has_no_beats()
        {
            Assert.AreEqual(0, Find(new RPeakDetector(), new short[Strip.Length], Block, new int[1]));
        }

        private static void FindsThePeaks(RPeakDetector detector, short[] strip, int block)
        {
            int[] peaks = Strip.Peaks();
            int[] found = new int[2 * peaks.Length];
            Assert.AreEqual(peaks.Length, Find(detector, strip, block, found), "R peaks");
            for (int beat = 0; beat < peaks.Length; beat++)
            {
                Assert.AreEqual(peaks[beat], found[beat], "R peak");
            }
        }

        private static int Find(RPeakDetector detector, short[] strip, int block, int[] found)
        {
            int count = 0;
            for (int at = 0; at < Strip.Length; at += block)
            {
                if (!detector.Add(strip, Strip.Length - 1, at, block))
                {
                    continue;
                }

                while (detector.TryNext(out int peak))
                {
                    Assert.IsTrue(count < found.Length, "More R peaks than there can be");
                    found[count] = peak;
                    count++;
                }
            }

            return count;
        }
    }
}
