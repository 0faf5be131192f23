using System;
using System.Linq;
using EcgChip.Device.Sampling;
using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Device.SelfTest;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Display;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.SelfTest;

/// <summary>A self-test on a simulated board, and what its display shows.</summary>
internal sealed class SelfTestBoard : IDisposable
{
    private const ushort Ground = 0x0862;
    private const int MostSteps = 100_000;

    private readonly IDisposable attachment;

    public SelfTestBoard(Model? bedside = null, Model? seed = null, HeadModel? head = null, IBattery? battery = null, bool hasHead = true)
    {
        Board = new SimulatedBoard(new SyntheticPatient(new() { Seconds = 1 })) { StartButtonHeld = true };
        attachment = HostBoard.Attach(Board);
        Opened = new OpenedBoard();
        Run = new SelfTestRun(Opened, new HighResClock(), bedside ?? new BedsideModel(), seed ?? new SeedModel(), hasHead ? head ?? new InfarctionModel() : null, battery);
    }

    public SimulatedBoard Board { get; }

    public OpenedBoard Opened { get; }

    public SelfTestRun Run { get; }

    public string Title => Row(Board.Panel, 0);

    /// <summary>The table's lines of kernels: name, microseconds, verdict.</summary>
    public (string Name, string Microseconds, string Verdict)[] Lines => [.. Enumerable.Range(1, SelfTestLine.Count).Select(row =>
    {
        string text = Row(Board.Panel, row).PadRight(SelfTestScreen.Characters);
        return (text[..SelfTestLine.NameLength].TrimEnd(), text[SelfTestLine.NameLength..SelfTestScreen.Verdict].Trim(),
            text[SelfTestScreen.Verdict..].TrimEnd());
    })];

    public string[] ModelLines =>
        [.. Enumerable.Range(1 + SelfTestLine.Count, 2).Select(row => Row(Board.Panel, row))];

    public static string Row(Ili9341Panel panel, int row) =>
        PanelText.Read(panel, SelfTestScreen.Left, 1 + (row * SelfTestScreen.LineHeight), SelfTestScreen.Characters, Ground);

    /// <summary>Runs all kernels.</summary>
    public void RunKernels() => StepUntil(() => Run.IsComplete);

    /// <summary>Steps until something holds.</summary>
    public void StepUntil(Func<bool> holds)
    {
        for (int i = 0; !holds(); i++)
        {
            Assert.True(i < MostSteps, "The self-test does not come to this.");
            Assert.False(Run.Step(), "The self-test has ended.");
        }
    }

    /// <summary>Goes on for a time of the board's, the button as it is.</summary>
    /// <returns>True when the self-test ended.</returns>
    public bool StepFor(long microseconds)
    {
        long end = Board.Clock.NowUs + microseconds;
        bool ended = false;
        while (!ended && Board.Clock.NowUs < end)
        {
            ended = Run.Step();
        }

        return ended;
    }

    public void Dispose() => attachment.Dispose();
}
