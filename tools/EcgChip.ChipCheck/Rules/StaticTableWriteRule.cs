using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>
/// A table in a static field is read only: one that is written to is a static variable under another name.
/// Seen are writes to what a method loads from the field itself, through its locals and the rows of a table of tables too: an element's store,
/// Array.Copy, CopyTo and Clear, an element handed on by ref. What a method does to a table that it was given is not seen.
/// </summary>
public sealed class StaticTableWriteRule : IIlRule
{
    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (MethodDefinition method in assembly.MethodsWithBody)
        {
            IReadOnlyDictionary<Instruction, FieldReference?[]> tables = Tables(method);
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (Written(instruction, tables[instruction]) is { } table && !Initialises(method, table))
                {
                    yield return new Refusal(
                        StaticFieldRule.Name, assembly.Where(method, instruction),
                        $"writes to {table.DeclaringType.Name}.{table.Name}, a static table; make it a field of an object, or write to a copy.");
                }
            }
        }
    }

    private static bool Initialises(MethodDefinition method, FieldReference table) =>
        method.IsConstructor && method.IsStatic && table.DeclaringType.FullName == method.DeclaringType.FullName;

    /// <summary>For each value on the stack before an instruction the static field that it comes from, null where from none.</summary>
    private static IReadOnlyDictionary<Instruction, FieldReference?[]> Tables(MethodDefinition method)
    {
        // a local may be loaded, in a loop, above where it is stored: go through the method until no more locals are found to hold a table
        var locals = new Dictionary<VariableDefinition, FieldReference>();
        while (true)
        {
            IReadOnlyDictionary<Instruction, FieldReference?[]> tables = StackWalk.Before<FieldReference>(
                method, (instruction, stack) => Pushed(method, instruction, stack, locals), (one, other) => one ?? other);
            int known = locals.Count;
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (StackTypes.StoredLocal(method, instruction) is { } local && tables[instruction].LastOrDefault() is { } table)
                {
                    locals.TryAdd(local, table);
                }
            }

            if (locals.Count == known)
            {
                return tables;
            }
        }
    }

    private static FieldReference? Pushed(
        MethodDefinition method, Instruction instruction, FieldReference?[] stack, Dictionary<VariableDefinition, FieldReference> locals) =>
        instruction.OpCode.Code switch
        {
            Code.Ldsfld when ((FieldReference)instruction.Operand).FieldType.IsArray => (FieldReference)instruction.Operand,
            Code.Dup or Code.Castclass or Code.Isinst => FromTop(stack, 1),
            Code.Ldelem_Ref or Code.Ldelema => FromTop(stack, 2),
            _ => StackTypes.LoadedLocal(method, instruction) is { } local ? locals.GetValueOrDefault(local) : null,
        };

    private static FieldReference? Written(Instruction instruction, FieldReference?[] stack) => instruction.OpCode.Code switch
    {
        Code.Stelem_Any or (>= Code.Stelem_I and <= Code.Stelem_Ref) => FromTop(stack, 3),
        Code.Stobj or Code.Stind_I or (>= Code.Stind_Ref and <= Code.Stind_R8) => FromTop(stack, 2),
        Code.Call or Code.Callvirt => WrittenByCall((MethodReference)instruction.Operand, stack),
        _ => null,
    };

    private static FieldReference? WrittenByCall(MethodReference called, FieldReference?[] stack)
    {
        FieldReference?[] arguments = StackWalk.Arguments(called, stack);
        bool ofArray = called.DeclaringType.FullName == "System.Array";
        return called.Parameters
            .Where(parameter => ofArray ? IsWrittenByArray(called, parameter) : parameter.ParameterType.IsByReference && !parameter.IsIn)
            .Select(parameter => arguments.ElementAtOrDefault(parameter.Index))
            .FirstOrDefault(table => table is not null);
    }

    private static bool IsWrittenByArray(MethodReference called, ParameterDefinition parameter)
    {
        // the array that Copy writes to is the second of those in its parameters, whichever of its two forms it is
        const string array = "System.Array";
        ParameterDefinition? written = called.Name switch
        {
            "Copy" => called.Parameters.Last(candidate => candidate.ParameterType.FullName == array),
            "Clear" or "CopyTo" => called.Parameters[0],
            _ => null,
        };
        return written == parameter;
    }

    private static FieldReference? FromTop(FieldReference?[] stack, int place) => stack.Length >= place ? stack[^place] : null;
}
