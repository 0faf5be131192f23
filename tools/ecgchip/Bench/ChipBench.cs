using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Cli.Output;
using EcgChip.NanoHost;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Bench;

/// <summary>Runs the firmware on the chip's clock and takes its costs. Only inside a program that runs on the chip's clock.</summary>
public static class ChipBench
{
    private const double Half = 0.5;
    private const double P999 = 0.999;
    private const double All = 1;
    private const double Percent = 100;

    /// <summary>Monitors and records a patient.</summary>
    /// <exception cref="InvalidOperationException">The program does not run on the chip's clock.</exception>
    public static BenchResult Run(IPatient patient, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(patient);
        Func<IReadOnlyDictionary<string, long>> byMethod = InstructionMeter.ByMethod
            ?? throw new InvalidOperationException("The bench needs the chip's clock.");
        using VirtualDevice device = new(patient, new SimulationOptions());
        LoopProbe probe = new() { StartUs = device.Firmware.FirstSampleUs };
        device.Board.Probe = probe;

        IReadOnlyDictionary<string, long> before = byMethod();
        long start = device.Board.Clock.NowUs;
        IReadOnlyDictionary<string, long> after = before;
        long end = start;
        device.PatientEnded = () =>
        {
            after = byMethod();
            end = device.Board.Clock.NowUs;
            device.Board.Probe = null;
        };
        SimulationResult result = ProgressLine.Show(device, patient.Name, cancellation);

        IReadOnlyDictionary<string, long> stages = Stage.Sum(Difference(after, before));
        int samples = result.Samples;
        int taken = Math.Max(1, samples - result.MissedSamples);
        double waitedUs = stages.GetValueOrDefault(Stage.Wait) / (double)InstructionMeter.Mips;
        return new BenchResult
        {
            Mips = InstructionMeter.Mips,
            Samples = samples,
            Missed = result.MissedSamples,
            JitterUs = (probe.DelayUs(Half), probe.DelayUs(P999), probe.DelayUs(All)),
            WorstSliceUs = probe.WorstSliceUs,
            LoadPercent = Percent * (1 - (waitedUs / (end - start))),
            CostPerSample = stages.ToDictionary(stage => stage.Key, stage => stage.Value / (double)taken),
            ChainPerSample = Stage.Chain.Sum(stage => stages.GetValueOrDefault(stage)) / (double)taken,
            AdcUsPerSample = Conditioner.ReadingsPerSample * (double)Esp32Adc.ConversionUs,
            Beats = (result.Beats.Count, result.Beats.Count(beat => beat.Class is null)),
            Networks = [NetworkBench.Run(device.Firmware.LiveModel), NetworkBench.Run(device.Firmware.AnalysisModel)],
        };
    }

    private static Dictionary<string, long> Difference(IReadOnlyDictionary<string, long> after, IReadOnlyDictionary<string, long> before) =>
        after.ToDictionary(pair => pair.Key, pair => pair.Value - before.GetValueOrDefault(pair.Key));
}
