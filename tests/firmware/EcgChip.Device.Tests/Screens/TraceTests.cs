using System;
using System.Linq;
using CsCheck;
using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Screens;
using EcgChip.Device.Tests.Rig;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Screens;

/// <summary>The running trace on the panel: millimetres, marks, and what is lost.</summary>
public sealed class TraceTests : IDisposable
{
    private const double PixelsPerMillimetre = 1000.0 / PanelPitch.Micrometres;
    private const int PlotTop = Layout.TraceTop + 8;
    private const int PlotBottom = Layout.TraceTop + TraceView.Height - 1;
    private const int MarkRow = Layout.TraceTop + 5;

    private readonly ScreenRig rig = new();

    public TraceTests()
    {
        rig.Show(ScreenId.Monitor);
        rig.Screens.Monitor.SetContact(ContactState.Good, SignalMessage.Good);
        rig.DrawAll();
    }

    public void Dispose() => rig.Dispose();

    [Fact]
    public void A_second_is_25_mm_wide()
    {
        // a pulse a second, a sample long
        for (int i = 0; i < 190; i++)
        {
            Push(i is 20 or 145 ? 200 : 0);
        }

        int[] peaks = [.. Enumerable.Range(0, TraceView.Sweep).Where(x => Extent(x) is { } extent && extent.Bottom - extent.Top > 50)];
        Assert.InRange(peaks[^1] - peaks[0], (25 * PixelsPerMillimetre) - 1, (25 * PixelsPerMillimetre) + 3);
    }

    [Fact]
    public void A_millivolt_is_10_mm_high()
    {
        PushMany(40, 0);
        int zero = Extent(40)!.Value.Top;
        PushMany(40, SignalUnits.UnitsPerMillivolt);
        Assert.InRange(zero - Extent(95)!.Value.Top, (10 * PixelsPerMillimetre) - 1, (10 * PixelsPerMillimetre) + 1);
    }

    [Fact]
    public void Dots_of_the_grid_stand_5_mm_apart_and_on_the_zero_line()
    {
        int[] lines = [.. Enumerable.Range(PlotTop, PlotBottom - PlotTop + 1).Where(y => Enumerable.Range(0, 300).Count(x => rig.Panel.Pixel(x, y) == Palette.Grid) > 30)];
        Assert.True(lines.Length >= 3);
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, (5 * PixelsPerMillimetre) - 1, (5 * PixelsPerMillimetre) + 1));
        PushMany(60, 0);
        Assert.Contains(Extent(30)!.Value.Top, lines);
    }

    [Fact]
    public void A_trace_is_one_line_without_holes() =>
        Gen.Int[-300, 300].Array[400].Sample(
            samples =>
            {
                foreach (int sample in samples)
                {
                    Push(sample);
                }

                (int Top, int Bottom)?[] extents = [.. Enumerable.Range(0, TraceView.Sweep).Select(Extent)];
                for (int x = 1; x < extents.Length; x++)
                {
                    if (extents[x] is { } extent && extents[x - 1] is { } before)
                    {
                        // at the seam between two sweeps nothing has to meet
                        bool meets = extent.Top <= before.Bottom + 1 && before.Top <= extent.Bottom + 1;
                        Assert.True(meets || IsSeam(x), $"A hole before column {x}.");
                    }
                }
            },
            iter: 15,
            threads: 1);

    [Fact]
    public void Samples_taken_together_are_drawn_as_they_are_one_by_one()
    {
        using ScreenRig other = new();
        other.Show(ScreenId.Monitor);
        other.Screens.Monitor.SetContact(ContactState.Good, SignalMessage.Good);
        Random random = new(4);
        short[] ring = new short[64];
        int at = 0;
        while (at < 900)
        {
            int count = random.Next(1, 9);
            for (int i = at; i < at + count; i++)
            {
                ring[i % ring.Length] = (short)random.Next(-400, 400);
                Push(ring[i % ring.Length]);
            }

            other.Screens.Monitor.PushSamples(ring, ring.Length - 1, at, count);
            other.DrawAll();
            at += count;
        }

        Assert.Equal(rig.Pixels(), other.Pixels());
    }

    [Theory]
    [InlineData(150, 50)]
    [InlineData(151, 51)]
    [InlineData(700, 90)]
    public void A_mark_stands_above_its_r_peak(int samples, int samplesAgo)
    {
        for (int i = 0; i < samples; i++)
        {
            Push(i == samples - 1 - samplesAgo ? 200 : 0);
        }

        rig.Screens.Monitor.MarkR(samplesAgo);
        rig.DrawAll();

        int marked = Assert.Single(Enumerable.Range(0, Ili9341.Width), x => rig.Panel.Pixel(x, MarkRow) == Palette.Text);
        int peak = Enumerable.Range(0, TraceView.Sweep).Where(x => Extent(x) is not null).MinBy(x => Extent(x)!.Value.Top);
        Assert.InRange(marked, peak - 1, peak + 1);
    }

    [Fact]
    public void A_mark_is_wiped_with_its_sweep_and_one_that_left_the_screen_is_not_drawn()
    {
        PushMany(150, 0);
        rig.Screens.Monitor.MarkR(50);
        PushMany(300, 0);
        rig.Screens.Monitor.MarkR(260);
        rig.Screens.Monitor.MarkR(int.MaxValue);
        rig.DrawAll();

        Assert.DoesNotContain(Palette.Text, Enumerable.Range(0, Ili9341.Width).Select(x => rig.Panel.Pixel(x, MarkRow)));
    }

    [Fact]
    public void A_screen_that_was_not_drawn_for_long_catches_up_and_wipes_what_it_lost()
    {
        for (int i = 0; i < 3000; i++)
        {
            rig.Screens.Monitor.PushSample(i < 2920 ? -60 : 60);
        }

        int steps = rig.DrawAll();

        Assert.InRange(steps, 1, 400);
        int[] drawn = [.. Enumerable.Range(0, TraceView.Sweep).Where(x => Extent(x) is not null)];
        Assert.InRange(drawn.Length, 100, 130);
    }

    [Fact]
    public void A_trace_that_cannot_be_judged_is_not_in_the_traces_colour()
    {
        rig.Screens.Monitor.SetContact(ContactState.Poor, SignalMessage.Muscle);
        PushMany(100, 0);

        Assert.Null(Extent(10));
    }

    private bool IsSeam(int x) => Enumerable.Range(Math.Max(0, x - 2), 5).Any(near => rig.Panel.Pixel(Math.Min(near, 319), PlotBottom) == Palette.Faint);

    private void Push(int units)
    {
        rig.Screens.Monitor.PushSample(units);
        rig.DrawAll();
    }

    private void PushMany(int count, int units)
    {
        for (int i = 0; i < count; i++)
        {
            Push(units);
        }
    }

    private (int Top, int Bottom)? Extent(int x)
    {
        int[] rows = [.. Enumerable.Range(PlotTop, PlotBottom - PlotTop + 1).Where(y => rig.Panel.Pixel(x, y) == Palette.Trace)];
        return rows.Length == 0 ? null : (rows[0], rows[^1]);
    }
}
