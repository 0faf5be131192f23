using System;
using EcgChip.NanoHost;

namespace EcgChip.Cli.Bench;

/// <summary>
/// What a kernel of the firmware's self-test takes on the chip's clock: beside it goes what a device measures with its own timer.
/// </summary>
/// <param name="Name">The name that the device shows.</param>
/// <param name="Instructions">Instructions of the chip's interpreter.</param>
/// <param name="Il">IL instructions.</param>
public sealed record KernelBench(string Name, long Instructions, long Il)
{
    /// <summary>Microseconds on a chip that does so many million instructions a second.</summary>
    public double Microseconds(int mips) => Instructions / (double)mips;

    /// <summary>Runs a kernel once.</summary>
    public static KernelBench Run(string name, Action kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        (long instructions, long il) = (InstructionMeter.Executed, InstructionMeter.IlExecuted);
        kernel();
        return new KernelBench(name, InstructionMeter.Executed - instructions, InstructionMeter.IlExecuted - il);
    }
}
