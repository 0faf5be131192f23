using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock.Costs;

/// <summary>Charges IL instructions what the chip's interpreter would spend on them, by the table.</summary>
public sealed class InterpreterCost
{
    private readonly CostTable table;
    private readonly HashSet<string> firmware;
    private readonly HashSet<Instruction> tryStarts = [];
    private MethodDefinition? current;

    /// <summary>A charger.</summary>
    /// <param name="table">The costs.</param>
    /// <param name="firmware">Simple names of the assemblies that run on the chip; calls to any other are native calls.</param>
    public InterpreterCost(CostTable table, IEnumerable<string> firmware)
    {
        ArgumentNullException.ThrowIfNull(table);
        this.table = table;
        this.firmware = [.. firmware];
    }

    /// <summary>What one execution of an instruction costs; an <see cref="InstructionCost"/>.</summary>
    public long Of(MethodDefinition method, Instruction instruction)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(instruction);
        if (method != current)
        {
            current = method;
            tryStarts.Clear();
            tryStarts.UnionWith(method.Body.ExceptionHandlers.Select(handler => handler.TryStart));
        }

        double cost = table.DebuggerSurcharge + OfInstruction(method, instruction);
        if (instruction.Offset == 0)
        {
            cost += table.LocalOfCalledMethod * method.Body.Variables.Count;
        }

        if (tryStarts.Contains(instruction))
        {
            cost += table.EnterTry;
        }

