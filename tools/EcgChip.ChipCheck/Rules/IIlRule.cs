using System.Collections.Generic;

namespace EcgChip.ChipCheck.Rules;

/// <summary>Something that compiles and that the chip refuses or runs wrong.</summary>
public interface IIlRule
{
    /// <summary>The refusals of an assembly, none where it is fit.</summary>
    IEnumerable<Refusal> Check(CheckedAssembly assembly);
}
