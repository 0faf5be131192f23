using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Device.Session;
using EcgChip.Device.Storage;
using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;
using EcgChip.Records;

namespace EcgChip.Device.Tests.Rig;

/// <summary>A bedside session on the attached board, put together as the firmware does it, with what a test wants to hold in its hand.</summary>
internal static class QuietSession
{
    private const int PageBytes = 256;

    public static BedsideSession Make(FirmwareSettings settings, IControls controls, IBeatListener? listener = null)
    {
        RecordLog log = new(new FileSegmentStore(Firmware.LogDirectory, settings.FlashBytes), settings.SegmentBytes, PageBytes);
        log.Open(LogCheck.NewestPayloads);
        while (!log.Step())
        {
        }

        return new BedsideSession(
            settings,
            new SessionParts
            {
                FrontEnd = Board.FrontEnd(),
                LiveModel = new BedsideModel(),
                AnalysisModel = new SeedModel(),
                InfarctionModel = new InfarctionModel(),
                Screens = new DeviceScreens(PanelBoard.OpenDisplay(), new ScreenContents()),
                Controls = controls,
                Log = log,
                Observer = listener!,
            });
    }
}
