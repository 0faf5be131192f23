using System;
using EcgChip.Device;
using EcgChip.Signal;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>The board as designed, as the firmware's settings see it.</summary>
public static class BoardSettings
{
    /// <summary>The firmware's own settings of the board.</summary>
    public static FrontEndSettings AsDesigned { get; } = Device.Board.FrontEnd();

    /// <summary>
    /// How much later than at the electrodes a heartbeat shows in the conditioned signal, in microseconds: front end and conditioner less
    /// the middle of the readings that make a sample.
    /// </summary>
    public static double DelayUs(FrontEndSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.GroupDelayUs + Conditioner.GroupDelayUs - new FirmwareSettings().AcquisitionLeadUs;
    }
}
