namespace EcgChip.Device.Seams
{
    /// <summary>What takes the battery's current, as far as the session decides on it.</summary>
    public interface IPower
    {
        /// <summary>Sets how bright the display is.</summary>
        /// <param name="level">1, the darkest, to <see cref="FirmwareSettings.BrightestStep"/>.</param>
        void SetBrightness(int level);

        /// <summary>
        /// Switches front end and backlight off and the chip into deep sleep. On the chip this does not return: either button wakes it, and it begins anew.
        /// </summary>
        void SwitchOff();
    }
}
