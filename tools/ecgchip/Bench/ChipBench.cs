using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.ChipClock;
using EcgChip.Cli.Output;
using EcgChip.Inference;
using EcgChip.NanoHost;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Bench;

/// <summary>Runs the firmware on the chip's clock and takes its costs. Only inside a program that runs on the chip's clock.</summary>
public static class ChipBench
{
    /// <summary>While both electrodes are on, one of the two lead-off comparators is read with every second sample.</summary>
    private const double LeadOffReadings = 0.5;

    /// <summary>Monitors a patient, and records some of it.</summary>
    /// <param name="patient">Who.</param>
    /// <param name="records">True when the first seconds are recorded and analysed; the rest is monitored.</param>
    /// <param name="recordingSeconds">How long a recording lasts; what the firmware keeps room for when none is made.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="InvalidOperationException">The program does not run on the chip's clock.</exception>
    public static BenchResult Run(IPatient patient, bool records, int recordingSeconds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(patient);
        Func<IReadOnlyDictionary<string, long>> byMethod = InstructionMeter.ByMethod
            ?? throw new InvalidOperationException("The bench needs the chip's clock.");
        using VirtualDevice device = new(patient, new SimulationOptions { Records = records, RecordingSeconds = recordingSeconds });
        SessionWatch session = new(device.Firmware.Session);
        HeapWatch heap = new(device.Firmware);
        LatencyWatch latency = new(
            () => device.Board.Clock.NowUs, device.Firmware.FirstSampleUs,
            () => InstructionMeter.Unmetered(() => device.Firmware.Session.Contact.State) == ContactState.Settling);
        LoadWatch load = new(() => device.Board.Clock.NowUs, byMethod, InstructionMeter.Mips);
        LoopProbe probe = new(() => session.Phase) { StartUs = device.Firmware.FirstSampleUs, Looked = () => heap.SliceEnded(session.Phase) };
        device.Board.Probe = probe;
        device.BeatListener = latency;

        load.Enter(session.Phase);
        bool stored = false;
        device.SlotEnded = next =>
        {
            bool stores = session.Phase == SessionPhase.Storing;
            if (stores && !stored)
            {
                latency.Paused(next);
            }

            stored = stores;
            probe.SlotEnded(device.Board.Clock.NowUs);
            heap.SlotEnded(session.Phase, next, recordingSeconds * SignalUnits.SampleRate);
            if (!probe.IsOver)
            {
                load.SlotEnded(session.Phase);
            }

            if (next % SignalUnits.SampleRate == 0)
            {
                latency.SecondEnded(InstructionMeter.Unmetered(() => device.Firmware.Session.Contact.State) == ContactState.Good);
            }
        };
        device.PatientEnded = () =>
        {
            load.End();
            probe.IsOver = true;
        };
        SimulationResult result = ProgressLine.Show(device, patient.Name, cancellation);
        cancellation.ThrowIfCancellationRequested();

        IReadOnlyDictionary<string, long> stages = Stage.Sum(load.Instructions);
        int taken = Math.Max(1, load.Slots);
        return new BenchResult
        {
            Patient = patient.Name,
            RecordingSeconds = records ? recordingSeconds : null,
            Mips = InstructionMeter.Mips,
            Samples = result.Samples,
            Missed = result.MissedSamples,
            Late = device.Firmware.LateSamples,
            Paused = device.Firmware.PausedSamples,
            JitterUs = probe.Delays(),
            WorstSliceUs = probe.WorstSliceUs,
            WorstStoringSliceUs = probe.WorstStoringSliceUs,
            LoadPercent = load.LoadPercent,
            CostPerSample = stages.ToDictionary(stage => stage.Key, stage => stage.Value / (double)taken),
            ChainPerSample = Stage.Chain.Sum(stage => stages.GetValueOrDefault(stage)) / (double)taken,
            AdcUsPerSample = (Conditioner.ReadingsPerSample + LeadOffReadings) * Esp32Adc.ConversionUs,
            Latency = latency.Result(result.Samples),
            Heap = heap.Result(),
            Networks = 
            [
                .. device.Models.Select(each => NetworkBench.Run(
                    each.Model, each.Model == device.Firmware.LiveModel ? LayerJob.ShortSliceIl : LayerJob.LongSliceIl)),
            ],
            Kernels = SelfTestBench.Run(cancellation),
            Assemblies = [.. ChipHost.FirmwarePaths().Select(AssemblySizes.Of)],
        };
    }
}
