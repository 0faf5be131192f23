using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Monitoring;

/// <summary>What becomes of beats and rate when contact or quality go, fed with readings of a plain beat every 0.8 s.</summary>
public sealed class SignalPathTests : ISignalListener
{
    private const int Rate = SignalUnits.SampleRate;
    private const int Interval = 100;
    private const int Middle = 6452;

    private readonly List<int> found = [];
    private readonly List<(int Beat, int Class)> classes = [];
    private readonly List<(int Beat, int Ago)> withdrawn = [];
    private readonly List<(string What, int Sample, int Detail)> log = [];
    private readonly int[] block = new int[RawSample.BlockLength];
    private readonly SignalPath path;
    private readonly BeatClassifier classifier;
    private int seconds;
    private int index;

    public SignalPathTests()
    {
        path = new SignalPath(Board.FrontEnd(), MainsFrequency.Hz50, false, 150, this);
        classifier = new BeatClassifier(path, new NetworkRunner(new BedsideModel()), new ConvolutionBuffers(), this);
    }

    [Fact]
    public void A_beat_is_classified_as_soon_as_the_next_one_is_found()
    {
        Play(4 * Rate, Beat);
        for (int i = 0; i < 10 * Rate; i++)
        {
            int before = classes.Count;
            Play(1, Beat);
            Classify();
            if (classes.Count > before && before > 4)
            {
                // The detector needs 26 samples from the top of a hump that lies some samples behind R.
                Assert.InRange(index - 1 - path.DelaySamples - classes[^1].Beat, Interval + 26, Interval + 26 + 16);
                Assert.Equal(found[^2], classes[^1].Beat);
            }
        }

        Assert.InRange(classes.Count, 15, 18);
        Assert.Equal(found.Take(classes.Count), classes.Select(told => told.Beat));
        Assert.All(classes.Skip(1), told => Assert.InRange(told.Class, 0, BeatClass.Count - 1));
    }

    [Fact]
    public void A_beat_is_not_waited_for_longer_than_the_rhythm_allows()
    {
        // A heart of 75 a minute stops: the last beat's class comes when the next is a quarter late, and the time to find it is over.
        const int Stops = (10 * Interval) + 75;
        int last = 0;
        for (int i = 0; i < Stops + (3 * Interval); i++)
        {
            int before = classes.Count;
            Play(1, n => n < Stops ? Beat(n) : Middle + (n % 7));
            Classify();
            last = classes.Count > before ? index - 1 : last;
        }

        Assert.Equal(found.Count(beat => beat < Stops), classes.Count(told => told.Beat < Stops));
        Assert.InRange(last - path.DelaySamples - classes[^1].Beat, (Interval * 5 / 4) + 30, (Interval * 5 / 4) + 34);
    }

    [Fact]
    public void A_beat_that_waits_for_the_next_gets_its_class_at_once_when_contact_is_lost()
    {
        // Contact goes 90 samples behind an R peak: its window is complete, and its next beat will never come.
        Play((7 * Interval) + 40, Beat);
        Classify();
        int waiting = found[^1];
        Assert.InRange(waiting, 6 * Interval, 7 * Interval);
        Assert.NotEqual(waiting, classes[^1].Beat);
        Play(4, _ => 0, off: true);
        Classify();
        Assert.Equal(waiting, classes[^1].Beat);
    }

    [Fact]
    public void A_class_is_that_of_the_network_run_on_what_the_beat_and_those_before_it_give()
    {
        Play(3 * Rate, Beat);
        Classify();
        NetworkRunner runner = new(new BedsideModel());
        BeatContext context = new();
        foreach ((int beat, int beatClass) in classes)
        {
            int next = found[found.IndexOf(beat) + 1] - beat;
            context.Add(0, beat + path.DelaySamples);
            context.Cut(path.Ring, path.RingMask, runner.Input);
            context.Compare(runner.Input);
            while (!context.Learn(path.Ring, path.RingMask))
            {
            }

            context.Join(next, runner.Features);
            runner.Start();
            while (!runner.Step())
            {
            }

            Assert.Equal(runner.BestClass, beatClass);
        }
    }

    [Fact]
    public void Classes_may_come_late_but_a_beat_whose_signal_is_overwritten_gets_none()
    {
        Play(20 * Rate, Beat);
        Classify();
        int kept = index - path.RingMask;
        Assert.Equal(found.Count - 1, classes.Count);
        Assert.All(
            classes.Where(told => told.Beat < kept + BedsideWindow.RPeakAt - 5), told => Assert.Equal(BeatClass.Unclassified, told.Class));
        Assert.All(
            classes.Where(told => told.Beat > kept + BedsideWindow.Length + 5), told => Assert.NotEqual(BeatClass.Unclassified, told.Class));
        Assert.True(classes.Count(told => told.Class != BeatClass.Unclassified) >= 3);
    }

