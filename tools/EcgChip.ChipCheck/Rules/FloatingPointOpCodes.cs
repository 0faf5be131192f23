using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>The instructions that make, move or take floating point without naming a type.</summary>
internal static class FloatingPointOpCodes
{
    /// <summary>All of them.</summary>
    public static readonly Code[] All =
    [
        Code.Ldc_R4, Code.Ldc_R8, Code.Conv_R4, Code.Conv_R8, Code.Conv_R_Un, Code.Ckfinite,
        Code.Ldelem_R4, Code.Ldelem_R8, Code.Stelem_R4, Code.Stelem_R8,
        Code.Ldind_R4, Code.Ldind_R8, Code.Stind_R4, Code.Stind_R8,
    ];
}
