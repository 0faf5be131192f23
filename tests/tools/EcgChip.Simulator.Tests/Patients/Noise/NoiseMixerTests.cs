using System.Linq;
using CsCheck;
using EcgChip.Simulator.Patients.Noise;

namespace EcgChip.Simulator.Tests.Patients.Noise;

public class NoiseMixerTests
{
    // One sample a second: the schedule is 300, 420, 540 ...
    private const double Hz = 1;

    [Fact]
    public void Five_minutes_are_clean_then_two_are_noisy_and_two_clean_in_turn()
    {
        // Noise of 0 and 10 in turn; at the last clean sample, 299, it stands at 10: that is taken off.
        int[] noise = [.. Enumerable.Range(0, 1000).Select(i => i % 2 * 10)];
        int[] mixed = NoiseMixer.Mix(new int[600], noise, 2, Hz);
        Assert.All(mixed[..300], sample => Assert.Equal(0, sample));
        Assert.Equal([-20, 0, -20, 0], mixed[300..304]);
        Assert.Equal([-20, 0], mixed[418..420]);

        // It ends at 0 and stays there, and where noise begins again it does not jump.
        Assert.All(mixed[420..540], sample => Assert.Equal(0, sample));
        Assert.Equal([-20, 0, -20], mixed[540..543]);
    }

    [Fact]
    public void Where_noise_ends_the_signal_goes_on_from_where_it_was()
    {
        // The noise rises by 1 a sample from 0 at its beginning: from 299 at the last clean sample to 419 at the last noisy one, 120 more.
        int[] noise = [.. Enumerable.Range(0, 1000)];
        int[] signal = [.. Enumerable.Range(0, 600).Select(i => i % 7)];
        int[] mixed = NoiseMixer.Mix(signal, noise, 3, Hz);
        Assert.Equal(signal[300] + 3, mixed[300]);
        Assert.Equal(signal[419] + 360, mixed[419]);
        Assert.Equal(signal[420] + 360, mixed[420]);
        Assert.Equal(signal[539] + 360, mixed[539]);
        Assert.Equal(signal[540] + 363, mixed[540]);
    }

    [Fact]
    public void Noise_that_is_too_short_begins_anew_without_a_jump()
    {
        // Ten samples that rise by 5: behind the tenth comes the first again, at the same height.
        int[] noise = [.. Enumerable.Range(0, 10).Select(i => i * 5)];
        int[] mixed = NoiseMixer.Mix(new int[420], noise, 1, Hz);
        Assert.Equal([0, 5, 10], mixed[300..303]);
        Assert.Equal([45, 45, 50], mixed[309..312]);
    }

    [Fact]
    public void Sums_are_cut_towards_zero()
    {
        // 0.4 times 0, 1, 2 ... from the offset of the last clean sample on, 0.4 times 299 = 119.6, cut to 119.
        int[] noise = [.. Enumerable.Range(0, 1000)];
        Assert.Equal([1, 1, 1, 2], NoiseMixer.Mix(new int[400], noise, 0.4, Hz)[300..304]);
    }

    [Fact]
    public void Without_noise_nothing_changes() =>
        Gen.Int[-2048, 2047].Array[1, 1000].Sample(signal => Assert.Equal(signal, NoiseMixer.Mix(signal, [3, -4, 5], 0, Hz)));
}
