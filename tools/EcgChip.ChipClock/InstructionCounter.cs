using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using EcgChip.ChipClock.Heap;
using Mono.Cecil;

namespace EcgChip.ChipClock;

/// <summary>
/// Counts the IL instructions that compiled code executes, while it executes: the assemblies are rewritten in memory so that every basic
/// block adds what its instructions cost to a counter of its method, and are loaded into a context of their own.
/// <para>
/// Types loaded here are not the types of the same name that a test is compiled against. Call them by reflection, or put the code that
/// calls them into an assembly (the test's own will do) that is loaded alongside, and call that by reflection.
/// </para>
/// <para>Counts are exact unless an instruction other than a call, newobj or throw throws: then its block counts to its end. Not thread-safe.</para>
/// </summary>
public sealed class InstructionCounter
{
    private readonly CountingContext context;
    private readonly List<MethodCount> methods = [];
    private readonly List<Func<long>> totals = [];

    /// <summary>Rewrites and loads assemblies.</summary>
    /// <param name="counted">Paths of the assemblies whose instructions count.</param>
    /// <param name="alongside">Paths of assemblies that are loaded as they are, bound to the counted ones.</param>
    /// <param name="cost">What each instruction costs; without it each costs 1.</param>
    /// <param name="meter">A public static <c>long</c> outside the counted assemblies that is charged as well; null for none.</param>
    /// <param name="ilMeter">Another one, that is charged 1 for every IL instruction; null for none.</param>
    /// <param name="reportsAllocations">True when the counted assemblies report what they take from the chip's heap to <see cref="NanoHost.AllocationMeter"/>.</param>
    /// <exception cref="FileNotFoundException">There is no assembly at a path.</exception>
    /// <exception cref="BadImageFormatException">A file is no .NET assembly.</exception>
    public InstructionCounter(
        IEnumerable<string> counted, IEnumerable<string>? alongside = null, InstructionCost? cost = null,
        FieldInfo? meter = null, FieldInfo? ilMeter = null, bool reportsAllocations = false)
    {
        ArgumentNullException.ThrowIfNull(counted);
        cost ??= (_, _) => 1;
        var images = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var rewritten = new List<(string Name, IReadOnlyList<string> Methods)>();
        List<string> paths = [.. counted];
        ObjectSizes? heap = reportsAllocations ? new ObjectSizes(paths.Select(path => AssemblyName.GetAssemblyName(path).Name!)) : null;
        foreach (string path in paths)
        {
            RewrittenAssembly assembly = AssemblyRewriter.Rewrite(path, cost, new SharedMeters(meter, ilMeter), heap);
            images.Add(assembly.Name, assembly.Image);
            rewritten.Add((assembly.Name, assembly.Methods));
        }

        foreach (string path in alongside ?? [])
        {
            images.Add(AssemblyName.GetAssemblyName(path).Name!, File.ReadAllBytes(path));
        }

        context = new CountingContext(images);
        foreach ((string name, IReadOnlyList<string> names) in rewritten)
        {
            Type counters = Load(name).GetType(AssemblyRewriter.CountersType, throwOnError: true)!;
            methods.AddRange(names.Select((method, index) => new MethodCount(method, counters.GetField(AssemblyRewriter.CounterField(index))!)));
            totals.Add(counters.GetMethod(AssemblyRewriter.TotalMethod)!.CreateDelegate<Func<long>>());
        }
    }

    /// <summary>What all counted assemblies have executed since they were loaded or <see cref="Reset"/>; cheap enough to ask often.</summary>
    public long Total
    {
        get
        {
            long sum = 0;
            foreach (Func<long> total in totals)
            {
                sum += total();
            }

            return sum;
        }
    }

    /// <summary>What each method has executed itself, without what it called; methods that did not run are left out.</summary>
    /// <returns>Counts by the method's full name, "System.Int32 Some.Name.Space.Type::Method(System.Int32)".</returns>
    public IReadOnlyDictionary<string, long> ByMethod() =>
        methods.Where(method => method.Value != 0).ToDictionary(method => method.Name, method => method.Value);

    /// <summary>What one method, all its overloads together, has executed itself, without what it called.</summary>
    /// <param name="type">The type's full name; nested types behind a slash.</param>
    /// <param name="method">The method's name.</param>
    /// <exception cref="ArgumentException">No counted assembly has such a method with a body.</exception>
    public long Of(string type, string method)
    {
        string qualified = $" {type}::{method}(";
        List<MethodCount> found = methods.FindAll(candidate => candidate.Name.Contains(qualified, StringComparison.Ordinal));
        return found.Count > 0
            ? found.Sum(candidate => candidate.Value)
            : throw new ArgumentException($"No counted assembly has a method {type}.{method}.", nameof(method));
    }

    /// <summary>Sets all counts to 0.</summary>
    public void Reset() => methods.ForEach(method => method.Reset());

    /// <summary>A loaded assembly, counted or alongside, by its simple name.</summary>
    public Assembly Load(string name) => context.LoadFromAssemblyName(new AssemblyName(name));

    private sealed record MethodCount(string Name, FieldInfo Counter)
    {
        public long Value => (long)Counter.GetValue(null)!;

        public void Reset() => Counter.SetValue(null, 0L);
    }

    /// <summary>Gives out the images by name and leaves every other assembly to the default context.</summary>
    private sealed class CountingContext(Dictionary<string, byte[]> images) : AssemblyLoadContext("counted")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            images.TryGetValue(assemblyName.Name!, out byte[]? image) ? LoadFromStream(new MemoryStream(image)) : null;
    }
}
