using System.Linq;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>What the tables that a static initialiser makes take on the chip's heap, their own headers left out.</summary>
internal static class StaticTables
{
    /// <summary>A reference in an array: the chip keeps 12 bytes for each (chip.md, heap).</summary>
    private const int ReferenceBytes = 12;

    /// <summary>A string besides its text: 12 bytes and the zero at its end (chip.md, heap).</summary>
    private const int StringBytes = 13;

    /// <summary>Bytes of the arrays and strings that the class's static initialiser makes.</summary>
    public static int HeapBytes(TypeDefinition type)
    {
        MethodDefinition? initialiser = type.Methods.FirstOrDefault(method => method.IsConstructor && method.IsStatic);
        return initialiser is null ? 0 : initialiser.Body.Instructions.Sum(Bytes);
    }

    /// <summary>The number that an instruction puts on the stack, or null where it is no constant.</summary>
    public static int? Constant(Instruction? instruction) => instruction?.OpCode.Code switch
    {
        Code.Ldc_I4 => (int)instruction.Operand,
        Code.Ldc_I4_S => (sbyte)instruction.Operand,
        >= Code.Ldc_I4_M1 and <= Code.Ldc_I4_8 => instruction.OpCode.Code - Code.Ldc_I4_0,
        _ => null,
    };

    private static int Bytes(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newarr => ElementBytes((TypeReference)instruction.Operand) * (Constant(instruction.Previous) ?? 0),
        Code.Ldstr => StringBytes + Encoding.UTF8.GetByteCount((string)instruction.Operand),
        _ => 0,
    };

    private static int ElementBytes(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Boolean or MetadataType.Byte or MetadataType.SByte => sizeof(byte),
        MetadataType.Char or MetadataType.Int16 or MetadataType.UInt16 => sizeof(short),
        MetadataType.Int32 or MetadataType.UInt32 or MetadataType.Single => sizeof(int),
        MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double => sizeof(long),
        MetadataType.ValueType when type is TypeDefinition { IsEnum: true } enumeration =>
            ElementBytes(enumeration.Fields.First(field => !field.IsStatic).FieldType),
        _ => ReferenceBytes,
    };
}
