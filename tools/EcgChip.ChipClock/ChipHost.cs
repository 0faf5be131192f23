using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Threading;
using EcgChip.ChipClock.Costs;
using EcgChip.NanoHost;

namespace EcgChip.ChipClock;

/// <summary>
/// Runs a program again on the chip's clock: the firmware's assemblies are rewritten so that every basic block charges what its IL costs in
/// the chip's interpreter, and the program with all that knows the firmware is loaded a second time, bound to them. Inside,
/// <see cref="InstructionMeter.Mips"/> is not 0, and a simulated board takes its time from the charges.
/// </summary>
public static class ChipHost
{
    private static readonly string[] KnowsTheFirmware = ["EcgChip.Simulator", "EcgChip.ChipClock"];

    /// <summary>Simple names of the firmware's assemblies that stand beside the program.</summary>
    public static IReadOnlyList<string> Firmware { get; } = FirmwareNames();

    /// <summary>True inside a program that runs on the chip's clock.</summary>
    public static bool IsInside => InstructionMeter.Mips > 0;

    /// <summary>Runs a program's entry point on the chip's clock.</summary>
    /// <param name="program">Simple name of the program's assembly.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="mips">Millions of instructions a second that the chip does.</param>
    /// <param name="cancellation">What the program inside is to listen to: <see cref="InstructionMeter.Cancellation"/>.</param>
    /// <returns>The program's exit code.</returns>
    /// <exception cref="InvalidOperationException">It runs on the chip's clock already.</exception>
    public static int Run(string program, string[] args, int mips, CancellationToken cancellation = default)
    {
        if (IsInside)
        {
            throw new InvalidOperationException("The program runs on the chip's clock already.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mips);
        InterpreterCost cost = new(CostTable.Load(), Firmware);
        InstructionCounter counter = new(
            Firmware.Select(PathOf), [.. KnowsTheFirmware.Append(program).Select(PathOf)], cost.Of,
            typeof(InstructionMeter).GetField(nameof(InstructionMeter.Executed)), typeof(InstructionMeter).GetField(nameof(InstructionMeter.IlExecuted)),
            reportsAllocations: true);
        InstructionMeter.Mips = mips;
        InstructionMeter.ByMethod = counter.ByMethod;
        InstructionMeter.Cancellation = cancellation;
        try
        {
            RunStaticConstructors(counter);
            MethodInfo entry = counter.Load(program).EntryPoint
                ?? throw new InvalidOperationException($"{program} is no program.");
            return entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [args], null) is int code ? code : 0;
        }
        finally
        {
            InstructionMeter.Mips = 0;
            InstructionMeter.ByMethod = null;
            InstructionMeter.Cancellation = default;
        }
    }

    /// <summary>Paths of the firmware's assemblies as the compiler wrote them.</summary>
    public static IReadOnlyList<string> FirmwarePaths() => [.. Firmware.Select(PathOf)];

    /// <summary>The firmware's assemblies as they run here: rewritten ones inside a program that runs on the chip's clock.</summary>
    public static IReadOnlyList<Assembly> FirmwareAssemblies()
    {
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(typeof(ChipHost).Assembly)!;
        return [.. Firmware.Select(name => context.LoadFromAssemblyName(new AssemblyName(name)))];
    }

    // On the chip all of them run before Main; the desktop's runtime would run each when its class is first used.
    private static void RunStaticConstructors(InstructionCounter counter)
    {
        foreach (Type type in Firmware.SelectMany(name => counter.Load(name).GetTypes()).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static string[] FirmwareNames() =>
    [
        "EcgChip.Signal", "EcgChip.Inference", "EcgChip.Records", "EcgChip.Device",
        .. Directory.GetFiles(AppContext.BaseDirectory, "EcgChip.Models.*.dll").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal),
    ];
}
