namespace EcgChip.Device.Seams
{
    /// <summary>The battery, as far as a self-test and the link ask for it.</summary>
    public interface IBattery
    {
        /// <summary>Its voltage, in millivolts, measured now.</summary>
        int Millivolts();
    }
}
