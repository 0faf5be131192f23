using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Device;
using EcgChip.Device.Sampling;
using EcgChip.Device.SelfTest;
using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Display;
using EcgChip.Simulator.Patients;

namespace EcgChip.Cli.Bench;

/// <summary>Runs the firmware's self-test on a simulated board of its own.</summary>
public static class SelfTestBench
{
    private const int PictureScale = 2;

    // The title asks for a press by then; and the other page has come.
    private const long SettledUs = 1_000_000;
    private const long PageUs = 8_000_000;

    /// <summary>Every line of the table, in the display's order. On the chip's clock, its microseconds are those that the display shows.</summary>
    /// <param name="cancellation">Ends it.</param>
    public static IReadOnlyList<KernelBench> Run(CancellationToken cancellation)
    {
        SimulatedBoard board = new(new SyntheticPatient(new() { Seconds = 1 }));
        using IDisposable attachment = HostBoard.Attach(board);
        OpenedBoard opened = new();
        SelfTestRun test = new(opened, new HighResClock(), new BedsideModel(), new SeedModel(), new InfarctionModel(), opened.Battery);
        Looks looks = new();
        board.Probe = looks;
        long[] instructions = new long[SelfTestLine.Count];
        long[] il = new long[SelfTestLine.Count];
        while (!test.IsComplete)
        {
            cancellation.ThrowIfCancellationRequested();
            test.Step();
            if (test.LastLine != SelfTestRun.NoLine)
            {
                instructions[test.LastLine] += looks.Instructions;
                il[test.LastLine] += looks.Il;
            }
        }

        return [.. Enumerable.Range(0, SelfTestLine.Count).Select(line => new KernelBench(
            SelfTestLine.Name(line), instructions[line], il[line], test.Microseconds(line), test.IsRight(line)))];
    }

    /// <summary>Leaves both pages of the table as pictures: the board's parts, and the kernels' times.</summary>
    /// <param name="board">File name of the board's parts.</param>
    /// <param name="times">File name of the times.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Draw(string board, string times, CancellationToken cancellation)
    {
        SimulatedBoard simulated = new(new SyntheticPatient(new() { Seconds = 1 }));
        using IDisposable attachment = HostBoard.Attach(simulated);
        OpenedBoard opened = new();
        SelfTestRun test = new(opened, new HighResClock(), new BedsideModel(), new SeedModel(), new InfarctionModel(), opened.Battery);
        StepUntil(() => test.IsComplete);
        StepFor(SettledUs);
        simulated.Panel.SavePng(times, PictureScale);
        StepFor(PageUs);
        simulated.Panel.SavePng(board, PictureScale);

        void StepFor(long microseconds)
        {
            long end = simulated.Clock.NowUs + microseconds;
            StepUntil(() => simulated.Clock.NowUs >= end);
        }

        void StepUntil(Func<bool> holds)
        {
            while (!holds())
            {
                cancellation.ThrowIfCancellationRequested();
                test.Step();
            }
        }
    }

    /// <summary>What was executed between the last two looks at the clock.</summary>
    private sealed class Looks : IBoardProbe
    {
        private long executed;
        private long ilExecuted;

        public long Instructions { get; private set; }

        public long Il { get; private set; }

        public void ClockRead(long nowUs)
        {
            (Instructions, Il) = (InstructionMeter.Executed - executed, InstructionMeter.IlExecuted - ilExecuted);
            (executed, ilExecuted) = (InstructionMeter.Executed, InstructionMeter.IlExecuted);
        }

        public void AdcRead(long nowUs)
        {
        }
    }
}
