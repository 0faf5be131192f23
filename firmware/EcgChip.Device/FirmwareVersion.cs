namespace EcgChip.Device
{
    /// <summary>Which program this is. A release raises it; it stands on the label of the box and in every record of a self-test.</summary>
    public static class FirmwareVersion
    {
        /// <summary>Raised when something changes for those who use the device.</summary>
        public const int Major = 1;

        /// <summary>Raised when something is added.</summary>
        public const int Minor = 0;

        /// <summary>Raised when something is mended.</summary>
        public const int Patch = 0;
    }
}
