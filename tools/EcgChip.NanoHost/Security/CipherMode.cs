namespace EcgChip.NanoHost.Security;

/// <summary>How blocks are put together.</summary>
public enum CipherMode
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Each block is mixed with the one before.</summary>
    CBC = 1,

    /// <summary>Each block by itself.</summary>
    ECB = 2,
}
