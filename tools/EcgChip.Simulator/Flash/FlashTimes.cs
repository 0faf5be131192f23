namespace EcgChip.Simulator.Flash;

/// <summary>
/// How long the ESP32's SPI flash takes, in microseconds: typical figures of the data sheets of serial NOR flash as it sits in the modules (Winbond
/// W25Q128JV, "AC electrical characteristics": page program 0.7 ms, at most 3; erase of a 4 KB sector 45 ms, at most 400). The interpreter
/// stands still meanwhile, whoever asked for it. What littlefs adds to that is an estimate.
/// </summary>
public static class FlashTimes
{
    /// <summary>Bytes that are programmed at once.</summary>
    public const int PageBytes = 256;

    /// <summary>Programming a page, or a part of one.</summary>
    public const int PageProgramUs = 700;

    /// <summary>Erasing a sector of 4 KB, which a block needs before anything is written to it.</summary>
    public const int SectorEraseUs = 45_000;

    /// <summary>Reading a kilobyte: 40 MHz on two lines, 10 MB a second. Estimate.</summary>
    public const int ReadKilobyteUs = 100;

    /// <summary>Finding a name: littlefs reads and checks the metadata of each folder on the way. Estimate.</summary>
    public const int LookUpUs = 1500;

    /// <summary>Entries that fit into a folder's metadata before littlefs writes it anew, for which it erases a block. Estimate.</summary>
    public const int CommitsOfABlock = 32;
}
