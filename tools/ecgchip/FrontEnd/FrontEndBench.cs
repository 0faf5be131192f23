using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Cli.FrontEnd;

/// <summary>What the netlists in <c>hardware/frontend</c> give in ngspice, beside what the simulator's model gives for the same input.</summary>
public sealed class FrontEndBench
{
    /// <summary>When the electrode comes off in <c>lost-electrode.cir</c>, and when it is on again, in seconds.</summary>
    public const double LostAt = 1;

    /// <summary>When the electrode is on again, in seconds.</summary>
    public const double FoundAt = 5;

    // beat.cir
    private const double BeatAt = 1;
    private const double BeatWidth = 0.012;

    private const double ImpulseAt = 0.5;
    private const double ImpulseSeconds = 0.1;
    private const double ImpulseMillivolts = 3;
    private const double MillivoltsASecond = 1;
    private const double ModuleMillivoltsASecond = 0.4;

    /// <summary>Runs everything.</summary>
    /// <param name="spice">ngspice.</param>
    /// <param name="folder">Folder of the netlists.</param>
    /// <exception cref="UnusableInputException">A netlist is missing, or ngspice cannot be used.</exception>
    public FrontEndBench(NgSpice spice, string folder)
    {
        ArgumentNullException.ThrowIfNull(spice);
        AnalogSettings board = Parts;
        string Netlist(string name) => Path.Combine(folder, name);

        Circuit = FrequencyResponse.Of(spice.Run(Netlist("response.cir"), "response.txt")[0]);
        Model = FrequencyResponse.OfModel(board, [.. Circuit.Hertz.Where(f => f is > 0.04 and < 250)]);

        Clipping = Trace.Of(spice.Run(Netlist("clipping.cir"), "clipping.txt")[0]);
        ModelClipping = Trace.OfModel(board, Clipping.Seconds, Growing(MillivoltsASecond));
        ModuleClipping = Trace.Of(spice.Run(Netlist("clipping-module.cir"), "clipping-module.txt")[0]);
        ModelModuleClipping = Trace.OfModel(AnalogSettings.Module, ModuleClipping.Seconds, Growing(ModuleMillivoltsASecond));

        IReadOnlyList<SpiceTable> offset = spice.Run(Netlist("offset.cir"), "offset.txt", "offset-leaking.txt", "offset-response.txt");
        OffsetShift = Largest(offset[0]);
        LeakingOffsetShift = Largest(offset[1]);
        OffsetGain = FrequencyResponse.Of(offset[2]).MidGain;

        IReadOnlyList<SpiceTable> lost = spice.Run(Netlist("lost-electrode.cir"), "lost-restored.txt", "lost-slow.txt", "lost-negative.txt");
        Restored = Trace.Of(lost[0]);
        Slow = Trace.Of(lost[1]);
        Negative = Trace.Of(lost[2]);
        ModelRestored = Trace.OfModel(board, Restored.Seconds, _ => 0, Lost(true));
        ModelSlow = Trace.OfModel(board with { FastRestore = false }, Slow.Seconds, _ => 0, Lost(true));
        ModelNegative = Trace.OfModel(board, Negative.Seconds, _ => 0, Lost(false));

        Beat = Trace.Of(spice.Run(Netlist("beat.cir"), "beat.txt")[0]);
        ModelBeat = Trace.OfModel(board, Beat.Seconds, t => Math.Exp(-Math.Pow((t - BeatAt) / BeatWidth, 2) / 2));

        Impulse = Trace.Of(spice.Run(Netlist("impulse.cir"), "impulse.txt")[0]);
        ModelImpulse = Trace.OfModel(board, Impulse.Seconds, t => t is >= ImpulseAt and < ImpulseAt + ImpulseSeconds ? ImpulseMillivolts : 0);
    }

    /// <summary>The board's parts.</summary>
    public static AnalogSettings Parts { get; } = new();

    /// <summary>Frequency response of the circuit.</summary>
    public FrequencyResponse Circuit { get; }

    /// <summary>Frequency response of the model.</summary>
    public FrequencyResponse Model { get; }

    /// <summary>The circuit under a 5 Hz sine that grows by 1 mV a second.</summary>
    public Trace Clipping { get; }

    /// <summary>The model under the same.</summary>
    public Trace ModelClipping { get; }

    /// <summary>The module under a 5 Hz sine that grows by 0.4 mV a second.</summary>
    public Trace ModuleClipping { get; }

    /// <summary>The module's model under the same.</summary>
    public Trace ModelModuleClipping { get; }

    /// <summary>How far electrodes 300 mV apart move the circuit's centre, in millivolts at the pin.</summary>
    public double OffsetShift { get; }

    /// <summary>The same when C_HP leaks by 106 megohms.</summary>
    public double LeakingOffsetShift { get; }

    /// <summary>The circuit's gain at 10 Hz with electrodes 300 mV apart.</summary>
    public double OffsetGain { get; }

    /// <summary>The circuit when the positive electrode is lost and fast restore is wired.</summary>
    public Trace Restored { get; }

    /// <summary>The model in that case.</summary>
    public Trace ModelRestored { get; }

    /// <summary>The circuit when the positive electrode is lost and fast restore is not wired.</summary>
    public Trace Slow { get; }

    /// <summary>The model in that case.</summary>
    public Trace ModelSlow { get; }

    /// <summary>The circuit when the negative electrode is lost.</summary>
    public Trace Negative { get; }

    /// <summary>The model in that case.</summary>
    public Trace ModelNegative { get; }

    /// <summary>The circuit's answer to a pulse like a QRS complex.</summary>
    public Trace Beat { get; }

