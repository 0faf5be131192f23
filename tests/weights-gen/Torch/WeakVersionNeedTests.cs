using System;
using System.IO;
using System.Linq;
using EcgChip.WeightsGen.Torch;

namespace EcgChip.WeightsGen.Tests.Torch;

public sealed class WeakVersionNeedTests
{
    private const string Absent = "GLIBCXX_3.4.32";

    [SkippableFact]
    public void One_bit_of_the_real_library_changes_and_a_second_time_nothing()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux libraries name versions of symbols.");
        byte[] original = File.ReadAllBytes(TorchLibraries.TorchSharpLibrary);
        byte[] library = [.. original];

        Assert.True(WeakVersionNeed.Mark(library, Absent));

        (byte Before, byte After)[] changes = [.. original.Zip(library).Where(pair => pair.First != pair.Second)];
        Assert.Equal([((byte)0, (byte)2)], changes);
        Assert.False(WeakVersionNeed.Mark(library, Absent));
    }

    [SkippableFact]
    public void A_version_that_the_library_does_not_ask_for_changes_nothing()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux libraries name versions of symbols.");
        byte[] original = File.ReadAllBytes(TorchLibraries.TorchSharpLibrary);
        byte[] library = [.. original];

        Assert.False(WeakVersionNeed.Mark(library, "GLIBCXX_9.9.99"));
        Assert.Equal(original, library);
    }

    [SkippableFact]
    public void A_version_whose_symbols_are_called_is_refused()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux libraries name versions of symbols.");
        byte[] library = File.ReadAllBytes(TorchLibraries.TorchSharpLibrary);

        Assert.Throws<InvalidOperationException>(() => WeakVersionNeed.Mark(library, "GLIBCXX_3.4"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(1000)]
    public void What_is_no_ELF_library_is_refused(int length)
    {
        Assert.Throws<InvalidDataException>(() => WeakVersionNeed.Mark(new byte[length], Absent));
    }
}
