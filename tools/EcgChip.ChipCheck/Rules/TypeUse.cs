using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>A place where code or a signature names a type.</summary>
/// <param name="Type">The type: an array, a pointer, a generic instance or a plain one; what it is made of has entries of its own.</param>
/// <param name="Member">Member that names it.</param>
/// <param name="Instruction">Instruction that names it; null in a signature or a local.</param>
public sealed record TypeUse(TypeReference Type, IMemberDefinition Member, Instruction? Instruction);
