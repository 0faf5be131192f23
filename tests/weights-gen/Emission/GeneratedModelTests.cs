using System.Linq;
using CsCheck;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Tests.Emission;

public sealed class GeneratedModelTests
{
    [Theory]
    [InlineData(SeedShape.Name, 0)]
    [InlineData(BedsideShape.Name, -Beat.Largest)]
    public void The_chip_s_runner_gives_the_plain_kernels_logits_for_any_beat(string name, int lowest)
    {
        KnownNetwork network = KnownNetwork.Find(name);
        PlainRunner plain = new(network.Generated());
        NetworkRunner chip = new(network.Generated());
        Gen<sbyte[]> beats = Gen.OneOf(
            Gen.SByte[(sbyte)lowest, Beat.Largest].Array[network.Beats.Length],
            Gen.OneOf((sbyte)lowest, (sbyte)Beat.Largest).Array[network.Beats.Length]);
        Gen<sbyte[]> features = Gen.SByte[-Beat.Largest, Beat.Largest].Array[network.Beats.FeatureCount];

        Gen.Select(beats, features).Sample(
            (beat, joined) =>
            {
                plain.Run(beat, joined);
                beat.CopyTo(chip.Input, 0);
                joined.CopyTo(chip.Features, 0);
                chip.Start();
                while (!chip.Step())
                {
                }

                Assert.Equal(plain.Logits, chip.Logits);
                Assert.Equal(plain.Logits.Max(), chip.Logits[chip.BestClass]);
            },
            iter: 20, threads: 1);
    }

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void A_beat_with_its_features_is_what_the_network_takes_in(string name)
    {
        KnownNetwork network = KnownNetwork.Find(name);
        NetworkRunner chip = new(network.Generated());

        Assert.Equal((network.Beats.Length, network.Beats.FeatureCount), (chip.Input.Length, chip.Features.Length));
        Assert.Equal((network.Beats.Length, network.Beats.FeatureCount), (network.Shape.InputLength, network.Shape.FeatureCount));
    }
}
