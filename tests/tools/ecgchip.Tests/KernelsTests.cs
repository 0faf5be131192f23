using System;
using System.IO;
using System.Linq;
using EcgChip.Cli.Bench;
using EcgChip.KernelShapes;

namespace EcgChip.Cli.Tests;

/// <summary>The shapes of the convolution loop: right, measured as the page says, and the firmware's the one to keep.</summary>
public sealed class KernelsTests(KernelsTests.Measured measured) : IClassFixture<KernelsTests.Measured>
{
    private const double MostForHalfTheHeap = 1.15;

    private static readonly string Firmware = new LanesOfTheFirmware().Name;

    [Theory]
    [InlineData(4, 4, 1)]
    [InlineData(4, 8, 2)]
    [InlineData(8, 4, 7)]
    [InlineData(8, 8, 60)]
    [InlineData(32, 4, 61)]
    [InlineData(4, 4, 200)]
    public void Every_shape_gives_what_the_plain_kernel_gives(int inChannels, int outChannels, int length) =>
        Assert.All(ShapeRun.Names().Select((_, index) => index), index =>
            Assert.True(ShapeRun.Charge(index, inChannels, outChannels, length, () => 0) >= 0, ShapeRun.Names()[index]));

    [Fact]
    public void The_firmwares_kernel_costs_at_most_15_percent_more_than_the_cheapest_for_half_its_heap()
    {
        var network = measured.Costs.Network;
        Assert.InRange(network.Single(shape => shape.Name == Firmware).Millions, 1, MostForHalfTheHeap * network.Min(shape => shape.Millions));

        var largest = measured.Costs.Layers[0].Shapes;
        Assert.InRange(largest.Single(shape => shape.Name == Firmware).Instructions, 1, MostForHalfTheHeap * largest.Min(shape => shape.Instructions));
    }

    [Fact]
    public void The_page_is_what_the_command_writes()
    {
        string page = Path.Combine(Root(), "docs", "kernels.md");
        Assert.True(
            File.ReadAllText(page) == KernelsReport.Markdown(measured.Costs),
            "docs/kernels.md is not what `bench kernels --out docs/kernels.md` writes: run it and commit the page.");
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EcgChip.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the folder of EcgChip.sln.");
    }

    /// <summary>One measurement for all tests.</summary>
    public sealed class Measured
    {
        /// <summary>What the shapes cost.</summary>
        public KernelCosts Costs { get; } = KernelsBench.Run();
    }
}
