using System;
using System.Linq;
using EcgChip.ChipClock.Costs;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock.Tests;

/// <summary>Charges worked out by hand from the table, each with the debugger's surcharge of 6.</summary>
public sealed class InterpreterCostTests : IDisposable
{
    private const int Surcharge = 6;
    private const int Simple = 37 + Surcharge;

    // Two locals of the method that is entered.
    private const int Entry = 2 * 43;

    private readonly HandMadeAssembly assembly = new();
    private readonly InterpreterCost cost = new(CostTable.Load(), ["MadeByHand"]);

    public void Dispose() => assembly.Dispose();

    [Fact]
    public void The_table_names_its_source() => Assert.Contains("nanoFramework", CostTable.Load().Source, StringComparison.Ordinal);

    [Fact]
    public void Arithmetic_on_locals_costs_its_simple_instructions_the_entry_and_the_return() => Assert.Equal(
        Entry + (4 * Simple) + (135 + Surcharge),
        Sum(il =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldc_I4_2);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Neg);
            il.Emit(OpCodes.Ret);
        }));

    [Fact]
    public void A_comparison_that_branches_costs_more_than_a_branch_on_a_value() => Assert.Equal(
        (81 + Surcharge) - Simple,
        Of(OpCodes.Blt) - Of(OpCodes.Brtrue));

    [Fact]
    public void A_division_costs_what_its_type_costs()
    {
        Assert.Equal(Entry + (2 * Simple) + (175 + Surcharge) + (135 + Surcharge), Sum(il =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldc_I4_3);
            il.Emit(OpCodes.Div);
            il.Emit(OpCodes.Ret);
        }));
        Assert.Equal(Entry + (2 * Simple) + (3 * (78 + Surcharge)) + (301 + Surcharge) + (135 + Surcharge), Sum(il =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Conv_I8);
            il.Emit(OpCodes.Ldc_I4_3);
            il.Emit(OpCodes.Conv_I8);
            il.Emit(OpCodes.Rem);
            il.Emit(OpCodes.Conv_I4);
            il.Emit(OpCodes.Ret);
        }));
    }

    [Fact]
    public void Calls_are_told_apart_by_what_they_call()
    {
        MethodDefinition callee = assembly.Add("Callee", il =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ret);
        });
        Assert.Equal(330 + Surcharge, Of(OpCodes.Call, callee));
        Assert.Equal(650 + Surcharge, Of(OpCodes.Call, assembly.Method(typeof(Math).GetMethod(nameof(Math.Sqrt))!)));
        Assert.Equal(1900 + Surcharge, Of(OpCodes.Call, assembly.Method(typeof(Math).GetMethod(nameof(Math.Abs), [typeof(int)])!)));
    }

    [Fact]
    public void No_cost_of_the_table_is_missing_or_zero()
    {
        CostTable table = CostTable.Load();
        double[] numbers = [.. typeof(CostTable).GetProperties().Where(property => property.PropertyType == typeof(double))
            .Select(property => (double)property.GetValue(table)!)];
        Assert.All(numbers, number => Assert.True(number > 0));
    }

    private long Of(OpCode code, MethodReference? called = null)
    {
        Instruction? seen = null;
        MethodDefinition method = assembly.Add("M" + Guid.NewGuid().ToString("N"), il =>
        {
            il.Emit(OpCodes.Nop);
            Instruction end = il.Create(OpCodes.Ret);
            seen = called is null ? il.Create(code, end) : il.Create(code, called);
            il.Append(seen);
            il.Append(end);
        });
        SetOffsets(method);
        return cost.Of(method, seen!);
    }

    private long Sum(Action<ILProcessor> write)
    {
        MethodDefinition method = assembly.Add("M" + Guid.NewGuid().ToString("N"), write);
        SetOffsets(method);
        return method.Body.Instructions.Sum(instruction => cost.Of(method, instruction));
    }

    // Cecil sets offsets when it writes; a method that was never written has them all 0.
    private static void SetOffsets(MethodDefinition method)
    {
        int offset = 0;
        foreach (Instruction instruction in method.Body.Instructions)
        {
            instruction.Offset = offset;
            offset += instruction.GetSize();
        }
    }
}
