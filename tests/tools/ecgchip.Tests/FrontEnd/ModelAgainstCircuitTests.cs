using System;
using System.Linq;
using EcgChip.Cli.FrontEnd;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Cli.Tests.FrontEnd;

/// <summary>The simulator's front end against the netlist of the board, in ngspice.</summary>
public sealed class ModelAgainstCircuitTests(CircuitRun run) : IClassFixture<CircuitRun>
{
    [SkippableFact]
    public void Every_figure_of_circuit_and_model_lies_within_its_bounds()
    {
        _ = run.Bench;
        Assert.InRange(run.Figures.Count, 20, 100);
        Assert.All(run.Figures, figure => Assert.True(figure.IsMet, figure.ToString()));
    }

    [SkippableFact]
    public void From_0_2_to_60_Hz_the_model_amplifies_as_the_circuit_does_within_0_2_dB_and_5_degrees()
    {
        FrequencyResponse circuit = run.Bench.Circuit;
        FrequencyResponse model = run.Bench.Model;
        double[] compared = [.. model.Hertz.Where(f => f is >= 0.2 and <= 60)];
        Assert.InRange(compared.Length, 90, 110);
        Assert.All(compared, hertz =>
        {
            System.Numerics.Complex ratio = model.Values[Array.IndexOf(model.Hertz, hertz)] / circuit.Values[Array.IndexOf(circuit.Hertz, hertz)];
            Assert.InRange(20 * Math.Log10(ratio.Magnitude), -0.2, 0.2);
            Assert.InRange(ratio.Phase * 180 / Math.PI, -5, 5);
        });
    }

    [SkippableFact]
    public void From_2_to_45_Hz_their_group_delays_lie_within_0_1_ms()
    {
        FrequencyResponse circuit = run.Bench.Circuit;
        FrequencyResponse model = run.Bench.Model;
        Assert.All(model.Hertz.Where(f => f is >= 2 and <= 45), f => Assert.Equal(circuit.GroupDelayMs(f), model.GroupDelayMs(f), 0.1));
    }

    [SkippableFact]
    public void A_growing_sine_clips_in_the_model_where_it_clips_in_the_circuit_on_the_board_and_on_the_module()
    {
        // 30 mV of 3.3 V, where the sine is steepest and half a step early or late.
        Assert.InRange(Worst(run.Bench.Clipping, run.Bench.ModelClipping), 0, 0.03);
        Assert.InRange(Worst(run.Bench.ModuleClipping, run.Bench.ModelModuleClipping), 0, 0.03);
    }

    [SkippableFact]
    public void Contact_made_again_recovers_in_the_model_at_the_moment_at_which_it_does_in_the_circuit()
    {
        FrontEndBench bench = run.Bench;
        foreach ((Trace circuit, Trace model) in new[]
        {
            (bench.Restored, bench.ModelRestored), (bench.Negative, bench.ModelNegative), (bench.Slow, bench.ModelSlow),
        })
        {
            Assert.Equal(LeavesItsRail(circuit), LeavesItsRail(model), 0.005);
            Assert.Equal(Recovers(circuit), Recovers(model), 0.005 + (0.01 * Recovers(circuit)));
        }
    }

    [SkippableFact]
    public void Without_fast_restore_recovery_ends_with_the_high_passs_time_constant_in_both()
    {
        Assert.Equal(0.531, TimeConstant(run.Bench.Slow), 0.01);
        Assert.Equal(0.531, TimeConstant(run.Bench.ModelSlow), 0.01);

        static double TimeConstant(Trace trace)
        {
            double early = 1.3 - trace.At(12.5);
            double late = 1.3 - trace.At(13);
            return 0.5 / Math.Log(early / late);
        }
    }

    [SkippableFact]
    public void An_impulse_of_0_3_mVs_leaves_the_same_undershoot_in_both()
    {
        // On the flanks the model is early by up to half a step, a quarter of a millisecond of 0.2 V a millisecond.
        Assert.InRange(Worst(run.Bench.Impulse, run.Bench.ModelImpulse), 0, 0.06);
        Assert.Equal(run.Bench.Impulse.Volts.Min(), run.Bench.ModelImpulse.Volts.Min(), 0.01);
        Assert.Equal(run.Bench.Impulse.At(1), run.Bench.ModelImpulse.At(1), 0.002);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(60)]
    public void The_transfer_function_that_tolerances_are_reckoned_from_is_the_models(double hertz)
    {
        FrequencyResponse model = FrequencyResponse.OfModel(FrontEndBench.Parts, [hertz]);
        double decibels = 20 * Math.Log10(model.Values[0].Magnitude / PartsTolerance.At(FrontEndBench.Parts, hertz).Magnitude);
        Assert.InRange(decibels, -0.15, 0.02);
    }

    [Fact]
    public void Parts_within_their_tolerance_keep_gain_and_pass_band()
    {
        var ranges = PartsTolerance.Of(new AnalogSettings());
        Assert.Equal(399, ranges.Single(range => range.What.StartsWith("gain", StringComparison.Ordinal)).Middle, 1.0);
        Assert.All(ranges, range => Assert.True(range.Least < range.Middle && range.Middle < range.Most));

        // Front end and Conditioner together may lose 3 dB at 35 Hz, of which the Conditioner takes 0.1.
        Assert.InRange(ranges.Single(range => range.What.StartsWith("at 35", StringComparison.Ordinal)).Least, -2.9, 0);
    }

    private static double Worst(Trace one, Trace other) => one.Volts.Zip(other.Volts, (a, b) => Math.Abs(a - b)).Max();

    private static double LeavesItsRail(Trace trace)
    {
        int contact = Array.FindIndex(trace.Seconds, time => time >= FrontEndBench.FoundAt + 0.02);
        return trace.Seconds[contact + Array.FindIndex(trace.Volts[contact..], volts => volts is > 0.15 and < 3.1)] - FrontEndBench.FoundAt;
    }

    private static double Recovers(Trace trace) => trace.SettledAfter(FrontEndBench.FoundAt, 1.3, 0.05);
}
