using System;
using System.Collections.Generic;
using CsCheck;
using EcgChip.Device.Sampling;
using EcgChip.Device.Session;
using EcgChip.Device.Tests.Rig;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Sampling;

public sealed class SampleLoopTests : IDisposable
{
    private const int Slot = SignalUnits.SampleIntervalUs;
    private const int LeastSlice = 2000;
    private const int LongestSlice = 3000;
    private const int ReadingUs = 500;
    private const int AnHour = 3600 * SignalUnits.SampleRate;

    private readonly QuietBoard board = new();
    private readonly BedsideSession session;

    public SampleLoopTests() => session = QuietSession.Make(new FirmwareSettings(), new FakeButton());

    public void Dispose() => board.Dispose();

    [Fact]
    public void The_first_sample_is_due_at_a_whole_slot_of_the_clock_with_a_slot_to_spare() =>
        Gen.Long[0, 10_000_000_000].Sample(
            now =>
            {
                FakeClock clock = new(now, 0);
                SampleLoop loop = new(clock, new FakeSource(clock), session);
                Assert.Equal(0, loop.StartUs % Slot);
                Assert.InRange(loop.StartUs - now, Slot + 1, 2 * Slot);
            },
            threads: 1);

    [Fact]
    public void Samples_are_taken_8_ms_apart_to_the_microsecond_where_the_clock_allows_it()
    {
        FakeClock clock = new(1234, 0);
        FakeSource source = new(clock);
        SampleLoop loop = new(clock, source, session);
        for (int i = 0; i < 2000; i++)
        {
            loop.RunSlot();
            Assert.Equal(loop.StartUs + (i * (long)Slot), source.ReadAt);
        }

        Assert.Equal((0, 0), (loop.MissedSamples, loop.LateSamples));
    }

    [Fact]
    public void With_a_coarse_clock_samples_do_not_drift_in_an_hour()
    {
        const int Look = 37;
        FakeClock clock = new(1234, Look);
        FakeSource source = new(clock);
        SampleLoop loop = new(clock, source, session);
        long latest = 0;
        for (int i = 0; i < AnHour; i++)
        {
            loop.RunSlot();
            long late = source.ReadAt - loop.StartUs - (i * (long)Slot);
            Assert.True(late is >= 0 and < Look, $"Sample {i} was taken {late} us after it was due.");
            latest = Math.Max(latest, late);
        }

        Assert.True(latest > 0);
        Assert.Equal((0, 0), (loop.MissedSamples, loop.LateSamples));
    }

    [Fact]
    public void No_slice_is_begun_when_too_little_is_left_of_the_slot_and_until_then_there_is_always_one()
    {
        const int Look = 20;
        const int TransferUs = 70;
        FakeClock clock = new(0, Look);
        SampleLoop loop = new(clock, new FakeSource(clock), session);
        List<long> begun = [];
        board.Transferred = () =>
        {
            clock.Now += TransferUs;
            begun.Add(clock.LastLook);
        };

        // The screen is not drawn yet: for some slots there is more work than time.
        for (int i = 0; i < 20; i++)
        {
            begun.Clear();
            loop.RunSlot();
            long due = loop.StartUs + (i * (long)Slot);
            Assert.All(begun, time => Assert.InRange(time - due, 0, Slot - LeastSlice));
            Assert.InRange(clock.Now - due, Slot - LongestSlice, Slot - 1);
        }

        Assert.Equal(0, loop.MissedSamples);
    }

    [Fact]
    public void Samples_whose_slot_is_over_are_missed_and_the_next_is_taken_on_time() =>
        Gen.Int[Slot, 20 * Slot].Sample(
            late =>
            {
                FakeClock clock = new(500, 0);
                FakeSource source = new(clock);
                SampleLoop loop = new(clock, source, session);
                RunSlots(loop, 10);

                long due = loop.StartUs + (10L * Slot);
                clock.Now = due + late;
                loop.RunSlot();
                int missed = (late / Slot) + 1;
                Assert.Equal((missed, 0), (loop.MissedSamples, loop.LateSamples));
                Assert.Equal(due + (missed * (long)Slot), source.ReadAt);
                Assert.Equal(11 + missed, loop.NextSample);
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void What_was_read_late_on_a_straight_line_comes_out_as_what_was_there_when_it_was_due() =>
        Gen.Select(Gen.Int[Slot / 2, Slot], Gen.Int[1, Slot - 1], Gen.Int[0, 16_380], Gen.Int[0, 16_380], Gen.Long[0, 1L << 50]).Sample(
            (toDue, late, last, due, start) =>
            {
                // The line goes on beyond the ADC's range, as no reading would.
                double read = last + ((due - last) * (toDue + late) / (double)toDue);
                int taken = SampleLoop.BroughtBack(last, start, (int)Math.Round(read), start + toDue + late, start + toDue);
                Assert.InRange(taken, due - 1, due + 1);
            });

    [Fact]
    public void A_sample_that_is_read_late_is_counted_and_the_next_is_on_time() =>
        Gen.Int[SampleLoop.ToleratedLateUs + 1, Slot - ReadingUs].Sample(
            late =>
            {
                FakeClock clock = new(500, 0);
                FakeSource source = new(clock);
                SampleLoop loop = new(clock, source, session);
                RunSlots(loop, 4);
                long due = loop.StartUs + (4L * Slot);
                clock.Now = due + late;
                loop.RunSlot();
                Assert.Equal((0, 1), (loop.MissedSamples, loop.LateSamples));
                Assert.Equal(due + late, source.ReadAt);
                loop.RunSlot();
                Assert.Equal(due + Slot, source.ReadAt);
                Assert.Equal(1, loop.LateSamples);
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void A_sample_that_is_hardly_late_counts_as_on_time()
    {
        FakeClock clock = new(500, 0);
        FakeSource source = new(clock);
        SampleLoop loop = new(clock, source, session);
        RunSlots(loop, 4);
        clock.Now = loop.StartUs + (4L * Slot) + SampleLoop.ToleratedLateUs;
        loop.RunSlot();
        Assert.Equal((0, 0), (loop.MissedSamples, loop.LateSamples));
        Assert.Equal(clock.LastDue + SampleLoop.ToleratedLateUs, source.ReadAt);
    }

    [Fact]
    public void The_first_sample_after_a_gap_is_never_one_that_was_read_late()
    {
        FakeClock clock = new(500, 0);
        FakeSource source = new(clock);
        SampleLoop loop = new(clock, source, session);
        RunSlots(loop, 3);
        clock.Now = loop.StartUs + (5L * Slot);
        loop.RunSlot();
        Assert.Equal((3, 0), (loop.MissedSamples, loop.LateSamples));
        Assert.Equal(loop.StartUs + (6L * Slot), source.ReadAt);
    }

    private static void RunSlots(SampleLoop loop, int count)
    {
        for (int i = 0; i < count; i++)
        {
            loop.RunSlot();
        }
    }
}
