using System.Collections.Generic;
using System.Linq;
using EcgChip.NanoHost;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock.Heap;

/// <summary>
/// Lets a method report what it takes from the chip's heap to <see cref="AllocationMeter"/>, behind each instruction that does so. Of what a
/// library makes inside, only what it returns is seen: strings, arrays and objects, unless it returns them from a property.
/// </summary>
internal sealed class AllocationSites
{
    private readonly FieldReference bytes;
    private readonly FieldReference structBytes;
    private readonly MethodReference addArray;
    private readonly MethodReference addString;
    private readonly MethodReference addStrings;
    private readonly MethodReference attribute;
    private readonly ObjectSizes sizes;

    /// <summary>For the methods of one module.</summary>
    public AllocationSites(ModuleDefinition module, ObjectSizes sizes)
    {
        System.Type meter = typeof(AllocationMeter);
        bytes = module.ImportReference(meter.GetField(nameof(AllocationMeter.Bytes)));
        structBytes = module.ImportReference(meter.GetField(nameof(AllocationMeter.StructBytes)));
        addArray = module.ImportReference(meter.GetMethod(nameof(AllocationMeter.AddArray)));
        addString = module.ImportReference(meter.GetMethod(nameof(AllocationMeter.AddString)));
        addStrings = module.ImportReference(meter.GetMethod(nameof(AllocationMeter.AddStrings)));
        attribute = module.ImportReference(meter.GetMethod(nameof(AllocationMeter.Attribute)));
        this.sizes = sizes;
    }

    /// <summary>
    /// The instructions of a method that allocate, each with what has to be inserted behind it. Nothing is inserted yet, so that the method can
    /// still be looked at as the compiler wrote it.
    /// </summary>
    public List<(Instruction Site, Instruction[] Report)> Of(MethodBody body) =>
    [
        .. body.Instructions.Select(instruction => (instruction, Attributed(body, Report(body, instruction)))).Where(pair => pair.Item2.Length > 0),
    ];

    // Structs are too many to be told by method, and known to come from pins and transfers.
    private Instruction[] Attributed(MethodBody body, Instruction[] report) =>
        report.Length == 0 || report[0].Operand == structBytes ? report
        : [.. report, Instruction.Create(OpCodes.Ldstr, body.Method.FullName), Instruction.Create(OpCodes.Call, attribute)];

    private Instruction[] Report(MethodBody body, Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Newobj:
                TypeReference made = ((MethodReference)instruction.Operand).DeclaringType;
                return ObjectSizes.IsStruct(made) ? Charge(structBytes, sizes.Of(made))
                    : made.FullName == StringType ? [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Call, addString)]
                    : Charge(bytes, sizes.Of(made));
            case Code.Newarr:
                int element = sizes.OfElement((TypeReference)instruction.Operand);
                return [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldc_I4, element), Instruction.Create(OpCodes.Call, addArray)];
            case Code.Box:
                return Charge(bytes, ChipHeap.BoxBytes);
            case Code.Ldstr:
                return Charge(bytes, ChipHeap.LiteralBytes);
            case Code.Call or Code.Callvirt:
                return OfCall((MethodReference)instruction.Operand);
            default:
                return LoadedStruct(body, instruction) is TypeReference type ? Charge(structBytes, sizes.Of(type)) : [];
        }
    }

    private Instruction[] OfCall(MethodReference called)
    {
        TypeReference result = called.ReturnType;
        if (sizes.IsFirmware(called.DeclaringType) || result.MetadataType == MetadataType.Void)
        {
            return [];
        }

        if (ObjectSizes.IsStruct(result))
        {
            return Charge(structBytes, sizes.Of(result));
        }

        if (result.IsPrimitive || result.IsValueType || called.Name.StartsWith("get_", System.StringComparison.Ordinal))
        {
            return [];
        }

        return result.FullName switch
        {
            StringType => [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Call, addString)],
            StringType + "[]" => [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Call, addStrings)],
            _ when result is ArrayType array =>
            [
                Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldc_I4, sizes.OfElement(array.ElementType)),
                Instruction.Create(OpCodes.Call, addArray),
            ],
            _ => Charge(bytes, sizes.Of(result)),
        };
    }

    /// <summary>The struct whose value an instruction loads, which the interpreter then copies; null for any other instruction.</summary>
    private static TypeReference? LoadedStruct(MethodBody body, Instruction instruction)
    {
        TypeReference? loaded = instruction.OpCode.Code switch
        {
            Code.Ldfld or Code.Ldsfld => ((FieldReference)instruction.Operand).FieldType,
            Code.Ldobj or Code.Ldelem_Any => (TypeReference)instruction.Operand,
            Code.Ldloc_0 or Code.Ldloc_1 or Code.Ldloc_2 or Code.Ldloc_3 => body.Variables[instruction.OpCode.Code - Code.Ldloc_0].VariableType,
            Code.Ldloc or Code.Ldloc_S => ((VariableDefinition)instruction.Operand).VariableType,
            Code.Ldarg or Code.Ldarg_S => ((ParameterDefinition)instruction.Operand).ParameterType,
            Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3 => ArgumentType(body.Method, instruction.OpCode.Code - Code.Ldarg_0),
            _ => null,
        };
        return loaded is not null && ObjectSizes.IsStruct(loaded) ? loaded : null;
    }

    private const string StringType = "System.String";

    private static TypeReference? ArgumentType(MethodDefinition method, int index)
    {
        int parameter = method.HasThis ? index - 1 : index;
        return parameter < 0 ? null : method.Parameters[parameter].ParameterType;
    }

    private static Instruction[] Charge(FieldReference meter, long amount) =>
    [
        Instruction.Create(OpCodes.Ldsfld, meter), Instruction.Create(OpCodes.Ldc_I8, amount), Instruction.Create(OpCodes.Add),
        Instruction.Create(OpCodes.Stsfld, meter),
    ];
}
