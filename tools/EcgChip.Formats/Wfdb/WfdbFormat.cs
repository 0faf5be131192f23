namespace EcgChip.Formats.Wfdb;

/// <summary>The storage formats that are read, by their number in signal(5) of the WFDB Applications Guide.</summary>
public enum WfdbFormat
{
    /// <summary>16 bit two's complement, least significant byte first.</summary>
    Format16 = 16,

    /// <summary>16 bit two's complement, most significant byte first.</summary>
    Format61 = 61,

    /// <summary>8 bit offset binary: 128 is zero.</summary>
    Format80 = 80,

    /// <summary>12 bit two's complement, two samples in three bytes.</summary>
    Format212 = 212,
}
