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

    private readonly RecordContents contents = Recording.MakeContents(Seconds);
    private readonly Recording recording;

    public RecordingTests()
    {
        contents.AddModel(new ModelReference(ModelRole.Live, "seed", "0123456789abcdef"));
        recording = new Recording(Seconds, contents);
        recording.Begin(First, Seconds);
    }

    [Fact]
    public void It_is_complete_with_its_last_sample_and_takes_no_more()
    {
        for (int i = 0; i < Samples; i++)
        {
            Assert.False(recording.IsComplete);
            recording.Add(First + i, i % 50, ContactState.Good);
        }

        Assert.True(recording.IsComplete);
        recording.Add(First + Samples, 7, ContactState.Good);
        Assert.Equal(Samples, recording.Length);
        Assert.Equal(Samples, recording.Finish(new HeartRate()).SampleCount);
    }

    [Fact]
    public void Samples_of_before_its_beginning_are_passed_over()
    {
        recording.Add(First - 2, 5, ContactState.Good);
        recording.Add(First - 1, 5, ContactState.Good);
        Assert.Equal(0, recording.Length);
        recording.Add(First, 5, ContactState.Good);
        Assert.Equal(1, recording.Length);
        Assert.Equal(0, contents.Gaps.Count);
    }

    [Fact]
    public void Missed_samples_at_its_end_do_not_make_it_longer()
    {
        recording.Add(First, 5, ContactState.Good);
        recording.Add(First + Samples + 100, 5, ContactState.Good);
        Assert.True(recording.IsComplete);
        Assert.Equal(Samples, recording.Length);
        Assert.Equal((1, 1, Samples - 1), (contents.Gaps.Count, contents.Gaps.Start(0), contents.Gaps.Length(0)));
    }

    [Fact]
    public void Noise_that_does_not_pack_ends_it_early_and_what_there_is_is_whole()
    {
        Random random = new(1);
        int[] noise = [.. Enumerable.Range(0, Samples).Select(_ => random.Next(short.MinValue, short.MaxValue))];
        for (int i = 0; i < Samples; i++)
        {
            recording.Add(First + i, noise[i], ContactState.Poor);
        }

        Assert.True(recording.IsComplete);
        RecordContents finished = recording.Finish(new HeartRate());
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

        BeatList beats = recording.Finish(new HeartRate()).Beats;
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
            recording.Add(First + i, 5, i % 4 == 0 ? ContactState.NoContact : ContactState.Good);
        }

        RecordContents finished = recording.Finish(new HeartRate());
        int last = finished.Gaps.Count - 1;
        Assert.Equal(Samples / 4, finished.Summary.NoContactSamples);
        Assert.Equal(Samples - 3, finished.Gaps.Start(last) + finished.Gaps.Length(last));
    }

    [Fact]
    public void Begun_again_it_knows_nothing_of_the_recording_before()
    {
        recording.Add(First + 3, 5, ContactState.Good);
        recording.BeatFound(First + 1);
        recording.Begin(5 * First, Seconds);
        recording.Add(5 * First, 9, ContactState.Poor);
        recording.EndNow();

        RecordContents finished = recording.Finish(new HeartRate());
        Assert.Equal((1, 0, 0), (finished.SampleCount, finished.Beats.Count, finished.Gaps.Count));
        Assert.Equal((0, 1, 0), (finished.Summary.GoodSamples, finished.Summary.PoorSamples, finished.Summary.NoContactSamples));
    }

    private void Fill()
    {
        for (int i = 0; i < Samples; i++)
        {
            recording.Add(First + i, 0, ContactState.Good);
        }
    }
}
