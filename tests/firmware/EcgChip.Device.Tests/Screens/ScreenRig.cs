using System;
using System.Linq;
using EcgChip.Device.Screens;
using EcgChip.Simulator.Display;

namespace EcgChip.Device.Tests.Screens;

/// <summary>All screens on a panel of their own.</summary>
internal sealed class ScreenRig : IDisposable
{
    /// <summary>No screen needs so many steps.</summary>
    private const int MostSteps = 4000;

    private readonly PanelBoard board = new();

    public ScreenRig(int language = Language.English)
    {
        Contents = new ScreenContents { SettingLanguage = language };
        Screens = new DeviceScreens(PanelBoard.OpenDisplay(), Contents);
        DrawAll();
    }

    public ScreenContents Contents { get; }

    public DeviceScreens Screens { get; }

    public Ili9341Panel Panel => board.Panel;

    public int DrawAll()
    {
        int steps = 0;
        while (!Screens.Step() || !Screens.IsDrawn)
        {
            steps++;
            Assert.True(steps < MostSteps, $"{Screens.Shown} is never drawn.");
        }

        return steps;
    }

    public void Show(ScreenId screen)
    {
        Screens.Show(screen);
        Screens.Changed();
        DrawAll();
    }

    public int[] Pixels() =>
        [.. Enumerable.Range(0, Ili9341Panel.Height).SelectMany(y => Enumerable.Range(0, Ili9341Panel.Width).Select(x => (int)Panel.Pixel(x, y)))];

    public void Dispose() => board.Dispose();
}
