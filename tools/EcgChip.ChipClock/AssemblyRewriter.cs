using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.ChipClock.Heap;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace EcgChip.ChipClock;

/// <summary>Rewrites an assembly so that every basic block charges a static counter of its method.</summary>
internal static class AssemblyRewriter
{
    /// <summary>The type that holds the counters, added to each assembly.</summary>
    public const string CountersType = "EcgChip.ChipClock.Counters";

    /// <summary>Its static method without parameters that adds all counters up.</summary>
    public const string TotalMethod = "Total";

    /// <summary>The name of the counter, a static <c>long</c>, of the method with this index.</summary>
    public static string CounterField(int index) => $"method{index}";

    /// <summary>Reads the assembly at <paramref name="path"/> and rewrites it in memory.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="cost">What each instruction costs.</param>
    /// <param name="meters">What is charged beside the method's own counter.</param>
    /// <param name="heap">Sizes of what its methods allocate, which they then report to <see cref="NanoHost.AllocationMeter"/>; null when they shall not.</param>
    public static RewrittenAssembly Rewrite(string path, InstructionCost cost, SharedMeters meters, ObjectSizes? heap)
    {
        using AssemblyReader reader = new([path]);
        AssemblyDefinition assembly = reader.Assemblies[0];
        ModuleDefinition module = assembly.MainModule;
        List<MethodDefinition> methods = module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).ToList();

        string[] place = CountersType.Split('.');
        var counters = new TypeDefinition(
            string.Join('.', place[..^1]), place[^1],
            TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit,
            module.TypeSystem.Object);
        FieldReference? costMeter = meters.Cost is null ? null : module.ImportReference(meters.Cost);
        FieldReference? ilMeter = meters.Il is null ? null : module.ImportReference(meters.Il);
        AllocationSites? sites = heap is null ? null : new AllocationSites(module, heap);
        for (int index = 0; index < methods.Count; index++)
        {
            var counter = new FieldDefinition(CounterField(index), FieldAttributes.Public | FieldAttributes.Static, module.TypeSystem.Int64);
            counters.Fields.Add(counter);
            ChargeBlocks(methods[index], sites, block => Charges(block, methods[index], cost, counter, costMeter, ilMeter));
        }

        counters.Methods.Add(Total(counters, module.TypeSystem.Int64));
        module.Types.Add(counters);
        using var image = new MemoryStream();
        assembly.Write(image);
        return new RewrittenAssembly(assembly.Name.Name, image.ToArray(), methods.ConvertAll(method => method.FullName));
    }

    private static List<Charge> Charges(
        IReadOnlyList<Instruction> block, MethodDefinition method, InstructionCost cost, FieldReference counter, FieldReference? costMeter,
        FieldReference? ilMeter)
    {
        long sum = block.Sum(instruction => cost(method, instruction));
        List<Charge> charges = [new Charge(counter, sum)];
        if (costMeter is not null)
        {
            charges.Add(new Charge(costMeter, sum));
        }

        if (ilMeter is not null)
        {
            charges.Add(new Charge(ilMeter, block.Count));
        }

        charges.RemoveAll(charge => charge.Amount == 0);
        return charges;
    }

    private static void ChargeBlocks(MethodDefinition method, AllocationSites? sites, Func<IReadOnlyList<Instruction>, List<Charge>> chargesOf)
    {
        MethodBody body = method.Body;
        List<(Instruction Leader, List<Charge> Charges)> blocks = [.. BasicBlocks.Of(body).Select(block => (block[0], chargesOf(block)))];

        List<(Instruction Site, Instruction[] Report)> allocations = sites?.Of(body) ?? [];

        // Longer code may need longer branches: widen all, and let Cecil choose again at the end.
        body.SimplifyMacros();
        ILProcessor processor = body.GetILProcessor();
        foreach ((Instruction site, Instruction[] report) in allocations)
        {
            Instruction last = site;
            foreach (Instruction each in report)
            {
                last = Append(processor, last, each);
            }
        }

        foreach ((Instruction leader, List<Charge> charges) in blocks)
        {
            if (charges.Count == 0)
            {
                continue;
            }

            // The leader keeps its identity and becomes the first of the added instructions, so that every branch and every bound of an
            // exception handler that means this block finds the charge; what it did moves behind. A stack that is not empty is left alone.
            Instruction moved = Instruction.Create(OpCodes.Nop);
            (moved.OpCode, moved.Operand) = (leader.OpCode, leader.Operand);
            (leader.OpCode, leader.Operand) = (OpCodes.Ldsfld, charges[0].Meter);
            Instruction last = leader;
            foreach (Charge charge in charges)
            {
                if (last != leader)
                {
                    last = Append(processor, last, Instruction.Create(OpCodes.Ldsfld, charge.Meter));
                }

                last = Append(processor, last, Instruction.Create(OpCodes.Ldc_I8, charge.Amount));
                last = Append(processor, last, Instruction.Create(OpCodes.Add));
                last = Append(processor, last, Instruction.Create(OpCodes.Stsfld, charge.Meter));
            }

            processor.InsertAfter(last, moved);
        }

        body.OptimizeMacros();
    }

    private static Instruction Append(ILProcessor processor, Instruction last, Instruction next)
    {
        processor.InsertAfter(last, next);
        return next;
    }

    private static MethodDefinition Total(TypeDefinition counters, TypeReference int64)
    {
        var total = new MethodDefinition(TotalMethod, MethodAttributes.Public | MethodAttributes.Static, int64);
        ILProcessor processor = total.Body.GetILProcessor();
        processor.Emit(OpCodes.Ldc_I8, 0L);
        foreach (FieldDefinition counter in counters.Fields)
        {
            processor.Emit(OpCodes.Ldsfld, counter);
            processor.Emit(OpCodes.Add);
        }

        processor.Emit(OpCodes.Ret);
        return total;
    }

    private sealed record Charge(FieldReference Meter, long Amount);
}
