using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>
/// Goes through a method once, from top to bottom, with a stack of what a rule wants to know of each value. Where ways through the method meet
/// with values on the stack, the values of those that came before in the text are merged; the compiler jumps backwards with an empty stack only.
/// </summary>
internal static class StackWalk
{
    /// <summary>The stack before each instruction, its top last.</summary>
    /// <param name="method">Method with a body.</param>
    /// <param name="pushed">What an instruction leaves on the stack that is given to it; null for nothing of interest.</param>
    /// <param name="merge">What stays of two values where two ways meet.</param>
    public static IReadOnlyDictionary<Instruction, T?[]> Before<T>(
        MethodDefinition method, Func<Instruction, T?[], T?> pushed, Func<T?, T?, T?> merge)
        where T : class
    {
        var result = new Dictionary<Instruction, T?[]>();
        var arriving = new Dictionary<Instruction, T?[]>();
        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers.Where(handler => handler.HandlerType is ExceptionHandlerType.Catch))
        {
            arriving[handler.HandlerStart] = [null];
        }

        T?[]? stack = [];
        foreach (Instruction instruction in method.Body.Instructions)
        {
            T?[] before = Meet(stack, arriving.GetValueOrDefault(instruction), merge) ?? [];
            result.Add(instruction, before);
            int pops = Pops(method, instruction);
            T?[] left = pops < 0 || pops > before.Length ? [] : before[..^pops];
            T?[] after = [.. left, .. Enumerable.Repeat(pushed(instruction, before), Pushes(instruction))];
            foreach (Instruction target in Targets(instruction))
            {
                arriving[target] = Meet(after, arriving.GetValueOrDefault(target), merge)!;
            }

            stack = instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw ? null : after;
        }

        return result;
    }

    /// <summary>What a call is given, in order, without the object that it is called on.</summary>
    public static T?[] Arguments<T>(MethodReference called, T?[] stack) => stack.TakeLast(called.Parameters.Count).ToArray();

    private static T?[]? Meet<T>(T?[]? one, T?[]? other, Func<T?, T?, T?> merge)
        where T : class
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        return one.Zip(other, merge).ToArray();
    }

    private static Instruction[] Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

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
