using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Device.Seams;
using EcgChip.Device.Session;
using EcgChip.Signal;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.SignalChain;

/// <summary>
/// Plays a voltage through the whole simulated board, front end, ADC and firmware, and writes down what comes out. Computing takes no time there.
/// </summary>
public sealed class BoardPlay : IBeatListener
{
    private const double MicrosecondsPerSecond = 1e6;
    private const int BlockSamples = SignalQuality.BlockSamples;

    private readonly VirtualDevice device;
    private readonly BedsideSession session;
    private readonly List<(double Seconds, double Told)> beats = [];
    private readonly List<(double Seconds, int? Rate)> shown = [];
    private readonly List<(double Seconds, ContactState State, QualityReason Reason)> judged = [];
    private readonly List<(double Seconds, ContactState State)> states = [];
    private readonly double[] trace;
    private int seconds;
    private int read = -1;

    private BoardPlay(VirtualDevice device)
    {
        this.device = device;
        session = device.Firmware.Session;
        trace = new double[device.PatientSamples];
        Array.Fill(trace, double.NaN);
        device.BeatListener = this;
        device.SlotEnded += EndSlot;
    }

    /// <summary>Plays a voltage.</summary>
    /// <param name="millivolts">Between the electrodes, by the seconds since the start.</param>
    /// <param name="length">Seconds.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="mains">The mains frequency that the device is set to.</param>
    /// <param name="electrodes">Takes electrodes off; null leaves them on.</param>
    public static PlayedSignal Play(
        Func<double, double> millivolts, double length, CancellationToken cancellation, MainsFrequency mains = MainsFrequency.Hz50,
        Action<Electrodes>? electrodes = null) =>
        Play(new PlayedVoltage(millivolts, length), cancellation, mains, electrodes);

    /// <summary>Plays a patient.</summary>
    public static PlayedSignal Play(
        IPatient patient, CancellationToken cancellation, MainsFrequency mains = MainsFrequency.Hz50, Action<Electrodes>? electrodes = null)
    {
        using VirtualDevice device = new(patient, new SimulationOptions { Records = false, Mains = mains });
        electrodes?.Invoke(device.Board.Electrodes);
        BoardPlay play = new(device);
        device.Run(cancellation);
        cancellation.ThrowIfCancellationRequested();
        double end = device.PatientSamples / (double)SignalUnits.SampleRate;
        return new PlayedSignal
        {
            Trace = play.trace,
            Beats = [.. play.beats.Where(beat => beat.Seconds < end)],
            Shown = [.. play.shown.Where(each => each.Seconds <= end)],
            Judged = [.. play.judged.Where(each => each.Seconds <= end)],
            States = [.. play.states.Where(each => each.Seconds <= end)],
            DelaySeconds = BoardSettings.DelayUs(BoardSettings.AsDesigned) / MicrosecondsPerSecond,
        };
    }

    /// <inheritdoc/>
    public void BeatFound(int sampleIndex) => beats.Add((PlayedSignal.SecondsOf(sampleIndex), Now));

    /// <inheritdoc/>
    public void BeatClassified(int sampleIndex, int beatClass, int confidence)
    {
        // Where the beats are is asked here, not what they are.
    }

    private double Now => (device.Board.Clock.NowUs - device.Board.PatientStartUs) / MicrosecondsPerSecond;

    private void EndSlot(int next)
    {
        ContactState state = session.Contact.State;
        if (states.Count == 0 || states[^1].State != state)
        {
            states.Add((PlayedSignal.SecondsOf(next), state));
        }

        ReadRing(state);
        int judgedSeconds = session.Contact.SecondsByState.Sum();
        if (judgedSeconds != seconds)
        {
            // What the firmware shows it decides once a second, as BedsideSession.SecondJudged does it.
            seconds = judgedSeconds;
            int rate = session.Rate.Now;
            shown.Add((PlayedSignal.SecondsOf(next), state == ContactState.Good && rate != HeartRate.Unknown ? rate : null));
            judged.Add((PlayedSignal.SecondsOf(next), state, session.Signal.Quality.Reason));
        }
    }

    // Samples come in blocks. Which of a block are from before contact was made the ring does not say: then none of it is told.
    private void ReadRing(ContactState state)
    {
        int newest = session.Signal.Newest;
        if (newest == 0)
        {
            // Nothing was taken yet: the first block ends later.
            return;
        }

        if (state == ContactState.NoContact || newest - read > BlockSamples)
        {
            read = newest;
            return;
        }

        for (int i = read + 1; i <= newest && i < trace.Length; i++)
        {
            trace[i] = session.Signal.Ring[i & session.Signal.RingMask] / (double)SignalUnits.UnitsPerMillivolt;
        }

        read = newest;
    }
}
