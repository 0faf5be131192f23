namespace EcgChip.Device
{
    /// <summary>Where the chip begins.</summary>
    public static class Program
    {
        /// <summary>Starts the firmware and runs it for good.</summary>
        public static void Main()
        {
            Firmware firmware = new Firmware(new FirmwareSettings(), null);
            while (true)
            {
                firmware.RunSlot();
            }
        }
    }
}