    [Fact]
    public void Beats_that_wait_keep_their_turn_when_contact_is_lost_but_for_one_whose_window_is_cut_off()
    {
        // The first two seconds are judged good. Contact goes 20 samples behind an R peak, in the third.
        Play((2 * Rate) + 20, Beat);
        int[] waiting = [.. found];
        int lost = index;
        Play(Rate / 2, _ => 0, off: true);
        Classify();
        Assert.Equal(waiting.Take(classes.Count), classes.Select(told => told.Beat));
        Assert.InRange(classes.Count, 2, 3);
        Assert.All(
            classes,
            told => Assert.Equal(told.Beat + path.DelaySamples + BedsideWindow.SamplesAfterR >= lost + 3, told.Class == BeatClass.Unclassified));

        Play(4 * Rate, Beat);
        Classify();
        Assert.True(classes.Count > waiting.Length);
    }

    [Fact]
    public void A_stretch_that_breaks_off_before_it_is_judged_leaves_no_class()
    {
        Play(3 * Rate, Beat);
        Classify();
        Assert.Empty(withdrawn);
        Play(Rate / 2, _ => 0, off: true);
        int regained = index;

        // Contact counts again after half a second and settles for one and a half: it is lost before the second then is over.
        Play((Rate / 2) + (3 * Rate / 2) + 10, Beat);
        Classify();
        (int Beat, int Class)[] early = [.. classes.Where(told => told.Beat > regained)];
        Assert.NotEmpty(early);
        Play(Rate, _ => 0, off: true);
        Classify();
        Assert.All(
            early.Where(told => told.Class != BeatClass.Unclassified), told => Assert.Contains(withdrawn, taken => taken.Beat == told.Beat));
        Assert.Contains(early, told => told.Class != BeatClass.Unclassified);
    }

    [Fact]
    public void The_class_of_a_beat_in_a_second_that_turns_out_poor_is_taken_back()
    {
        // Of a fast heart: a class that waits for the next beat of a slow one comes when the second is over.
        static int Beat(int n) => SignalPathTests.Beat((n % 50) + 25);
        Play(6 * Rate, Beat);
        Classify();
        Assert.Empty(withdrawn);
        int before = classes.Count;

        // A beat early in the second, then what muscles make of a signal.
        for (int i = 0; i < 2 * Rate; i++)
        {
            Play(1, n => Beat(n) + (n % Rate > 60 ? ((n % 2 * 2) - 1) * 1500 : 0));
            Classify();
        }

        Assert.Equal(ContactState.Poor, path.Contact.State);
        Assert.NotEmpty(withdrawn);
        Assert.All(withdrawn, taken => Assert.Contains(classes, told => told.Beat == taken.Beat && told.Class != BeatClass.Unclassified));
        Assert.All(withdrawn, taken => Assert.True(taken.Beat >= (5 * Rate) - 1));
        Assert.True(classes.Count > before);
    }

