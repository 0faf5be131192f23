namespace EcgChip.Device.Seams
{
    /// <summary>What the user can press.</summary>
    public interface IControls
    {
        /// <summary>True while the button is held down that starts a recording.</summary>
        bool StartHeld { get; }

        /// <summary>True while the other button is held down.</summary>
        bool ModeHeld { get; }
    }
}
