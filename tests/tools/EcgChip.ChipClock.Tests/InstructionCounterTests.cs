using System;
using System.IO;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock.Tests;

public sealed class InstructionCounterTests : IDisposable
{
    private readonly HandMadeAssembly made = new();

    public void Dispose() => made.Dispose();

    [Fact]
    public void A_straight_method_executes_each_instruction_once()
    {
        made.Add("Straight", il => Emit(il, OpCodes.Ldarg_0, OpCodes.Ldc_I4_1, OpCodes.Add, OpCodes.Ret));
        InstructionCounter counter = made.Count();

        Assert.Equal(6, HandMadeAssembly.Call(counter, "Straight", 5));
        Assert.Equal(4, counter.Total);
        HandMadeAssembly.Call(counter, "Straight", 5);
        Assert.Equal(8, counter.Total);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_loop_executes_its_body_as_often_as_it_runs(int times)
    {
        AddLoop("Loop");
        InstructionCounter counter = made.Count();

        Assert.Equal(times, HandMadeAssembly.Call(counter, "Loop", times));

        // br; 4 a round; 3 for each test, one more than there are rounds; 2 to return
        Assert.Equal(1 + (4 * times) + (3 * (times + 1)) + 2, counter.Total);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(0, 5)]
    public void Only_the_side_of_a_branch_that_is_taken_counts(int argument, int expected)
    {
        made.Add("Branch", il =>
        {
            Instruction side = il.Create(OpCodes.Ldc_I4_7);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Brtrue_S, side);
            Emit(il, OpCodes.Ldc_I4_3, OpCodes.Neg, OpCodes.Ret);
            il.Append(side);
            il.Emit(OpCodes.Ret);
        });
        InstructionCounter counter = made.Count();

        Assert.Equal(argument == 1 ? 7 : -3, HandMadeAssembly.Call(counter, "Branch", argument));
        Assert.Equal(expected, counter.Total);
    }

    [Fact]
    public void A_branch_with_values_on_the_stack_counts_and_keeps_them()
    {
        made.Add("Deep", il =>
        {
            Instruction join = il.Create(OpCodes.Add);
            Instruction other = il.Create(OpCodes.Ldc_I4_2);
            Emit(il, OpCodes.Ldc_I4_5, OpCodes.Ldarg_0);
            il.Emit(OpCodes.Brtrue, other);
            il.Emit(OpCodes.Ldc_I4_1);
            il.Emit(OpCodes.Br, join);
            il.Append(other);
            il.Append(join);
            il.Emit(OpCodes.Ret);
        });
        InstructionCounter counter = made.Count();

        Assert.Equal(6, HandMadeAssembly.Call(counter, "Deep", 0));
        Assert.Equal(7, counter.Total);
        Assert.Equal(7, HandMadeAssembly.Call(counter, "Deep", 1));
        Assert.Equal(7 + 6, counter.Total);
    }

    [Theory]
    [InlineData(0, 10, 4)]
    [InlineData(1, 20, 5)]
    [InlineData(2, 30, 4)]
    [InlineData(-1, 30, 4)]
    public void A_switch_counts_itself_and_the_case_that_is_taken(int argument, int result, int expected)
    {
        made.Add("Switch", il =>
        {
            Instruction first = il.Create(OpCodes.Ldc_I4, 10);
            Instruction second = il.Create(OpCodes.Nop);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Switch, [first, second]);
            il.Emit(OpCodes.Ldc_I4, 30);
            il.Emit(OpCodes.Ret);
            il.Append(first);
            il.Emit(OpCodes.Ret);
            il.Append(second);
            il.Emit(OpCodes.Ldc_I4, 20);
            il.Emit(OpCodes.Ret);
        });
        InstructionCounter counter = made.Count();

