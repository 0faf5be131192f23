using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>
/// The types on the evaluation stack as far as they can be seen by going through a method once, from top to bottom. What is not seen is null;
/// where a branch arrives with values on the stack, they count as not seen.
/// </summary>
internal static class StackTypes
{
    /// <summary>The stack before each instruction, its top last.</summary>
    public static IReadOnlyDictionary<Instruction, TypeReference?[]> Before(MethodDefinition method)
    {
        var result = new Dictionary<Instruction, TypeReference?[]>();
        var stack = new List<TypeReference?>();
        HashSet<Instruction> joins = Joins(method);
        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (joins.Contains(instruction))
            {
                stack = stack.Select(_ => (TypeReference?)null).ToList();
            }

            result.Add(instruction, stack.ToArray());
            TypeReference? top = stack.LastOrDefault();
            int pops = Pops(method, instruction);
            if (pops < 0 || pops > stack.Count)
            {
                stack.Clear();
            }
            else
            {
                stack.RemoveRange(stack.Count - pops, pops);
            }

            for (int pushes = Pushes(instruction); pushes > 0; pushes--)
            {
                stack.Add(Pushed(method, instruction, top));
            }

            if (instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
            {
                stack.Clear();
            }
        }

        return result;
    }

    private static HashSet<Instruction> Joins(MethodDefinition method) =>
        method.Body.Instructions
            .SelectMany(instruction => instruction.Operand switch
            {
                Instruction target => [target],
                Instruction[] targets => targets,
                _ => Enumerable.Empty<Instruction>(),
            })
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.HandlerStart))
            .ToHashSet();

    private static TypeReference? Pushed(MethodDefinition method, Instruction instruction, TypeReference? top) => instruction.OpCode.Code switch
    {
        Code.Dup => top,
        Code.Newarr => new ArrayType((TypeReference)instruction.Operand),
        Code.Castclass => (TypeReference)instruction.Operand,
        Code.Isinst => (TypeReference)instruction.Operand,
        Code.Ldelem_Ref => (top as ArrayType)?.ElementType,
        Code.Ldfld or Code.Ldsfld => ((FieldReference)instruction.Operand).FieldType,
        Code.Call or Code.Callvirt => ((MethodReference)instruction.Operand).ReturnType,
        Code.Newobj => ((MethodReference)instruction.Operand).DeclaringType,
        _ => LocalOf(method, instruction)?.VariableType ?? ArgumentOf(method, instruction),
    };

    private static VariableDefinition? LocalOf(MethodDefinition method, Instruction instruction) => instruction.OpCode.Code switch
    {
        >= Code.Ldloc_0 and <= Code.Ldloc_3 => method.Body.Variables[instruction.OpCode.Code - Code.Ldloc_0],
        Code.Ldloc or Code.Ldloc_S => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    private static TypeReference? ArgumentOf(MethodDefinition method, Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case >= Code.Ldarg_0 and <= Code.Ldarg_3:
                int index = instruction.OpCode.Code - Code.Ldarg_0 - (method.HasThis ? 1 : 0);
                return index < 0 ? method.DeclaringType : method.Parameters[index].ParameterType;
            case Code.Ldarg or Code.Ldarg_S:
                return ((ParameterDefinition)instruction.Operand).ParameterType;
            default:
                return null;
        }
    }

    /// <summary>How many values an instruction takes; -1 for all.</summary>
    private static int Pops(MethodDefinition method, Instruction instruction)
    {
        switch (instruction.OpCode.StackBehaviourPop)
        {
            case StackBehaviour.Pop0:
                return 0;
            case StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref:
                return 1;
            case StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
                or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi:
                return 2;
            case StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
                or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref:
                return 3;
            case StackBehaviour.PopAll:
                return -1;
            default:
                return instruction.Operand is MethodReference called
                    ? called.Parameters.Count + (called.HasThis && instruction.OpCode.Code != Code.Newobj ? 1 : 0)
                    : method.ReturnType.MetadataType == MetadataType.Void ? 0 : 1;
        }
    }

    private static int Pushes(Instruction instruction) => instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => instruction.Operand is MethodReference { ReturnType.MetadataType: not MetadataType.Void } ? 1 : 0,
        _ => 1,
    };
}
