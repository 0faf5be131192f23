namespace EcgChip.ChipCheck.ChipApi;

/// <summary>What a type of a library is.</summary>
public enum ApiKind
{
    /// <summary>A class, abstract, sealed or static too.</summary>
    Class,

    /// <summary>A value type.</summary>
    Struct,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>An enumeration.</summary>
    Enum,

    /// <summary>A delegate.</summary>
    Delegate,
}