        Assert.Equal(result, HandMadeAssembly.Call(counter, "Switch", argument));
        Assert.Equal(expected, counter.Total);
    }

    [Theory]

    // ldarg brfalse | nop leave | ldarg ldc add stloc endfinally | nop leave | ldloc ldloc add ret
    [InlineData(0, 1, 15)]

    // ldarg brfalse newobj throw | ldarg ldc add stloc endfinally | pop ldc stloc leave | ldloc ldloc add ret
    [InlineData(1, 102, 17)]
    public void A_finally_counts_whether_or_not_its_try_threw(int argument, int result, int expected)
    {
        made.Add("Guarded", WriteGuarded);
        InstructionCounter counter = made.Count();

        Assert.Equal(result, HandMadeAssembly.Call(counter, "Guarded", argument));
        Assert.Equal(expected, counter.Total);
    }

    [Fact]
    public void Behind_a_call_that_throws_nothing_counts_up_to_the_handler()
    {
        MethodDefinition thrower = made.Add("Throws", il =>
        {
            il.Emit(OpCodes.Newobj, made.Constructor<InvalidOperationException>());
            il.Emit(OpCodes.Throw);
        });
        made.Add("Catches", il =>
        {
            Instruction handler = il.Create(OpCodes.Pop);
            Instruction after = il.Create(OpCodes.Ldloc_0);
            Instruction start = il.Create(OpCodes.Ldarg_0);
            il.Append(start);
            il.Emit(OpCodes.Call, thrower);
            Emit(il, OpCodes.Neg, OpCodes.Neg, OpCodes.Stloc_0);
            il.Emit(OpCodes.Leave, after);
            il.Append(handler);
            Emit(il, OpCodes.Ldc_I4_8, OpCodes.Stloc_0);
            il.Emit(OpCodes.Leave, after);
            il.Append(after);
            il.Emit(OpCodes.Ret);
            il.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Catch)
            {
                TryStart = start, TryEnd = handler, HandlerStart = handler, HandlerEnd = after, CatchType = made.Reference<Exception>(),
            });
        });
        InstructionCounter counter = made.Count();

        Assert.Equal(8, HandMadeAssembly.Call(counter, "Catches", 0));
        Assert.Equal(2, counter.Of(HandMadeAssembly.TypeName, "Throws"));
        Assert.Equal(2 + 4 + 2, counter.Of(HandMadeAssembly.TypeName, "Catches"));
    }

    [Fact]
    public void Nested_calls_count_for_the_method_that_executes_them()
    {
        MethodDefinition inner = AddLoop("Inner");
        made.Add("Outer", il =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Call, inner);
            il.Emit(OpCodes.Ldc_I4_2);
            il.Emit(OpCodes.Call, inner);
            Emit(il, OpCodes.Add, OpCodes.Ret);
        });
        InstructionCounter counter = made.Count();

        Assert.Equal(12, HandMadeAssembly.Call(counter, "Outer", 10));

        Assert.Equal(6, counter.Of(HandMadeAssembly.TypeName, "Outer"));
        Assert.Equal((2 * 6) + (7 * 12), counter.Of(HandMadeAssembly.TypeName, "Inner"));
        Assert.Equal(6 + (2 * 6) + (7 * 12), counter.Total);
        Assert.Equal(2, counter.ByMethod().Count);
    }

    [Fact]
    public void Recursion_counts_every_level()
    {
        MethodDefinition recursive = made.Add("Down", _ => { });
        ILProcessor il = recursive.Body.GetILProcessor();
        Instruction deeper = il.Create(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Brtrue, deeper);
        Emit(il, OpCodes.Ldc_I4_0, OpCodes.Ret);
        il.Append(deeper);
        Emit(il, OpCodes.Ldc_I4_1, OpCodes.Sub);
        il.Emit(OpCodes.Call, recursive);
        il.Emit(OpCodes.Ret);
        InstructionCounter counter = made.Count();

        Assert.Equal(0, HandMadeAssembly.Call(counter, "Down", 20));
        Assert.Equal((20 * 7) + 4, counter.Total);
    }

    [Fact]
    public void A_method_too_long_for_short_branches_once_it_counts_still_runs()
    {
        // 40 branches to the next instruction: with counters in between, the first branch no longer fits a signed byte
        made.Add("Long", il =>
        {
            Instruction end = il.Create(OpCodes.Ldloc_0);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Brtrue_S, end);
            for (int block = 0; block < 40; block++)
            {
                Instruction next = il.Create(OpCodes.Nop);
                il.Emit(OpCodes.Br_S, next);
                il.Append(next);
            }

            il.Append(end);
            il.Emit(OpCodes.Ret);
        });
        InstructionCounter counter = made.Count();

        HandMadeAssembly.Call(counter, "Long", 1);
        Assert.Equal(4, counter.Total);
        HandMadeAssembly.Call(counter, "Long", 0);
        Assert.Equal(4 + 84, counter.Total);
    }

    [Fact]
    public void Instructions_may_cost_what_a_table_says()
    {
        AddLoop("Loop");
        InstructionCounter counter = made.Count((method, instruction) =>
            instruction.OpCode == OpCodes.Ret ? 135 + (43 * method.Body.Variables.Count) : instruction.OpCode == OpCodes.Add ? 37 : 0);

        HandMadeAssembly.Call(counter, "Loop", 10);

        Assert.Equal((10 * 37) + 135 + (43 * 2), counter.Total);
    }

    [Fact]
    public void Beside_what_they_cost_instructions_are_counted_one_by_one()
    {
        AddLoop("Loop");
        InstructionCounter counter = made.Count((_, instruction) => instruction.OpCode == OpCodes.Add ? 37 : 0, TestMeters.Of(nameof(TestMeters.Il)));
        TestMeters.Il = 0;

        HandMadeAssembly.Call(counter, "Loop", 10);

        Assert.Equal(10 * 37, counter.Total);
        Assert.Equal(1 + (4 * 10) + (3 * 11) + 2, TestMeters.Il);
    }

    [Fact]
    public void Counts_start_again_after_a_reset()
    {
        AddLoop("Loop");
        InstructionCounter counter = made.Count();
        HandMadeAssembly.Call(counter, "Loop", 10);

        counter.Reset();

        Assert.Equal(0, counter.Total);
        Assert.Empty(counter.ByMethod());
        HandMadeAssembly.Call(counter, "Loop", 0);
        Assert.Equal(6, counter.Total);
    }

    [Fact]
    public void A_compiled_assembly_counts_and_still_does_what_it_did()
    {
        string path = typeof(Compiled).Assembly.Location;
        InstructionCounter counter = new([path]);
        Type counted = counter.Load(Path.GetFileNameWithoutExtension(path)).GetType(typeof(Compiled).FullName!, throwOnError: true)!;

        Assert.NotEqual(typeof(Compiled), counted);
        Assert.Equal(Compiled.Work(50), counted.GetMethod(nameof(Compiled.Work))!.Invoke(null, [50]));

        // the first call also made the lambda's object
        counter.Reset();
        counted.GetMethod(nameof(Compiled.Work))!.Invoke(null, [50]);
        long once = counter.Total;
        counted.GetMethod(nameof(Compiled.Work))!.Invoke(null, [50]);

        Assert.InRange(once, 500, 20_000);
        Assert.Equal(2 * once, counter.Total);
    }

    [Fact]
    public void An_assembly_alongside_calls_the_counted_one_and_does_not_count()
    {
        AddLoop("Loop");
        string alongside = typeof(Compiled).Assembly.Location;
        InstructionCounter counter = new([typeof(InstructionCounter).Assembly.Location], alongside: [alongside]);

        Type caller = counter.Load(Path.GetFileNameWithoutExtension(alongside)).GetType(typeof(Compiled).FullName!, throwOnError: true)!;
        caller.GetMethod(nameof(Compiled.CallTheCounted))!.Invoke(null, null);

        Assert.True(counter.Of("EcgChip.ChipClock.InstructionCounter", ".ctor") > 0);
        Assert.DoesNotContain(counter.ByMethod().Keys, method => method.Contains(nameof(Compiled), StringComparison.Ordinal));
    }

    [Fact]
    public void A_method_that_does_not_exist_is_an_error_and_not_zero()
    {
        AddLoop("Loop");
        InstructionCounter counter = made.Count();

        Assert.Throws<ArgumentException>(() => counter.Of(HandMadeAssembly.TypeName, "Lop"));
        Assert.Throws<FileNotFoundException>(() => new InstructionCounter(["no-such-file.dll"]));
    }

    /// <summary>Counts up to its argument and returns it: br, 4 a round, 3 a test, 2 to return.</summary>
    private MethodDefinition AddLoop(string name) => made.Add(name, il =>
    {
        Instruction body = il.Create(OpCodes.Ldloc_0);
        Instruction test = il.Create(OpCodes.Ldloc_0);
        il.Emit(OpCodes.Br_S, test);
        il.Append(body);
        Emit(il, OpCodes.Ldc_I4_1, OpCodes.Add, OpCodes.Stloc_0);
        il.Append(test);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Blt_S, body);
        Emit(il, OpCodes.Ldloc_0, OpCodes.Ret);
    });

    /// <summary>try { try { if (argument) throw; } finally { local1 = argument + 1 } } catch { local0 = 100 } return local0 + local1.</summary>
    private void WriteGuarded(ILProcessor il)
    {
        Instruction start = il.Create(OpCodes.Ldarg_0);
        Instruction leaveInner = il.Create(OpCodes.Nop);
        Instruction final = il.Create(OpCodes.Ldarg_0);
        Instruction leaveOuter = il.Create(OpCodes.Nop);
        Instruction handler = il.Create(OpCodes.Pop);
        Instruction end = il.Create(OpCodes.Ldloc_0);
        il.Append(start);
        il.Emit(OpCodes.Brfalse_S, leaveInner);
        il.Emit(OpCodes.Newobj, made.Constructor<InvalidOperationException>());
        il.Emit(OpCodes.Throw);
        il.Append(leaveInner);
        il.Emit(OpCodes.Leave_S, leaveOuter);
        il.Append(final);
        Emit(il, OpCodes.Ldc_I4_1, OpCodes.Add, OpCodes.Stloc_1, OpCodes.Endfinally);
        il.Append(leaveOuter);
        il.Emit(OpCodes.Leave_S, end);
        il.Append(handler);
        il.Emit(OpCodes.Ldc_I4_S, (sbyte)100);
        il.Emit(OpCodes.Stloc_0);
        il.Emit(OpCodes.Leave_S, end);
        il.Append(end);
        Emit(il, OpCodes.Ldloc_1, OpCodes.Add, OpCodes.Ret);
        il.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
        {
            TryStart = start, TryEnd = final, HandlerStart = final, HandlerEnd = leaveOuter,
        });
        il.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Catch)
        {
            TryStart = start, TryEnd = handler, HandlerStart = handler, HandlerEnd = end, CatchType = made.Reference<Exception>(),
        });
    }

    private static void Emit(ILProcessor il, params OpCode[] codes)
    {
        foreach (OpCode code in codes)
        {
            il.Emit(code);
        }
    }
}