    /// <summary>The model's.</summary>
    public Trace ModelBeat { get; }

    /// <summary>The circuit's answer to 3 mV for 100 ms.</summary>
    public Trace Impulse { get; }

    /// <summary>The model's.</summary>
    public Trace ModelImpulse { get; }

    /// <summary>Every figure with its bounds.</summary>
    public IReadOnlyList<Figure> Figures()
    {
        double delay = Device.Board.FrontEnd().GroupDelayUs / 1000.0;
        return
        [
            Both("gain at its largest", Circuit, Model, response => response.MidGain, 392, 408, 1),
            Both("high-pass corner, Hz", Circuit, Model, response => response.Corner(false), 0.285, 0.315, 3),
            Both("low-pass corner, Hz", Circuit, Model, response => response.Corner(true), 43, 47.5),
            Both("at 0.67 Hz, dB", Circuit, Model, response => response.RelativeDecibels(0.67), -1, 0),
            Both("at 35 Hz, dB", Circuit, Model, response => response.RelativeDecibels(35), -2, 0),
            Both(string.Create(CultureInfo.InvariantCulture, $"a QRS complex comes later by, ms (the firmware reckons with {delay})"),
                Beat, ModelBeat, trace => (trace.Top() - BeatAt) * 1000, delay - 0.3, delay + 0.3),
            Both("group delay at 10 Hz, ms; 0.5 of it the high-pass's, which moves no peak", Circuit, Model, response => response.GroupDelayMs(10), 5.8, 6.6),
            new("largest distance of the two, 0.2 to 60 Hz, dB", WorstDecibels(), null, 0, 0.3),
            new("largest distance of their group delays, 2 to 45 Hz, ms", WorstDelay(), null, 0, 0.2),
            Both("sine that still fits 0.15 to 2.45 V, mV", Clipping, ModelClipping, trace => trace.FirstOutside(0.15, 2.45) * MillivoltsASecond, 2.8, 3.1),
            Both("sine that the module still fits there, mV", ModuleClipping, ModelModuleClipping,
                trace => trace.FirstOutside(0.15, 2.45) * ModuleMillivoltsASecond, 0.6, 1.1),
            Both("lowest at the pin when it clips, V", Clipping, ModelClipping, trace => trace.Volts.Min(), 0, 0.05, 3),
            Both("highest at the pin when it clips, V", Clipping, ModelClipping, trace => trace.Volts.Max(), 3.2, 3.3, 3),
            new("centre moved by electrodes 300 mV apart, mV at the pin", OffsetShift, null, 0, 1),
            new("the same with a C_HP that leaks as much as X7R may (500 ohm farads), mV", LeakingOffsetShift, null, 0, 150, 0),
            new("gain at 10 Hz with electrodes 300 mV apart", OffsetGain, null, 392, 408, 1),
            Both("left leg off: at the pin, V", Restored, ModelRestored, trace => trace.At(FoundAt - 0.1), 3.2, 3.3),
            Both("right arm off: at the pin, V", Negative, ModelNegative, trace => trace.At(FoundAt - 0.1), 0, 0.1),
            Both("left leg on again after 4 s: settled to 0.1 mV after, s", Restored, ModelRestored, Settled, 0, 0.25, 3),
            Both("right arm on again after 4 s: settled to 0.1 mV after, s", Negative, ModelNegative, Settled, 0, 0.25, 3),
            Both("left leg, without fast restore, s", Slow, ModelSlow, Settled, 5, 10),
            new("largest root mean square distance of the two over these 18 s, V", Math.Max(
                Restored.DistanceTo(ModelRestored), Math.Max(Slow.DistanceTo(ModelSlow), Negative.DistanceTo(ModelNegative))), null, 0, 0.06, 3),
            Both("3 mV for 100 ms: below the centre after it, mV", Impulse, ModelImpulse, trace => AtElectrodes(Parts.CentreVolts - trace.Volts.Min()), 0.4, 0.75),
            Both("and its way back over the next 0.53 s, mV", Impulse, ModelImpulse, trace => AtElectrodes(trace.At(1.18) - trace.At(0.65)), 0.2, 0.4),
        ];
    }

    private double WorstDecibels() => Common(0.2, 60).Max(f =>
        Math.Abs(20 * Math.Log10(ValueOf(Circuit, f) / ValueOf(Model, f))));

    private double WorstDelay() => Common(2, 45).Max(f => Math.Abs(Circuit.GroupDelayMs(f) - Model.GroupDelayMs(f)));

    private IEnumerable<double> Common(double from, double to) => Model.Hertz.Where(f => f >= from && f <= to);

    private static double ValueOf(FrequencyResponse response, double hertz) => response.Values[Array.IndexOf(response.Hertz, hertz)].Magnitude;

    private static double Settled(Trace trace) => trace.SettledAfter(FoundAt, trace.Volts[^1], 0.1 * Parts.Gain / 1000);

    private static double AtElectrodes(double volts) => volts / Parts.Gain * 1000;

    private static double Largest(SpiceTable sweep)
    {
        double[] pin = sweep["v(pin)"];
        return (pin.Max() - pin.Min()) / 2 * 1000;
    }

    private static Func<double, double> Growing(double millivoltsASecond) => t => millivoltsASecond * t * Math.Sin(2 * Math.PI * 5 * t);

    private static Electrodes Lost(bool positive)
    {
        Electrodes electrodes = new();
        electrodes.Lose(positive, LostAt, FoundAt);
        return electrodes;
    }

    private static Figure Both<T>(string what, T circuit, T model, Func<T, double> figure, double lowest, double highest, int digits = 2) =>
        new(what, figure(circuit), figure(model), lowest, highest, digits);
}
