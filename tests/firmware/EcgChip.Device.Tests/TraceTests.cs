using System;
using System.Linq;
using CsCheck;
using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Screens;
using EcgChip.Device.Tests.Rig;
using EcgChip.Signal;

namespace EcgChip.Device.Tests;

/// <summary>The running trace on the panel.</summary>
public sealed class TraceTests : IDisposable
{
    private const ushort Trace = 0x7FF4;
    private const ushort Mark = 0xF7BF;
    private const int MarkRow = 31;
    private const int PlotTop = 38;
    private const int PlotBottom = 165;
    private const int Baseline = PlotTop + 76;

    private readonly PanelBoard board = new();
    private readonly MonitorScreen screen = new(PanelBoard.OpenDisplay());

    public TraceTests()
    {
        screen.SetContact(ContactState.Good, SignalMessage.Good);
        DrawAll();
    }

    public void Dispose() => board.Dispose();

    [Fact]
    public void A_column_reaches_from_the_last_sample_over_both_of_its_own()
    {
        int previous = Row(0);
        int column = 0;
        Gen.Select(Gen.Int[-700, 700], Gen.Int[-700, 700]).Sample(
            (first, second) =>
            {
                screen.PushSample(first);
                screen.PushSample(second);
                DrawAll();
                int[] rows = [previous, Row(first), Row(second)];

                Assert.Equal((rows.Min(), Math.Min(rows.Max() + 1, PlotBottom)), Extent(column % Ili9341.Width));
                previous = Row(second);
                column++;
            },
            iter: 700,
            threads: 1);
    }

    [Fact]
    public void Samples_taken_together_are_drawn_as_they_are_one_by_one() =>
        Gen.Select(Gen.Int[-900, 900].Array[1, 300], Gen.Int[1, 9].Array[1, 10], Gen.Int[0, 600]).Sample(
            (units, parts, from) =>
            {
                // A whole sweep each, so that both begin where the screen does.
                foreach (int sample in Padded(units))
                {
                    screen.PushSample(sample);
                    screen.Step();
                }

                DrawAll();
                int[] expected = Pixels();
                short[] ring = new short[1024];
                int[] padded = Padded(units);
                int part = 0;
                for (int n = 0; n < padded.Length; part++)
                {
                    int count = Math.Min(parts[part % parts.Length], padded.Length - n);
                    for (int i = n; i < n + count; i++)
                    {
                        ring[(from + i) % ring.Length] = (short)padded[i];
                    }

                    screen.PushSamples(ring, ring.Length - 1, from + n, count);
                    DrawAll();
                    n += count;
                }

                Assert.Equal(expected, Pixels());
            },
            iter: 20,
            threads: 1);

    [Fact]
    public void One_millivolt_is_two_rows_of_the_grid()
    {
        PushMany(20, SignalUnits.UnitsPerMillivolt);

        Assert.Equal((Baseline - 32, Baseline - 31), Extent(9));
    }

    [Fact]
    public void A_gap_ahead_of_the_trace_wipes_the_last_sweep()
    {
        PushMany(2 * (Ili9341.Width + 50), 100);

        Assert.NotEqual((-1, -1), Extent(49));
        for (int x = 50; x < 61; x++)
        {
            Assert.Equal((-1, -1), Extent(x));
        }

        Assert.NotEqual((-1, -1), Extent(63));
    }

    [Theory]
    [InlineData(400, 50)]
    [InlineData(401, 51)]
    [InlineData(1300, 120)]
    public void A_mark_stands_above_its_r_peak(int samples, int samplesAgo)
    {
        PushMany(samples, 0);
        screen.MarkR(samplesAgo);
        DrawAll();

        int column = (samples - 1 - samplesAgo) / 2 % Ili9341.Width;
        int[] marked = [.. Enumerable.Range(0, Ili9341.Width).Where(x => board.Panel.Pixel(x, MarkRow + 4) == Mark)];
        Assert.Equal([column], marked);
    }

    [Fact]
    public void A_mark_is_wiped_with_its_sweep_and_one_that_left_the_screen_is_not_drawn()
    {
        PushMany(400, 0);
        screen.MarkR(50);
        PushMany(2 * Ili9341.Width, 0);
        screen.MarkR(2 * Ili9341.Width);
        DrawAll();

        Assert.DoesNotContain(Mark, Enumerable.Range(0, Ili9341.Width).Select(x => board.Panel.Pixel(x, MarkRow)));
    }

    [Fact]
    public void A_screen_that_was_not_drawn_for_long_catches_up_with_the_newest_two_seconds_and_wipes_what_it_lost()
    {
        for (int i = 0; i < 5000; i++)
        {
            screen.PushSample(i < 4400 ? -200 : 200);
        }

        int steps = DrawAll();

        Assert.InRange(steps, 1, Ili9341.Width + 10);
        Assert.Equal(Row(200), Extent((5000 - 1) / 2 % Ili9341.Width).Top);
        Assert.Equal(Row(200), Extent(((5000 - 1) / 2 % Ili9341.Width) - 127).Top);
        Assert.Equal((-1, -1), Extent((4410 - 1) / 2 % Ili9341.Width));
    }

    [Fact]
    public void A_trace_that_cannot_be_judged_is_not_in_the_traces_colour()
    {
        screen.SetContact(ContactState.Poor, SignalMessage.Muscle);
        PushMany(100, 0);

        Assert.Equal((-1, -1), Extent(10));
    }

    private static int[] Padded(int[] units) => [.. units, .. new int[(2 * Ili9341.Width) - units.Length]];

    private int[] Pixels() =>
        [.. Enumerable.Range(0, Ili9341.Height).SelectMany(y => Enumerable.Range(0, Ili9341.Width).Select(x => (int)board.Panel.Pixel(x, y)))];

    private static int Row(int units) => Math.Clamp(Baseline - units * 4 / 25, PlotTop, PlotBottom);

    private void PushMany(int count, int units)
    {
        for (int i = 0; i < count; i++)
        {
            screen.PushSample(units);
            screen.Step();
        }

        DrawAll();
    }

    private int DrawAll()
    {
        int steps = 0;
        while (!screen.Step())
        {
            steps++;
        }

        return steps;
    }

    private (int Top, int Bottom) Extent(int x)
    {
        int[] rows = [.. Enumerable.Range(PlotTop, PlotBottom - PlotTop + 1).Where(y => board.Panel.Pixel(x, y) == Trace)];
        return rows.Length == 0 ? (-1, -1) : (rows[0], rows[^1]);
    }
}
