using System;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Session;

/// <summary>A recording by itself, fed by hand.</summary>
public class RecordingTests
{
    private const int Seconds = 4;
    private const int Samples = Seconds * SignalUnits.SampleRate;
    private const int First = 1000;
    private const int Delay = 3;

    private readonly RecordContents contents = Recording.MakeContents(Seconds);
    private readonly short[] ring = new short[1024];
    private readonly Recording recording;
    private int last = First - 10;

    public RecordingTests()
    {
        contents.AddModel(new ModelReference(ModelRole.Live, "seed", "0123456789abcdef"));
        recording = new Recording(Seconds, contents, ring, ring.Length - 1, Delay);
        Begin();
    }

    [Fact]
    public void It_is_complete_with_its_last_sample_and_takes_no_more()
    {
        for (int i = 0; i < Samples; i++)
        {
            Assert.Equal(i < Samples - 1, Add(First + i, i % 50));
        }

        Assert.False(Add(First + Samples, 7));
        Assert.Equal(Samples, recording.Length);
        Assert.Equal(Samples, Finish().SampleCount);
    }

    [Fact]
    public void Samples_of_before_its_beginning_are_passed_over()
    {
        Add(First - 2, 5);
        Add(First - 1, 5);
        Assert.Equal(0, recording.Length);
        Add(First, 5);
        Assert.Equal(1, recording.Length);
        Assert.Equal(0, contents.Gaps.Count);
    }

    [Fact]
    public void Missed_samples_at_its_end_do_not_make_it_longer()
    {
        Add(First, 5);
        Assert.False(Add(First + Samples + 100, 5));
        Assert.Equal(Samples, recording.Length);
        Assert.Equal((1, 1, Samples - 1), (contents.Gaps.Count, contents.Gaps.Start(0), contents.Gaps.Length(0)));
    }

    [Fact]
    public void Noise_that_does_not_pack_ends_it_early_and_what_there_is_is_whole()
    {
        Random random = new(1);
        recording.SetQuality(ContactState.Poor);
        int[] noise = [.. Enumerable.Range(0, Samples).Select(_ => random.Next(short.MinValue, short.MaxValue))];
        for (int i = 0; i < Samples; i++)
        {
            Add(First + i, noise[i]);
        }

        RecordContents finished = Finish();
        Assert.Equal(recording.Start + finished.SampleCount, recording.End);
        Assert.InRange(finished.SampleCount, Samples / 4, Samples - 1);
        Assert.Equal(finished.SampleCount, finished.Summary.PoorSamples);
        short[] read = new short[finished.SampleCount];
        SampleUnpacker unpacker = new();
        unpacker.Begin(finished.PackedBytes, finished.PackedOffset, finished.PackedCount);
        Assert.Equal(read.Length, unpacker.Read(read, 0, read.Length));
        Assert.Equal(noise.Take(read.Length), read.Select(sample => (int)sample));
    }

    [Fact]
    public void It_takes_beats_inside_it_only_and_in_order()
    {
        Fill();
        recording.BeatFound(First - 1);
        recording.BeatFound(First);
        recording.BeatFound(First + 100);
        recording.BeatFound(First + 90);
        recording.BeatFound(First + 100);
        recording.BeatFound(First + Samples - 1);
        recording.BeatFound(First + Samples);
        Assert.Equal([0, 100, Samples - 1], Enumerable.Range(0, contents.Beats.Count).Select(contents.Beats.SampleIndex));
    }

    [Fact]
    public void A_class_goes_to_the_beat_it_is_of_and_one_of_a_beat_outside_to_none()
    {
        Fill();
        recording.BeatFound(First + 50);
        recording.BeatFound(First + 150);
        recording.BeatClassified(First - 50, 2, 200, 0);
        recording.BeatClassified(First + 100, 2, 200, 0);
        recording.BeatClassified(First + 50, 4, 99, 0);
        recording.BeatClassified(First + 150, BeatList.Unclassified, 0, 0);

        BeatList beats = Finish().Beats;
        Assert.Equal((4, 99, 0), (beats.Class(0), beats.Confidence(0), beats.ModelIndex(0)));
        Assert.Equal((BeatList.Unclassified, 0, BeatList.NoModel), (beats.Class(1), beats.Confidence(1), beats.ModelIndex(1)));
        Assert.Equal([0, 0, 0, 0, 1], contents.Summary.ClassCounts);
        Assert.Equal(1, contents.Summary.UnclassifiedCount);
    }

    [Fact]
    public void Beats_beyond_its_room_are_left_out_and_nothing_breaks()
    {
        Fill();
        for (int i = 0; i < Samples; i++)
        {
            recording.BeatFound(First + i);
        }

        Assert.Equal(Recording.BeatCapacity(Seconds), contents.Beats.Count);
    }