        return (long)Math.Round(cost);
    }

    private double OfInstruction(MethodDefinition method, Instruction instruction)
    {
        Code code = instruction.OpCode.Code;
        switch (instruction.OpCode.FlowControl)
        {
            case FlowControl.Call:
                return OfCall((MethodReference)instruction.Operand, code, instruction);
            case FlowControl.Return:
                return code == Code.Ret ? table.Return : table.Simple;
            case FlowControl.Throw:
                return table.ThrowAndCatch;
            case FlowControl.Cond_Branch:
                return code is Code.Brtrue or Code.Brtrue_S or Code.Brfalse or Code.Brfalse_S or Code.Switch ? table.Simple : table.CompareAndBranch;
            default:
                return OfPlain(method, instruction, code);
        }
    }

    private double OfPlain(MethodDefinition method, Instruction instruction, Code code) => code switch
    {
        Code.Ldfld or Code.Stfld or Code.Ldsfld or Code.Stsfld or Code.Ldflda or Code.Ldsflda => table.Field,
        Code.Ldelem_Ref => table.LoadReferenceElement,
        Code.Stelem_Ref => table.StoreReferenceElement,
        Code.Div or Code.Rem or Code.Div_Un or Code.Rem_Un => PushesLong(method, instruction.Previous) ? table.DivideLong : table.DivideInt,
        Code.Newarr => table.NewArray + (table.NewArrayByte * ArrayBytes(instruction)),
        Code.Box => table.Box,
        Code.Unbox or Code.Unbox_Any => table.Unbox,
        Code.Castclass or Code.Isinst => table.Cast,
        Code.Ldstr => table.LoadString,
        Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un => table.ConvertOrCompare,
        _ when instruction.OpCode.Name.StartsWith("conv.", StringComparison.Ordinal) => table.ConvertOrCompare,
        _ when IsElement(instruction.OpCode.Name) => table.ArrayElement,
        _ when IsStructLocal(method, instruction) => table.LoadStructLocal,
        _ => table.Simple,
    };

    private double OfCall(MethodReference called, Code code, Instruction instruction)
    {
        bool isFirmware = firmware.Contains(ScopeOf(called.DeclaringType));
        if (code == Code.Newobj)
        {
            TypeDefinition? type = isFirmware ? called.DeclaringType.Resolve() : null;
            int fields = type?.Fields.Count(field => !field.IsStatic) ?? 0;
            return table.NewObject + (table.NewObjectField * fields);
        }

        if (!isFirmware)
        {
            return OfLibrary(called, instruction);
        }

        if (code != Code.Callvirt)
        {
            return table.CallStatic;
        }

        MethodDefinition definition = called.Resolve();
        bool throughTable = definition.IsVirtual && !definition.IsFinal && !definition.DeclaringType.IsSealed;
        return throughTable ? table.CallVirtual : table.CallNonVirtual;
    }

    private double OfLibrary(MethodReference called, Instruction instruction)
    {
        if (called.Name == "InitializeArray")
        {
            // newarr, dup, ldtoken, call: the token's field holds the data.
            int bytes = instruction.Previous?.Operand is FieldReference data ? data.Resolve().InitialValue.Length : 0;
            return table.NativeCall + (table.InitializeArrayByte * bytes);
        }

        string name = called.FullName;
        foreach ((string known, double cost) in table.LibraryCalls)
        {
            if (name.Contains(known, StringComparison.Ordinal))
            {
                return cost;
            }
        }

        return table.NativeCall;
    }

    private static string ScopeOf(TypeReference type) => type.Scope switch
    {
        AssemblyNameReference assembly => assembly.Name,
        ModuleDefinition module => module.Assembly.Name.Name,
        _ => string.Empty,
    };

    private static bool IsElement(string name) =>
        name.StartsWith("ldelem", StringComparison.Ordinal) || name.StartsWith("stelem", StringComparison.Ordinal)
        || name.StartsWith("ldind", StringComparison.Ordinal) || name.StartsWith("stind", StringComparison.Ordinal);

    // Arrays of unknown length are made once, before the loop: what they cost there is of no interest.
    private static int ArrayBytes(Instruction newArray)
    {
        int length = newArray.Previous?.Operand switch
        {
            int value => value,
            sbyte value => value,
            _ => 0,
        };
        return length * ((TypeReference)newArray.Operand).MetadataType switch
        {
            MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double => sizeof(long),
            MetadataType.Int32 or MetadataType.UInt32 or MetadataType.Single => sizeof(int),
            MetadataType.Int16 or MetadataType.UInt16 or MetadataType.Char => sizeof(short),
            MetadataType.Byte or MetadataType.SByte or MetadataType.Boolean => sizeof(byte),
            _ => 12,
        };
    }

    private static bool IsStructLocal(MethodDefinition method, Instruction instruction) =>
        VariableOf(method, instruction) is VariableDefinition variable && variable.VariableType.IsValueType
        && !variable.VariableType.IsPrimitive && variable.VariableType.Resolve() is { IsEnum: false };

    private static VariableDefinition? VariableOf(MethodDefinition method, Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldloc_0 => method.Body.Variables[0],
        Code.Ldloc_1 => method.Body.Variables[1],
        Code.Ldloc_2 => method.Body.Variables[2],
        Code.Ldloc_3 => method.Body.Variables[3],
        Code.Ldloc or Code.Ldloc_S => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    // The divisor stands on top of the stack; its type is that of the division.
    private static bool PushesLong(MethodDefinition method, Instruction? instruction) => instruction?.OpCode.Code switch
    {
        Code.Ldc_I8 or Code.Conv_I8 or Code.Conv_U8 or Code.Ldelem_I8 or Code.Ldind_I8 => true,
        Code.Ldfld or Code.Ldsfld => IsLong(((FieldReference)instruction.Operand).FieldType),
        Code.Ldarg or Code.Ldarg_S => IsLong(((ParameterDefinition)instruction.Operand).ParameterType),
        Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3 => IsLong(ArgumentType(method, instruction.OpCode.Code - Code.Ldarg_0)),
        Code.Call or Code.Callvirt => IsLong(((MethodReference)instruction.Operand).ReturnType),
        Code.Add or Code.Sub or Code.Mul or Code.Shl or Code.Shr => PushesLong(method, instruction.Previous),
        _ => VariableOf(method, instruction!) is VariableDefinition variable && IsLong(variable.VariableType),
    };

    private static TypeReference? ArgumentType(MethodDefinition method, int index)
    {
        int parameter = method.HasThis ? index - 1 : index;
        return parameter < 0 ? null : method.Parameters[parameter].ParameterType;
    }

    private static bool IsLong(TypeReference? type) => type?.MetadataType is MetadataType.Int64 or MetadataType.UInt64;
}
