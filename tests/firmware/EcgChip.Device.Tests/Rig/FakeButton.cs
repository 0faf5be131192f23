using EcgChip.Device.Seams;

namespace EcgChip.Device.Tests.Rig;

/// <summary>A start button that a test holds down.</summary>
internal sealed class FakeButton : IControls
{
    public bool StartHeld { get; set; }
}
