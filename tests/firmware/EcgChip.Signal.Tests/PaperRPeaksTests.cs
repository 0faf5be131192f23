using System;
using System.Linq;

namespace EcgChip.Signal.Tests;

public class PaperRPeaksTests
{
    private const int Mask = 2047;

    [Fact]
    public void The_papers_rule_finds_the_high_peaks_and_misses_those_below_nine_tenths() =>
        Assert.Equal(Enumerable.Range(0, 12).Where(i => i % 3 != 2).Select(i => (i * 100) + 50), Find(0));

    [Fact]
    public void A_window_may_lie_anywhere_in_the_ring_and_over_its_end() =>
        Assert.Equal(Find(0).Select(peak => peak + 1500), Find(1500));

    [Fact]
    public void A_flat_window_has_no_peaks() => Assert.Equal(0, PaperRPeaks.Find(new short[Mask + 1], Mask, 0, BeatWindow.ScalingSamples, new int[10]));

    /// <summary>The peaks in a window of triangles every 100 samples, each third of them lower.</summary>
    private static int[] Find(int start)
    {
        short[] ring = new short[Mask + 1];
        for (int n = 0; n < BeatWindow.ScalingSamples; n++)
        {
            int height = n / 100 % 3 == 2 ? 880 : 1000;
            ring[(start + n) & Mask] = (short)Math.Max(0, height - (Math.Abs((n % 100) - 50) * height / 10));
        }

        int[] peaks = new int[100];
        return peaks[..PaperRPeaks.Find(ring, Mask, start, start + BeatWindow.ScalingSamples, peaks)];
    }
}
