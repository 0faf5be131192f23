using System;
using System.Globalization;
using System.Linq;
using System.Text;
using EcgChip.ChipClock.Costs;

namespace EcgChip.Cli.Bench;

/// <summary>docs/kernels.md: the measured tables, and what was kept, what was tried and what each step gave.</summary>
public static class KernelsReport
{
    private const string Cheapest = "cheapest";

    // Measured on one beat of the committed seed network when the step was taken, in millions of instructions.
    private static readonly (string Step, string Cost, string Why)[] Steps =
    [
        ("before: 4 x 2 channels in lanes, activations as bytes between layers", "427.4", "requantising 50, packing 12, pools 14"),
        ("activations stay in the lanes: requantising packs and holds three results at once, pools of five by two take three windows at once",
            "411.1", "thirds are even, and halve from pool to pool"),
        ("4 x 4 channels, 8 products for 10", "379.4", "the sweeps take 281 in place of 313"),
        ("slices of at most 360,000 instructions in place of 380,000", "381.3", "the loop's wish, not a gain"),
        ("silent input channels left out, weights read where they stand", "341.9", "377 where no channel is silent"),
        ("two channels share a long, a run of positions is finished before the next, weights come by four channels", "370.0",
            "half the heap for activations; 379 for something like a beat, 396 for noise"),
    ];

    private static readonly string[] Tried =
    [
        "4 x 4 channels without fewer products: more weights to load for each slice eat what fewer loads of x give.",
        "13 products for 20 (the same algorithm twice, one in the other): the differences of x and the sums of y cost what the products save, "
        + "and twice the locals must be loaded for each slice.",
        "Toom-Cook for four positions (8 products for 20): by count about 55 instructions a MAC with its transforms, but the transformed input "
        + "needs 16 to 33 KB beside the activations; it divides by 8, so that lanes shrink to 20 bits, which the first block's signed input "
        + "(weights of up to 6961 a channel) does not allow. Not built.",
        "Zero weights: 1 to 2 % of the committed weights. Left out in generated code, every weight would be an 8-byte constant: 600 KB of IL.",
        "Fewer bits a lane: the weights of most layers reach 8250 of the bound's 8256, so no fourth lane fits.",
        "A table to hold results to 8 bits: without a bound on the weights it would need 11 KB; the mask in the lanes costs the same.",
        "Proving from the largest value of each input channel that an output channel will be silent, before it is made: holds for none of the "
        + "58 that are silent in a beat.",
        "Two channels of a row in one load, both of them swept: by count 3 % less where no channel is silent, more where one of a row is. Not built.",
        "Activations as bytes, packed anew for each run: as small, and packing, requantising and pools cost what the sweeps would save.",
        "Longer runs in a slice (22 positions in place of 16): 5 million less, for slices of 390,000 instructions. Not taken.",
        "Accumulators in locals, all input channels in one go: a slice ends long before, and saving them costs more than loading weights.",
    ];

    /// <summary>The page.</summary>
    public static string Markdown(KernelCosts costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        var text = new StringBuilder();
        text.Append("# Kernels: the shapes of the convolution loop and what they cost\n\n");
        text.Append("Written by `dotnet run --project tools/ecgchip -- bench kernels --out docs/kernels.md`; what is changed here by hand is lost.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Costs: every executed IL instruction is counted, and charged by the chip clock's table. {CostTable.Load().Source}\n\n");
        text.Append("The code of the shapes is in `tools/EcgChip.KernelShapes`, the firmware's in `firmware/EcgChip.Inference`. Each shape makes the sums\n");
        text.Append("of a layer, held to the plain kernel; packing is counted where there is any, requantising is not. Lane shapes load their weights\n");
        text.Append("anew for every run of positions that fits a slice of the loop (330,000 instructions).\n");
        foreach (KernelLayerCost layer in costs.Layers)
        {
            Append(text, layer);
        }

        text.Append("\n## The ten large convolutions of the seed network\n\nTwice 32 x 32 x 5 over each of 187, 92, 44, 20 and 8, no channel silent.\n\n");
        text.Append("| shape | million instructions | |\n| --- | ---: | --- |\n");
        double cheapest = costs.Network.Min(shape => shape.Millions);
        foreach ((string name, double millions) in costs.Network)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {millions:F1} | {(millions == cheapest ? Cheapest : "")} |\n");
        }

        text.Append("\n## What is kept\n\n");
        text.Append("The last shape: not the cheapest, but that with half the heap. Activations are the largest thing that lives on the chip, and a lane has\n");
        text.Append("21 bits where an activation needs 8: two channels share a row, and a sweep takes them apart with a shift and a mask.\n");
        text.Append("An interpreter pays for instructions, not for arithmetic: so three positions share a multiplication, two positions share\n");
        text.Append("products, and what is left is loading locals. Sums wrap around in 64 bits, so that no step between needs a bound. Of the rest,\n");
        text.Append("two more steps follow: results stay packed, and channels that are silent where a run looks are left out.\n");
        text.Append("\n## What each step gave\n\nMillions of instructions for one beat of the seed network, all layers and all work included. The first and the\n");
        text.Append("last figure are those of `bench chip`; the ones between were counted for the runner alone, which is 1 % less.\n\n");
        text.Append("| step | a beat | |\n| --- | ---: | --- |\n");
        foreach ((string step, string cost, string why) in Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {step} | {cost} | {why} |\n");
        }

        text.Append("\n## What was tried or counted and gave nothing\n\n");
        foreach (string tried in Tried)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {tried}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, KernelLayerCost layer)
    {
        double least = layer.Shapes.Min(shape => shape.Instructions);
        text.Append(CultureInfo.InvariantCulture, $"\n## {layer.InChannels} x {layer.OutChannels} x {KernelLayerCost.Taps} over {layer.Length}: {layer.Macs:N0} MAC\n\n");
        text.Append("| shape | IL per MAC | instructions per MAC | |\n| --- | ---: | ---: | --- |\n");
        foreach (KernelCost shape in layer.Shapes)
        {
            string mark = shape.Instructions == least ? Cheapest : "";
            text.Append(CultureInfo.InvariantCulture, $"| {shape.Name} | {shape.Il:F2} | {shape.Instructions:F1} | {mark} |\n");
        }
    }
}
