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

        beats.Sample(
            beat =>
            {
                plain.Run(beat);
                beat.CopyTo(chip.Input, 0);
                chip.Start();
                while (!chip.Step())
                {
                }

                Assert.Equal(plain.Logits, chip.Logits);
                Assert.Equal(plain.Logits.Max(), chip.Logits[chip.BestClass]);
            },
            iter: 20, threads: 1);
    }

    [Fact]
    public void A_bedside_beat_is_what_the_network_takes_in()
    {
        Assert.Equal(Signal.BedsideWindow.Length, new NetworkRunner(KnownNetwork.Find(BedsideShape.Name).Generated()).Input.Length);
    }
}
