using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock;

/// <summary>
/// What one execution of an instruction is charged. Asked once for each instruction when an assembly is rewritten, never while it runs.
/// </summary>
/// <param name="method">The method that the instruction stands in.</param>
/// <param name="instruction">The instruction as the compiler wrote it.</param>
/// <returns>The charge; not negative.</returns>
public delegate long InstructionCost(MethodDefinition method, Instruction instruction);
