using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Monitoring;

/// <summary>What becomes of beats and rate when contact or quality go, fed with readings of a plain beat every 0.8 s.</summary>
public sealed class SignalPathTests : IBeatListener
{
    private const int Rate = SignalUnits.SampleRate;
    private const int Interval = 100;
    private const int Middle = 6452;

    private readonly List<int> found = [];
    private readonly Dictionary<int, int> classes = [];
    private readonly SignalPath path;
    private int index;

    public SignalPathTests() => path = new SignalPath(Board.FrontEnd(), MainsFrequency.Hz50, false, 150, this);

    [Fact]
    public void Beats_of_a_recording_that_is_analysed_keep_their_turn_when_contact_is_lost_meanwhile()
    {
        Play(8 * Rate, Beat);
        path.EndCutting();
        int[] waiting = [.. found];
        Play(Rate, _ => 0, off: true);
        Play(2 * Rate, Beat);
        Assert.True(path.HasSample);

        Assert.Empty(classes);
        Assert.Equal(waiting, Drain());
        Assert.All(waiting, beat => Assert.False(classes.ContainsKey(beat)));
    }

    [Fact]
    public void After_a_loss_of_contact_while_monitoring_beats_are_cut_again()
    {
        Play(8 * Rate, Beat);
        Play(Rate, _ => 0, off: true);
        Drain();
        int before = found.Count;
        Play(12 * Rate, Beat);
        path.EndCutting();
        Assert.Equal(found.Skip(before), Drain());
    }

    [Fact]
    public void A_heart_rate_is_never_made_of_noise()
    {
        Play(10 * Rate, Beat);
        Assert.InRange(path.Rate.Now, 74, 76);
        (int lowest, int highest) = (path.Rate.Lowest, path.Rate.Highest);

        // 8 Hz of 30 uV in the place of the heartbeat, as a trembling hand makes it.
        Play(20 * Rate, n => Middle + (int)(60 * Math.Sin(2 * Math.PI * 8 * n / Rate)));
        Assert.Equal(ContactState.Poor, path.Contact.State);
        Assert.Equal(HeartRate.Unknown, path.Rate.Now);
        Assert.Equal(lowest, path.Rate.Lowest);
        Assert.InRange(path.Rate.Highest, highest, highest + 60);
    }

    void IBeatListener.BeatFound(int sampleIndex) => found.Add(sampleIndex);

    void IBeatListener.BeatClassified(int sampleIndex, int beatClass, int confidence) => classes.Add(sampleIndex, beatClass);

    private static int Beat(int n)
    {
        double r = ((n % Interval) - 50) / 2.2;
        double t = ((n % Interval) - 80) / 6.0;
        return Middle + (int)(2000 * Math.Exp(-r * r / 2)) + (int)(300 * Math.Exp(-t * t / 2)) + (n % 7);
    }

    private void Play(int samples, Func<int, int> sum, bool off = false)
    {
        for (int i = 0; i < samples; i++, index++)
        {
            path.Add(index, sum(index), off, false);
        }
    }

    /// <summary>Takes every beat that can be cut, as the classifier does.</summary>
    private List<int> Drain()
    {
        List<int> taken = [];
        sbyte[] values = new sbyte[BeatWindow.Length];
        while (path.Cutter.TryNext(values))
        {
            int beat = path.CutBeat;
            if (path.TakePending(beat))
            {
                taken.Add(beat);
            }
        }

        return taken;
    }
}
