using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Simulator.Runs;

/// <summary>How a simulated device is set up and used.</summary>
public sealed record SimulationOptions
{
    /// <summary>The longest recording that the firmware makes, in seconds; beyond it the device monitors.</summary>
    public const int LongestRecordingSeconds = Device.FirmwareSettings.LongestRecordingSeconds;

    /// <summary>The analogue front end.</summary>
    public AnalogSettings FrontEnd { get; init; } = new();

    /// <summary>Mains frequency that the firmware filters out.</summary>
    public MainsFrequency Mains { get; init; } = MainsFrequency.Hz50;

    /// <summary>True when the firmware finds R peaks by the paper's batch rule.</summary>
    public bool UsesPaperRule { get; init; }

    /// <summary>True when the start button is pressed at the beginning, so that a recording is made and stored.</summary>
    public bool Records { get; init; } = true;

    /// <summary>
    /// Seconds that are recorded, 1 to <see cref="LongestRecordingSeconds"/>; null records the patient to the end, as far as that goes. What
    /// follows is monitored.
    /// </summary>
    public int? RecordingSeconds { get; init; }

    /// <summary>The id that the device was set up with; null for one that never was.</summary>
    public long? DeviceId { get; init; }

    /// <summary>The key that it was set up with: 32 bytes; null for none.</summary>
    public System.Collections.Generic.IReadOnlyList<byte>? Key { get; init; }
}
