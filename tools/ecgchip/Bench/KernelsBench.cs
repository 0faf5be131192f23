using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using EcgChip.ChipClock;
using EcgChip.ChipClock.Costs;
using EcgChip.Inference;
using EcgChip.KernelShapes;

namespace EcgChip.Cli.Bench;

/// <summary>What one shape of the convolution loop costs over one layer.</summary>
/// <param name="Name">The shape.</param>
/// <param name="Il">IL instructions for each multiply-accumulate.</param>
/// <param name="Instructions">The chip's instructions for each multiply-accumulate.</param>
public sealed record KernelCost(string Name, double Il, double Instructions);

/// <summary>What all shapes cost over one layer.</summary>
/// <param name="InChannels">Input channels.</param>
/// <param name="OutChannels">Output channels.</param>
/// <param name="Length">Values of a channel.</param>
/// <param name="Shapes">The shapes, from the plainest to the firmware's.</param>
public sealed record KernelLayerCost(int InChannels, int OutChannels, int Length, IReadOnlyList<KernelCost> Shapes)
{
    /// <summary>Taps of the layer.</summary>
    public const int Taps = 5;

    /// <summary>Multiply-accumulates of the layer.</summary>
    public long Macs => (long)InChannels * OutChannels * Taps * Length;
}

/// <summary>All that the page shows.</summary>
/// <param name="Layers">The seed network's largest layer, and a short one.</param>
/// <param name="Network">What the ten large convolutions of the seed network take with each shape, in millions of instructions.</param>
public sealed record KernelCosts(IReadOnlyList<KernelLayerCost> Layers, IReadOnlyList<(string Name, double Millions)> Network);

/// <summary>Measures the shapes of <c>tools/EcgChip.KernelShapes</c> with the chip clock's counter and its table of costs.</summary>
public static class KernelsBench
{
    private const double Million = 1e6;
    private const int BlockConvolutions = 2;

    private static readonly (int In, int Out, int Length)[] Layers = [(32, 32, 187), (8, 8, 18)];
    private static readonly int[] SeedLengths = [187, 92, 44, 20, 8];

    /// <summary>Measures all shapes over the seed network's largest layer, over a short one, and over all lengths of the seed network.</summary>
    /// <exception cref="InvalidOperationException">A shape does not give what the plain kernel gives.</exception>
    public static KernelCosts Run()
    {
        string[] counted = [typeof(ShapeRun).Assembly.Location, typeof(NetworkRunner).Assembly.Location];
        IEnumerable<string> names = [typeof(ShapeRun).Assembly.GetName().Name!, typeof(NetworkRunner).Assembly.GetName().Name!];
        Counted il = new(new InstructionCounter(counted));
        Counted chip = new(new InstructionCounter(counted, cost: new InterpreterCost(CostTable.Load(), names).Of));
        string[] shapes = ShapeRun.Names();
        (int channels, int outputs, _) = Layers[0];
        return new KernelCosts(
            [.. Layers.Select(layer => new KernelLayerCost(
                layer.In, layer.Out, layer.Length, [.. shapes.Select((name, index) => Cost(name, index, layer, il, chip))]))],
            [.. shapes.Select((name, index) => (
                name, BlockConvolutions * SeedLengths.Sum(length => chip.Charge(name, index, (channels, outputs, length))) / Million))]);
    }

    private static KernelCost Cost(string name, int index, (int In, int Out, int Length) layer, Counted il, Counted chip)
    {
        double macs = (double)layer.In * layer.Out * KernelLayerCost.Taps * layer.Length;
        return new KernelCost(name, il.Charge(name, index, layer) / macs, chip.Charge(name, index, layer) / macs);
    }

    private sealed class Counted(InstructionCounter counter)
    {
        private readonly Func<long> total = () => counter.Total;
        private readonly MethodInfo charge = counter.Load(typeof(ShapeRun).Assembly.GetName().Name!)
            .GetType(typeof(ShapeRun).FullName!, throwOnError: true)!.GetMethod(nameof(ShapeRun.Charge))!;

        public long Charge(string name, int index, (int In, int Out, int Length) layer)
        {
            long found = (long)charge.Invoke(null, [index, layer.In, layer.Out, layer.Length, total])!;
            return found >= 0
                ? found
                : throw new InvalidOperationException($"The shape '{name}' does not give what the plain kernel gives.");
        }
    }
}
