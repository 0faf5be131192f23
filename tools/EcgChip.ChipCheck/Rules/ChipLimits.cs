namespace EcgChip.ChipCheck.Rules;

/// <summary>How large a thing may be: the interpreter's and its packer's limits, with what distance the project keeps from them.</summary>
public static class ChipLimits
{
    /// <summary>Bytes of array initialisers in an assembly.</summary>
    public const int ArrayDataBytes = 60_000;

    /// <summary>Bytes of array initialisers and signatures in an assembly: where the chip's table of signatures ends.</summary>
    public const int ArrayDataAndSignatureBytes = 65_480;

    /// <summary>Bytes of IL in an assembly.</summary>
    public const int IlBytes = 60_000;

    /// <summary>Bytes of IL between a branch and where it goes: the chip keeps the distance in 16 bits.</summary>
    public const int BranchBytes = 32_767;

    /// <summary>Locals of a method, and arguments.</summary>
    public const int Locals = 250;

    /// <summary>Targets of a switch's table.</summary>
    public const int SwitchTargets = 255;

    /// <summary>Catch and finally clauses of a method.</summary>
    public const int Handlers = 255;

    /// <summary>Values that a method has on the evaluation stack at once.</summary>
    public const int MaxStack = 255;

    /// <summary>Static methods of a class; instance methods; static fields; instance fields. The chip counts each in a byte.</summary>
    public const int MembersOfAKind = 255;

    /// <summary>Bytes that read-only tables in static fields may take on the heap, over all assemblies.</summary>
    public const int StaticTableBytes = 1024;
}