    [Fact]
    public void Contact_that_flickers_more_often_than_gaps_can_be_kept_widens_the_last_gap()
    {
        for (int i = 0; i < Samples; i++)
        {
            _ = i % 4 == 0 ? recording.AddGap(First + i) : Add(First + i, 5);
        }

        RecordContents finished = Finish();
        int last = finished.Gaps.Count - 1;
        Assert.Equal(Samples / 4, finished.Summary.NoContactSamples);
        Assert.Equal(Samples - 3, finished.Gaps.Start(last) + finished.Gaps.Length(last));
    }

    [Fact]
    public void A_stretch_is_good_when_no_second_of_it_is_poor_and_no_sample_of_it_missing()
    {
        for (int i = 0; i < Samples; i++)
        {
            // The second that ends with sample 259 was poor: seconds 1 and 2 of the recording are not good throughout.
            if (i is 140 or 260)
            {
                recording.JudgeSecond(i == 140 ? ContactState.Good : ContactState.Poor);
                recording.SetQuality(ContactState.Good);
            }

            if (i is < 400 or >= 410)
            {
                Add(First + i, 0);
            }
        }

        Finish();
        Assert.True(recording.IsGood(0, 124));
        Assert.False(recording.IsGood(0, 125));
        Assert.False(recording.IsGood(374, 374));
        Assert.True(recording.IsGood(375, 399));
        Assert.False(recording.IsGood(375, 400));
        Assert.False(recording.IsGood(409, 450));
        Assert.True(recording.IsGood(410, 499));
        Begin();
        Assert.True(recording.IsGood(0, 499));
    }

    [Fact]
    public void Samples_count_by_the_quality_that_was_told_last_before_them()
    {
        (int At, ContactState State)[] told = [(3, ContactState.Settling), (10, ContactState.Good), (57, ContactState.Poor), (100, ContactState.Good)];
        for (int i = 0; i < Samples; i++)
        {
            foreach ((_, ContactState state) in told.Where(change => change.At == i))
            {
                recording.SetQuality(state);
            }

            Add(First + i, i % 9);
        }

        RecordSummary summary = Finish().Summary;
        Assert.Equal((Samples - 43 - 7, 43 + 7, 0), (summary.GoodSamples, summary.PoorSamples, summary.NoContactSamples));
    }

    [Fact]
    public void A_seconds_verdict_holds_for_its_own_samples()
    {
        ContactState[] verdicts = [ContactState.Settling, ContactState.Good, ContactState.Poor, ContactState.Good];
        for (int i = 0; i < Samples; i++)
        {
            Add(First + i, i % 9);
            if ((i + 1) % SignalUnits.SampleRate == 0)
            {
                recording.JudgeSecond(verdicts[i / SignalUnits.SampleRate]);
            }
        }

        RecordSummary summary = Finish().Summary;
        Assert.Equal(2 * SignalUnits.SampleRate, summary.GoodSamples);
        Assert.Equal(2 * SignalUnits.SampleRate, summary.PoorSamples);
    }

    [Fact]
    public void Samples_that_were_read_late_are_counted_and_a_gap_is_not()
    {
        for (int i = 0; i < Samples; i++)
        {
            _ = i is >= 50 and < 60 ? recording.AddGap(First + i) : Add(First + i, 5, i % 100 == 0);
        }

        Assert.Equal(Samples / 100, Finish().Summary.LateSamples);
        Assert.Equal(10, contents.Summary.NoContactSamples);
        recording.Begin(First, Seconds);
        Assert.Equal(0, Finish().Summary.LateSamples);
    }

    [Fact]
    public void Begun_again_it_knows_nothing_of_the_recording_before()
    {
        Add(First + 3, 5);
        recording.BeatFound(First + 1);
        recording.Begin(5 * First, Seconds);
        recording.SetQuality(ContactState.Poor);
        Add(5 * First, 9);
        recording.EndNow();

        RecordContents finished = Finish();
        Assert.Equal((1, 0, 0), (finished.SampleCount, finished.Beats.Count, finished.Gaps.Count));
        Assert.Equal((0, 1, 0), (finished.Summary.GoodSamples, finished.Summary.PoorSamples, finished.Summary.NoContactSamples));
    }

    /// <summary>A sample comes; those that were missed before it are a gap, as the session tells it.</summary>
    private bool Add(int index, int sample, bool isLate = false)
    {
        if (index > last + 1 && index > First)
        {
            recording.AddGap(index - 1);
        }

        last = index;
        ring[(index + Delay) & (ring.Length - 1)] = (short)sample;
        if (isLate)
        {
            recording.CountLate(index);
        }

        return recording.AddSamples(index);
    }

    private void Begin()
    {
        recording.Begin(First, Seconds);
        recording.SetQuality(ContactState.Good);
    }

    private RecordContents Finish()
    {
        RecordContents finished = recording.EndSamples();
        while (!recording.Summarise())
        {
        }

        return finished;
    }

    private void Fill()
    {
        for (int i = 0; i < Samples; i++)
        {
            Add(First + i, 0);
        }
    }
}
