namespace EcgChip.Device.Seams
{
    /// <summary>What the user can press.</summary>
    public interface IControls
    {
        /// <summary>True while the button that starts a recording is held down.</summary>
        bool StartHeld { get; }
    }
}
