using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.NanoHost;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock.Heap;

/// <summary>
/// The most that the frames of called methods can take in the chip's heap at once, from the firmware's code alone: the heaviest path through its
/// calls. A virtual call goes to every override of it. Methods that call each other in a circle count once each: the firmware has no recursion
/// that goes deeper.
/// </summary>
public sealed class CallDepth
{
    private readonly Dictionary<string, MethodDefinition> methods;
    private readonly Dictionary<string, List<MethodDefinition>> overrides = [];
    private readonly Dictionary<MethodDefinition, Visit> visits = [];
    private readonly Stack<MethodDefinition> open = new();

    private CallDepth(IReadOnlyList<AssemblyDefinition> firmware)
    {
        List<TypeDefinition> types = [.. firmware.SelectMany(assembly => assembly.MainModule.GetTypes())];
        methods = types.SelectMany(type => type.Methods).ToDictionary(method => method.FullName);
        foreach (MethodDefinition method in methods.Values.Where(method => method.IsVirtual))
        {
            foreach (MethodDefinition declared in Declarations(method))
            {
                if (!overrides.TryGetValue(declared.FullName, out List<MethodDefinition>? list))
                {
                    overrides.Add(declared.FullName, list = []);
                }

                list.Add(method);
            }
        }
    }

    /// <summary>Bytes of the frames on the heaviest path that begins with one of a type's methods.</summary>
    /// <param name="paths">The firmware's assemblies.</param>
    /// <param name="type">Full name of the type.</param>
    /// <param name="names">Names of the methods.</param>
    /// <exception cref="ArgumentException">There is no such method.</exception>
    public static long Bytes(IEnumerable<string> paths, string type, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(paths);
        using AssemblyReader reader = new(paths);
        CallDepth depth = new(reader.Assemblies);
        List<MethodDefinition> roots = [.. depth.methods.Values.Where(method => method.DeclaringType.FullName == type && names.Contains(method.Name))];
        return roots.Count > 0
            ? roots.Max(depth.BytesFrom)
            : throw new ArgumentException($"{type} has no method {string.Join(" or ", names)}.", nameof(names));
    }

    private long BytesFrom(MethodDefinition root) => visits.TryGetValue(root, out Visit? visit) ? visit.Bytes ?? 0 : From(root);

    /// <summary>
    /// Tarjan 1972: a depth-first walk that closes a circle of methods when it leaves the first of them that it came to. Everything that the
    /// circle calls is closed by then, so that its own weight is known.
    /// </summary>
    private long From(MethodDefinition method)
    {
        Visit visit = new() { Order = visits.Count, Lowest = visits.Count };
        visits.Add(method, visit);
        open.Push(method);
        foreach (MethodDefinition target in Callees(method))
        {
            if (!visits.TryGetValue(target, out Visit? called))
            {
                From(target);
                called = visits[target];
            }

            if (called.Bytes is long closed)
            {
                visit.Below = Math.Max(visit.Below, closed);
            }
            else
            {
                visit.Lowest = Math.Min(visit.Lowest, called.Lowest);
            }
        }

        if (visit.Lowest == visit.Order)
        {
            CloseCircle(method);
        }

        return visit.Bytes ?? 0;
    }

    private void CloseCircle(MethodDefinition first)
    {
        List<MethodDefinition> circle = [];
        do
        {
            circle.Add(open.Pop());
        }
        while (circle[^1] != first);

        long bytes = circle.Max(method => visits[method].Below) + circle.Sum(FrameOf);
        foreach (MethodDefinition method in circle)
        {
            visits[method].Bytes = bytes;
        }
    }

    private static long FrameOf(MethodDefinition method) =>
        method.HasBody ? ChipHeap.FrameBytes(method.Body.Variables.Count, method.Body.MaxStackSize) : 0;

    private IEnumerable<MethodDefinition> Callees(MethodDefinition method) => !method.HasBody ? [] : method.Body.Instructions
        .Where(instruction => instruction.OpCode.FlowControl == FlowControl.Call)
        .SelectMany(instruction => Targets((MethodReference)instruction.Operand)).Distinct();

    private IEnumerable<MethodDefinition> Targets(MethodReference called)
    {
        if (methods.TryGetValue(called.FullName, out MethodDefinition? direct))
        {
            yield return direct;
        }

        foreach (MethodDefinition target in overrides.GetValueOrDefault(called.FullName) ?? [])
        {
            yield return target;
        }
    }

    /// <summary>The methods of base classes and interfaces that a call may name and end up in this one.</summary>
    private static IEnumerable<MethodDefinition> Declarations(MethodDefinition method)
    {
        for (TypeDefinition? at = method.DeclaringType; at is not null; at = at.BaseType?.Resolve())
        {
            IEnumerable<TypeDefinition> declaring = at.Interfaces.Select(each => each.InterfaceType.Resolve()).Where(each => each is not null);
            declaring = at == method.DeclaringType ? declaring : declaring.Append(at);
            foreach (MethodDefinition declared in declaring.SelectMany(type => type.Methods))
            {
                bool same = declared.Name == method.Name && declared.Parameters.Count == method.Parameters.Count
                    && declared.Parameters.Zip(method.Parameters).All(pair => pair.First.ParameterType.FullName == pair.Second.ParameterType.FullName);
                if (same)
                {
                    yield return declared;
                }
            }
        }
    }

    private sealed class Visit
    {
        public required int Order { get; init; }

        /// <summary>The earliest method still open that can be come back to.</summary>
        public required int Lowest { get; set; }

        /// <summary>The heaviest of what it calls outside its circle.</summary>
        public long Below { get; set; }

        /// <summary>Its circle and everything below it; null until that is known.</summary>
        public long? Bytes { get; set; }
    }
}
