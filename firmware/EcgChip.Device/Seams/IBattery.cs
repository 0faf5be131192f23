namespace EcgChip.Device.Seams
{
    /// <summary>The battery, as far as a self-test and the link ask for it.</summary>
    public interface IBattery
    {
        /// <summary>Its voltage, in millivolts, measured now.</summary>
        int Millivolts();

        /// <summary>True while power comes over USB: the board then keeps the front end off, whatever the program wants.</summary>
        bool IsOnUsb { get; }
    }
}
