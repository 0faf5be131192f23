using System;
using EcgChip.Signal;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>The board as designed, as the firmware's settings see it.</summary>
public static class BoardSettings
{
    /// <summary>Gain 400, centred on 1.3 V; the low-pass at 45 Hz delays by sqrt(2) / (2 pi 45 Hz) = 5 ms.</summary>
    public static FrontEndSettings AsDesigned { get; } = new(
        gain: 400, centreMillivolts: 1300, fullScaleMillivolts: 3300, fullScaleCode: Esp32Adc.FullScaleCode,
        lowestGoodMillivolts: 150, highestGoodMillivolts: 2450, groupDelayUs: 5000);

    /// <summary>
    /// How much later than at the electrodes a heartbeat shows in the conditioned signal, in microseconds: front end and conditioner less
    /// the middle of the readings that make a sample.
    /// </summary>
    public static double DelayUs(FrontEndSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.GroupDelayUs + Conditioner.GroupDelayUs - ((Conditioner.ReadingsPerSample - 1) * Esp32Adc.ConversionUs / 2.0);
    }
}
