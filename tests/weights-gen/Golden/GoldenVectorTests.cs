using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Inference;
using EcgChip.Testing;
using EcgChip.WeightsGen.Golden;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Golden;

/// <summary>The committed golden vectors, and that they would find a fault.</summary>
public sealed class GoldenVectorTests
{
    private const int LeastVectors = 36;
    private static readonly Places s_places = new(SharedData.RepositoryRoot);

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    [InlineData(HeadShape.Name)]
    public void The_firmware_s_runner_puts_out_of_every_layer_what_the_golden_vectors_have(string name)
    {
        (GoldenNetwork network, GoldenFile file) = Committed(name);

        Assert.All(file.Vectors, vector => AssertSame(vector, network.Run([.. vector.Input]), file.LayerNames));
    }

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    [InlineData(HeadShape.Name)]
    public void The_plain_kernels_put_out_of_every_layer_what_the_golden_vectors_have(string name)
    {
        (GoldenNetwork network, GoldenFile file) = Committed(name);

        Assert.All(file.Vectors, vector => AssertSame(vector, network.RunPlainly([.. vector.Input]), file.LayerNames));
    }

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void The_vectors_are_of_the_firmware_s_model_and_some_dozens_of_several_classes(string name)
    {
        (GoldenNetwork network, GoldenFile file) = Committed(name);

        Assert.Equal((network.Name, network.Hash), (file.Network, file.Hash));
        Assert.Equal(network.LayerNames, file.LayerNames);
        Assert.InRange(file.Vectors.Count, LeastVectors, 100);
        Assert.Equal(["V ", "S ", "N "], GoldenSource.Chosen(file).Select(vector => vector.Description[..2]));
        Assert.True(file.Vectors.Select(vector => vector.Result.BestClass).Distinct().Count() >= 3, "The network finds hardly any class in them.");
        Assert.Equal(file.Vectors.Count, file.Vectors.Select(vector => Convert.ToHexString([.. vector.Input.Select(value => (byte)value)])).Distinct().Count());
    }

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void A_weight_that_is_another_shows_at_its_own_layer_and_not_before(string name)
    {
        KnownNetwork network = KnownNetwork.Find(name);
        QuantisedModel model = TrainedWeights.Load(s_places.Weights(name), network.Shape).Quantise();
        GoldenFile file = GoldenFile.Read(s_places.Golden(name));
        int[] withWeights = [.. Enumerable.Range(0, network.Shape.Layers.Count).Where(network.Shape.HasWeights)];
        foreach (int layer in withWeights)
        {
            // A bias of 2^20 is some steps of an output, whatever comes in.
            int[] biases = model.Biases(layer);
            biases[0] += 1 << 20;
            GoldenNetwork changed = GoldenNetwork.Of(network, model);

            int[] first = [.. file.Vectors.Take(3).Select(vector => FirstOther(vector, changed.Run([.. vector.Input])))];

            Assert.Equal([layer], first.Distinct());
            biases[0] -= 1 << 20;
        }
    }

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void The_self_test_s_beats_are_of_the_golden_vectors(string name)
    {
        Assert.Equal(GoldenSource.Write(GoldenFile.Read(s_places.Golden(name))), File.ReadAllText(s_places.GoldenOnChip(name)));
    }

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    [InlineData(HeadShape.Name)]
    public void The_same_beats_come_out_every_time(string name)
    {
        (GoldenNetwork network, _) = Committed(name);

        Assert.Equal(GoldenFile.Of(network, GoldenBeats.Make(network)).ToText(), GoldenFile.Of(network, GoldenBeats.Make(network)).ToText());
    }

    [Fact]
    public void A_file_comes_back_from_its_text_in_lines_of_at_most_140()
    {
        Gen<GoldenVector> vectors = Gen.Select(Gen.SByte.Array[1, 300], Gen.UInt.Array[3], Gen.Int.Array[1, 6]).Select(
            (input, sums, logits) => new GoldenVector("N of a patient in a test", input, new GoldenResult(sums, logits)));
        vectors.Array[0, 4].Sample(all =>
        {
            string text = new GoldenFile("seed", "0123456789abcdef", ["conv1", "pool1", "dense1"], all).ToText();

            GoldenFile read = GoldenFile.FromText(text);

            Assert.Equal(text, read.ToText());
            Assert.Equal(all.Select(vector => vector.Input), read.Vectors.Select(vector => vector.Input));
            Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 140));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("network seed\nof conv1\n")]
    [InlineData("network seed 01\nof conv1\ninput 00\n")]
    [InlineData("network seed 01\nof conv1\nbeat N\ninput 0\nlayers 00000000\nlogits 1\n")]
    [InlineData("network seed 01\nof conv1\nbeat N\ninput 00\nlayers 00000000 00000000\nlogits 1\n")]
    [InlineData("network seed 01\nof conv1\nbeat N\ninput 00\nlayers 00000000\n")]
    public void What_are_no_golden_vectors_is_refused_with_a_sentence(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("some.txt"), text);

        Assert.Throws<InputException>(() => GoldenFile.Read(folder.File("some.txt")));
        Assert.Throws<InputException>(() => GoldenFile.Read(folder.File("none.txt")));
    }

    private static (GoldenNetwork Network, GoldenFile File) Committed(string name) => (GoldenNetworks.Compiled(name), GoldenFile.Read(s_places.Golden(name)));

    private static void AssertSame(GoldenVector vector, GoldenResult result, IReadOnlyList<string> layers)
    {
        int other = FirstOther(vector, result);
        Assert.True(other < 0, $"{vector.Description}: {(other < 0 ? string.Empty : layers[other])} puts out something else.");
        Assert.Equal(vector.Result.Logits, result.Logits);
    }

    /// <summary>The first layer that puts out something else; -1 where none does.</summary>
    private static int FirstOther(GoldenVector vector, GoldenResult result)
    {
        Assert.Equal(vector.Result.Checksums.Count, result.Checksums.Count);
        return Enumerable.Range(0, result.Checksums.Count).FirstOrDefault(layer => vector.Result.Checksums[layer] != result.Checksums[layer], -1);
    }
}