    [Fact]
    public void A_second_is_judged_every_second_with_and_without_contact()
    {
        Play((5 * Rate) + 1, Beat);
        Assert.Equal(5, seconds);
        Play(3 * Rate, _ => 0, off: true);
        Assert.Equal(8, seconds);
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

    [Fact]
    public void What_is_found_does_not_depend_on_how_blocks_are_parted() =>
        Gen.Select(Gen.Select(Gen.Int[0, 7], Gen.Int[1, 200]).Array[1, 30], Gen.Int[1, 8].Array[1, 20], Gen.Int[0, 20]).Sample(
            (stretches, parts, first) =>
            {
                int[] raws = [.. Raws(stretches)];
                SignalPathTests single = new() { index = first };
                single.PlayParted(raws, [1], parts);
                SignalPathTests parted = new() { index = first };
                parted.PlayParted(raws, parts, parts);
                Assert.Equal(single.log, parted.log);
                Assert.Equal(single.path.Ring, parted.path.Ring);
                Assert.Equal(
                    (single.path.Rate.Mean, single.path.Rate.Lowest, single.path.Rate.Highest, single.path.Newest),
                    (parted.path.Rate.Mean, parted.path.Rate.Lowest, parted.path.Rate.Highest, parted.path.Newest));
            },
            iter: 300);

    [Fact]
    public void Samples_are_wanted_at_the_end_of_a_block_of_a_second_and_of_a_beats_window()
    {
        int wanted = path.DueAfter(-1);
        Assert.Equal(RawSample.BlockMask, wanted);
        List<int> early = [];
        for (int n = 0; n < 4 * Rate; n++)
        {
            Play(1, Beat);
            if (n < wanted)
            {
                continue;
            }

            if ((n & RawSample.BlockMask) != RawSample.BlockMask)
            {
                early.Add(n);
            }

            wanted = path.DueAfter(n);
            Assert.InRange(wanted, n + 1, (n + 1) | RawSample.BlockMask);
        }

        int[] windows = [.. found.Select(beat => beat + path.DelaySamples + BedsideWindow.SamplesAfterR)];
        Assert.Contains(Rate - 1, early);
        Assert.Contains((2 * Rate) - 1, early);
        Assert.All(early, n => Assert.True(n % Rate == Rate - 1 || windows.Contains(n)));
        Assert.True(early.Count(n => windows.Contains(n)) >= 2);
    }

    void IBeatListener.BeatFound(int sampleIndex)
    {
        found.Add(sampleIndex);
        log.Add(("found", sampleIndex, (int)path.Contact.State));
    }

    void IBeatListener.BeatClassified(int sampleIndex, int beatClass, int confidence)
    {
        classes.Add((sampleIndex, beatClass));
        log.Add(("class", sampleIndex, beatClass));
    }

    void ISignalListener.BeatWithdrawn(int sampleIndex, int ago)
    {
        Assert.Equal(sampleIndex, classes[^(ago + 1)].Beat);
        withdrawn.Add((sampleIndex, ago));
        log.Add(("withdrawn", sampleIndex, ago));
    }

    void ISignalListener.SecondJudged()
    {
        seconds++;
        log.Add(("second", path.Newest, (int)path.Contact.State));
    }

    private static int Beat(int n)
    {
        double r = ((n % Interval) - 50) / 2.2;
        double t = ((n % Interval) - 80) / 6.0;
        return Middle + (int)(2000 * Math.Exp(-r * r / 2)) + (int)(300 * Math.Exp(-t * t / 2)) + (n % 7);
    }

    /// <summary>Beats, with stretches of other kinds among them: a lead off, a rail, clipping, muscle noise, a sample read late.</summary>
    private static IEnumerable<int> Raws((int Kind, int Length)[] stretches)
    {
        int n = 0;
        foreach ((int kind, int length) in stretches)
        {
            for (int i = 0; i < length * (kind > 3 ? 2 : 1); i++, n++)
            {
                yield return kind switch
                {
                    0 => Beat(n) | (ContactMonitor.PositiveLead << RawSample.SumBits),
                    1 => i % 90 < 70 ? 16380 : Beat(n),
                    2 => Beat(n) + (i % 9 == 0 ? 6500 : 0),
                    3 => Beat(n) + (((n % 2 * 2) - 1) * 1500),
                    4 when i % 13 == 0 => Beat(n) | RawSample.Late,
                    5 when i % 13 == 0 => Beat(n) | (ContactMonitor.NegativeLead << RawSample.SumBits),
                    _ => Beat(n),
                };
            }
        }
    }

    /// <summary>Plays in blocks that are parted in one way, with the network's turn where they are parted in the other.</summary>
    private void PlayParted(int[] raws, int[] parts, int[] turns)
    {
        int first = index;
        int waiting = index;
        int toPart = parts[0];
        int part = 0;
        int toTurn = turns[0];
        int turn = 0;
        for (; index < first + raws.Length; index++)
        {
            block[index & RawSample.BlockMask] = raws[index - first];
            bool full = (index & RawSample.BlockMask) == RawSample.BlockMask || index == first + raws.Length - 1;
            toTurn--;
            if (--toPart <= 0 || full)
            {
                while (waiting <= index)
                {
                    waiting += Math.Max(1, path.Add(block, waiting, index - waiting + 1));
                }

                toPart = parts[++part % parts.Length];
            }

            if (toTurn <= 0 || full)
            {
                Classify();
                toTurn = turns[++turn % turns.Length];
            }
        }
    }

    private void Play(int samples, Func<int, int> sum, bool off = false)
    {
        for (int i = 0; i < samples; i++, index++)
        {
            block[index & RawSample.BlockMask] = sum(index) | (off ? ContactMonitor.PositiveLead << RawSample.SumBits : 0);
            path.Add(block, index, 1);
        }
    }

    private void Classify()
    {
        while (classifier.DoSlice())
        {
        }
    }
}
