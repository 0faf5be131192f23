namespace EcgChip.NanoHost.Storage;

/// <summary>What <see cref="Directory.CreateDirectory"/> answers on the chip; the firmware has no use for its content.</summary>
public sealed class DirectoryInfo
{
    internal DirectoryInfo()
    {
    }
}
