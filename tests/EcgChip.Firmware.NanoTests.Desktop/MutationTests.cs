using System.Linq;
using System.Reflection;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Models.Seed;
using TestFrameworkShared;

namespace EcgChip.Firmware.NanoTests.Desktop;

/// <summary>The chip's tests fail where the firmware is wrong.</summary>
public sealed class MutationTests
{
    public static TheoryData<int> BedsideLayers => Weighed(new BedsideModel());

    public static TheoryData<int> SeedLayers => Weighed(new SeedModel());

    [Theory]
    [MemberData(nameof(BedsideLayers))]
    public void Wrong_weights_in_any_layer_of_the_bedside_network_are_found(int layer) =>
        Fails(new WrongBedside(layer, one: false), nameof(GoldenBeatTests.The_bedside_network_gives_the_golden_logits));

    [Theory]
    [MemberData(nameof(SeedLayers))]
    public void Wrong_weights_in_any_layer_of_the_seed_network_are_found(int layer) =>
        Fails(new WrongSeed(layer, one: false), nameof(GoldenBeatTests.The_seed_network_gives_the_golden_logits));

    [Fact]
    public void A_single_wrong_weight_in_the_first_layer_is_found()
    {
        Fails(new WrongBedside(0, one: true), nameof(GoldenBeatTests.The_bedside_network_gives_the_golden_logits));
        Fails(new WrongSeed(0, one: true), nameof(GoldenBeatTests.The_seed_network_gives_the_golden_logits));
    }

    [Fact]
    public void Every_test_of_the_chip_is_found_and_named()
    {
        string[] names = [.. NanoTest.In(typeof(KernelTests).Assembly).Select(test => test.Name)];

        Assert.Contains("KernelTests.Halves_are_rounded_away_from_zero", names);
        Assert.Contains("GoldenBeatTests.The_seed_network_gives_the_golden_logits", names);
        Assert.Contains("RPeakTests.Every_R_peak_of_the_strip_is_found_and_nothing_else", names);
        Assert.Contains("LogTests.A_saved_recording_reads_back_as_it_was", names);
        Assert.Contains("Crc32Tests.Digits_have_the_published_checksum", names);
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    private static void Fails(GoldenBeatTests tests, string name)
    {
        MethodInfo method = tests.GetType().GetMethod(name)!;
        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() => method.Invoke(tests, null));
        Assert.IsType<AssertFailedException>(thrown.InnerException);
    }

    private static TheoryData<int> Weighed(Model model) =>
        new(Enumerable.Range(0, model.Layers().Length).Where(layer => model.Layer(layer).Kind != LayerKind.MaxPool));

    private sealed class WrongBedside(int layer, bool one) : GoldenBeatTests
    {
        protected override Model Bedside() => new ChangedWeights(base.Bedside(), layer, one);
    }

    private sealed class WrongSeed(int layer, bool one) : GoldenBeatTests
    {
        protected override Model Seed() => new ChangedWeights(base.Seed(), layer, one);
    }
}
