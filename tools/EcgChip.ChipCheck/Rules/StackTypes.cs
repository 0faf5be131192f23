using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>
/// The types on the evaluation stack as the interpreter has them, as far as they can be seen by going through a method once; what is not seen is
/// null. For numbers these are not the types of C#: see <see cref="UnsignedSignRule"/>.
/// </summary>
internal static class StackTypes
{
    /// <summary>The stack before each instruction, its top last.</summary>
    public static IReadOnlyDictionary<Instruction, TypeReference?[]> Before(MethodDefinition method) =>
        StackWalk.Before<TypeReference>(method, (instruction, stack) => Pushed(method, instruction, stack), Merge);

    /// <summary>True for uint and ulong, and enumerations of them: what the interpreter takes for unsigned on the stack.</summary>
    public static bool IsUnsigned(TypeReference? type) => NumberOf(type) is MetadataType.UInt32 or MetadataType.UInt64;

    /// <summary>The type of a number, of an enumeration's where it can be seen.</summary>
    public static MetadataType? NumberOf(TypeReference? type) => type is TypeDefinition { IsEnum: true } enumeration
        ? enumeration.Fields.First(field => !field.IsStatic).FieldType.MetadataType
        : type?.MetadataType;

    /// <summary>The local that an instruction loads, or null.</summary>
    public static VariableDefinition? LoadedLocal(MethodDefinition method, Instruction instruction) => instruction.OpCode.Code switch
    {
        >= Code.Ldloc_0 and <= Code.Ldloc_3 => method.Body.Variables[instruction.OpCode.Code - Code.Ldloc_0],
        Code.Ldloc or Code.Ldloc_S => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    /// <summary>The local that an instruction stores to, or null.</summary>
    public static VariableDefinition? StoredLocal(MethodDefinition method, Instruction instruction) => instruction.OpCode.Code switch
    {
        >= Code.Stloc_0 and <= Code.Stloc_3 => method.Body.Variables[instruction.OpCode.Code - Code.Stloc_0],
        Code.Stloc or Code.Stloc_S => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    /// <summary>One of two ways being unsigned is enough to go wrong; other types count as seen where both ways have them.</summary>
    private static TypeReference? Merge(TypeReference? one, TypeReference? other)
    {
        if (IsUnsigned(one))
        {
            return one;
        }

        return IsUnsigned(other) || one?.FullName == other?.FullName ? other : null;
    }

    private static TypeReference? Pushed(MethodDefinition method, Instruction instruction, TypeReference?[] stack)
    {
        TypeReference? top = stack.LastOrDefault();
        switch (instruction.OpCode.Code)
        {
            case Code.Dup or Code.Neg or Code.Not:
                return top;
            case Code.Add or Code.Sub or Code.Mul or Code.Div or Code.Div_Un or Code.Rem or Code.Rem_Un
                or Code.And or Code.Or or Code.Xor or Code.Shl or Code.Shr or Code.Shr_Un:
                return Second(stack);
            case Code.Conv_U4 or Code.Ldind_U4 or Code.Ldelem_U4:
                return method.Module.TypeSystem.UInt32;
            case Code.Conv_U8:
                return method.Module.TypeSystem.UInt64;
            case Code.Newarr:
                return new ArrayType((TypeReference)instruction.Operand);
            case Code.Castclass or Code.Isinst or Code.Unbox_Any or Code.Ldelem_Any or Code.Ldobj:
                return (TypeReference)instruction.Operand;
            case Code.Ldelem_Ref or Code.Ldelem_I8:
                return (Second(stack) as ArrayType)?.ElementType;
            case Code.Ldind_I8 or Code.Ldind_Ref:
                return (top as ByReferenceType)?.ElementType;
            case Code.Ldelema:
                return new ByReferenceType((TypeReference)instruction.Operand);
            case Code.Ldfld or Code.Ldsfld:
                return ((FieldReference)instruction.Operand).FieldType;
            case Code.Ldflda or Code.Ldsflda:
                return new ByReferenceType(((FieldReference)instruction.Operand).FieldType);
            case Code.Ldloca or Code.Ldloca_S:
                return new ByReferenceType(((VariableDefinition)instruction.Operand).VariableType);
            case Code.Call or Code.Callvirt:
                return ((MethodReference)instruction.Operand).ReturnType;
            case Code.Newobj:
                return ((MethodReference)instruction.Operand).DeclaringType;
            default:
                return LoadedLocal(method, instruction)?.VariableType ?? ArgumentOf(method, instruction);
        }
    }

    private static TypeReference? Second(TypeReference?[] stack) => stack.Length > 1 ? stack[^2] : null;

    private static TypeReference? ArgumentOf(MethodDefinition method, Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case >= Code.Ldarg_0 and <= Code.Ldarg_3:
                int index = instruction.OpCode.Code - Code.Ldarg_0 - (method.HasThis ? 1 : 0);
                return index < 0 ? method.DeclaringType : method.Parameters[index].ParameterType;
            case Code.Ldarg or Code.Ldarg_S:
                return ((ParameterDefinition)instruction.Operand).ParameterType;
            case Code.Ldarga or Code.Ldarga_S:
                return new ByReferenceType(((ParameterDefinition)instruction.Operand).ParameterType);
            default:
                return null;
        }
    }
}
