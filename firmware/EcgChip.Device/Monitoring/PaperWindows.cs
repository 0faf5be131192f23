using EcgChip.Signal;

namespace EcgChip.Device.Monitoring
{
    /// <summary>
    /// R peaks by the paper's batch rule, in windows of 10 s that follow each other. For comparison with the streaming detector: a window is
    /// searched at once, which takes the chip longer than a slice may.
    /// </summary>
    internal sealed class PaperWindows
    {
        private readonly short[] ring;
        private readonly int ringMask;
        private readonly int[] peaks = new int[BeatWindow.ScalingSamples / 2];
        private int start;
        private int count;
        private int given;

        /// <summary>Windows over a ring of conditioned samples.</summary>
        /// <param name="ring">Sample i stands at <c>i &amp; mask</c>; longer than a window.</param>
        /// <param name="mask">Length of the ring less one.</param>
        public PaperWindows(short[] ring, int mask)
        {
            this.ring = ring;
            ringMask = mask;
        }

        /// <summary>Begins the first window of a stretch of signal.</summary>
        public void Begin(int firstSample)
        {
            start = firstSample;
        }

        /// <summary>Samples from this one on that the window still has room for; with none, search it with <see cref="Search"/>.</summary>
        public int RoomFrom(int sample)
        {
            return start + BeatWindow.ScalingSamples - sample;
        }

        /// <summary>Searches the window up to a sample, full or not, and begins the next.</summary>
        public void Search(int newestSample)
        {
            count = PaperRPeaks.Find(ring, ringMask, start, newestSample + 1, peaks);
            given = 0;
            start = newestSample + 1;
        }

        /// <summary>Gives the next R peak found, a sample index since power-up.</summary>
        public bool TryNext(out int peak)
        {
            peak = given < count ? peaks[given] : 0;
            given++;
            return given <= count;
        }
    }
}
