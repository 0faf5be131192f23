using System;

namespace EcgChip.ChipCheck.Tests;

/// <summary>Static tables of several assemblies share one heap, and one limit.</summary>
public sealed class StaticTablesTogetherTests : IDisposable
{
    private readonly SmallRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData(1000, 24, 0)]
    [InlineData(1000, 25, 1)]
    public void Tables_of_two_assemblies_are_counted_together(int inLibrary, int inProgram, int refusals)
    {
        _repository.Change(
            $"firmware/{SmallRepository.Library}/Filters/Baseline.cs", "public int Step", $"static readonly byte[] Table = new byte[{inLibrary}]; public int Step");
        _repository.Change(
            SmallRepository.File("Program.cs"), "public static void Main", $"static readonly byte[] Table = new byte[{inProgram}]; public static void Main");

        Assert.Equal(refusals, FirmwareCheck.Run(_repository.Root).Count);
        Assert.All(FirmwareCheck.Run(_repository.Root), refusal =>
        {
            Assert.Equal("static-field", refusal.Rule);
            Assert.Contains("EcgChip.Device 25, EcgChip.Signal 1000", refusal.Sentence, StringComparison.Ordinal);
        });
    }
}
