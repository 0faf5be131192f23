using System;
using EcgChip.Device;
using EcgChip.Device.Screens;
using EcgChip.Inference;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Display;
using EcgChip.Simulator.Patients;

namespace EcgChip.Cli.Screens;

/// <summary>Draws a screen with the firmware's own code and driver on the simulated display.</summary>
public static class ScreenDrawing
{
    private const int TraceSamples = 620;
    private const int SamplesAtATime = 8;
    private const int Ring = 1024;
    private const int HeartRate = 70;

    /// <summary>Draws a screen and hands its panel on.</summary>
    /// <param name="sample">The screen.</param>
    /// <param name="language">A number of <see cref="Language"/>.</param>
    /// <param name="look">Gets the panel.</param>
    public static void Draw(SampleScreen sample, int language, Action<Ili9341Panel> look)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(look);
        SimulatedBoard board = new(new SyntheticPatient(new() { Seconds = 1 }));
        using IDisposable attachment = HostBoard.Attach(board);
        ScreenContents contents = SampleScreen.NewContents(language);
        sample.Fill(contents);
        DeviceScreens screens = new(new OpenedBoard().Display, contents);
        screens.Show(sample.Id);
        DrawAll(screens);
        if (sample.Id is ScreenId.Monitor or ScreenId.Recording)
        {
            Play(screens, contents);
        }

        look(board.Panel);
    }

    private static void Play(DeviceScreens screens, ScreenContents contents)
    {
        short[] ring = new short[Ring];
        screens.Monitor.SetContact(contents.Contact, contents.Message);
        bool good = contents.Message == Device.Monitoring.SignalMessage.Good;
        screens.Monitor.SetHeartRate(good ? HeartRate : ScreenContents.Unknown);
        foreach (int beatClass in new[] { BeatClass.N, BeatClass.N, BeatClass.V, BeatClass.N, BeatClass.N, BeatClass.S, BeatClass.N })
        {
            screens.Monitor.PushBeatClass(beatClass);
        }

        for (int i = 0; i < TraceSamples; i += SamplesAtATime)
        {
            for (int k = i; k < i + SamplesAtATime; k++)
            {
                ring[k % Ring] = SampleScreen.Units(k);
            }

            screens.Monitor.PushSamples(ring, Ring - 1, i, SamplesAtATime);
            for (int k = i; k < i + SamplesAtATime; k++)
            {
                if (k % SampleScreen.Period == SampleScreen.RPeak && good)
                {
                    screens.Monitor.MarkR(i + SamplesAtATime - 1 - k);
                }
            }

            DrawAll(screens);
        }
    }

    private static void DrawAll(DeviceScreens screens)
    {
        while (!screens.Step() || !screens.IsDrawn)
        {
        }
    }
}
