using EcgChip.NanoHost;

namespace nanoFramework.Hardware.Esp32;

/// <summary>How much memory the chip has.</summary>
public class NativeMemory
{
    /// <summary>Which memory.</summary>
    public enum MemoryType
    {
        /// <summary>Both.</summary>
        All = 0,

        /// <summary>The chip's own.</summary>
        Internal = 1,

        /// <summary>PSRAM.</summary>
        SpiRam = 2,
    }

    /// <summary>Bytes of a memory; the simulated board knows its PSRAM only, all of it free.</summary>
    public static void GetMemoryInfo(MemoryType memType, out uint totalSize, out uint totalFreeSize, out uint largestFreeBlock)
    {
        totalSize = memType == MemoryType.SpiRam ? (uint)HostBoard.Current.SpiRamBytes : 0;
        totalFreeSize = totalSize;
        largestFreeBlock = totalSize;
    }
}
