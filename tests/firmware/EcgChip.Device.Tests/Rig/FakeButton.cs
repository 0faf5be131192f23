using EcgChip.Device.Seams;

namespace EcgChip.Device.Tests.Rig;

/// <summary>Buttons that a test holds down.</summary>
internal sealed class FakeButton : IControls
{
    public bool StartHeld { get; set; }

    public bool ModeHeld { get; set; }
}
