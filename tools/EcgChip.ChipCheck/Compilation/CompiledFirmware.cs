using System.Collections.Generic;

namespace EcgChip.ChipCheck.Compilation;

/// <summary>What the compiler made of an assembly's sources.</summary>
/// <param name="AssemblyName">Name of the assembly.</param>
/// <param name="Image">The assembly, or null where the compiler refused.</param>
/// <param name="Symbols">Its portable debug information: which line an instruction came from.</param>
/// <param name="Refusals">What the compiler refused.</param>
public sealed record CompiledFirmware(string AssemblyName, byte[]? Image, byte[]? Symbols, IReadOnlyList<Refusal> Refusals);
