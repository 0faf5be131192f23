using System;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Inference;
using EcgChip.Testing;
using EcgChip.WeightsGen.Commands;
using EcgChip.WeightsGen.Emission;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Emission;

public sealed class ModelSourceTests
{
    private static readonly Places s_places = new(SharedData.RepositoryRoot);

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void The_committed_C_sharp_is_what_generate_writes_and_writes_again(string name)
    {
        string text = GenerateCommand.TextOf(name, s_places);

        Assert.Equal(text, File.ReadAllText(s_places.Generated(name)));
        Assert.Equal(text, GenerateCommand.TextOf(name, s_places));
    }

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void The_compiled_model_has_every_number_of_the_quantised_one(string name)
    {
        KnownNetwork network = KnownNetwork.Find(name);
        QuantisedModel expected = TrainedWeights.Load(s_places.Weights(name), network.Shape).Quantise();
        Model compiled = network.Generated();

        Assert.Equal(expected.Hash, compiled.Hash);
        for (int i = 0; i < expected.Layers().Length; i++)
        {
            Assert.Equal(expected.Weights(i), compiled.Weights(i));
            Assert.Equal(expected.Biases(i), compiled.Biases(i));
            Assert.Equal(expected.Multipliers(i), compiled.Multipliers(i));
        }
    }

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void A_model_s_numbers_fit_into_an_assembly_of_the_chip(string name)
    {
        Assert.InRange(ModelSource.ArrayBytes(KnownNetwork.Find(name).Generated()), 1, ModelSource.MostArrayBytes - 1);
    }

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void The_file_s_head_says_where_the_model_comes_from(string name)
    {
        Model model = KnownNetwork.Find(name).Generated();
        string head = string.Concat(File.ReadLines(s_places.Generated(name)).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)));

        foreach (string word in new[] { "Data set: ", "Split: ", "Seed: ", "Epochs: ", "float ", "int8 ", model.Hash, model.BeatFingerprint })
            Assert.Contains(word, head, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_all_there_in_lines_of_at_most_140()
    {
        Gen.Int.Array[0, 300].Sample(values =>
        {
            string[] lines = CSharpText.Numbers(values, "    ").Split('\n', StringSplitOptions.RemoveEmptyEntries);

            Assert.All(lines, line => Assert.InRange(line.Length, 1, CSharpText.LongestLine));
            Assert.Equal(values, lines.SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse));
        });
    }

    [Fact]
    public void Text_is_as_the_examples_in_the_comments_say()
    {
        Assert.Equal("    1, -2, 3,\n", CSharpText.Numbers([1, -2, 3], "    "));
        Assert.Equal("LayerSpec.Convolution(1, 32, 5, 187, false, 24)", CSharpText.Layer(LayerSpec.Convolution(1, 32, 5, 187, false, 24)));
        Assert.Equal("LayerSpec.BlockEnd(32, 5, 187, 16000000, 24)", CSharpText.Layer(LayerSpec.BlockEnd(32, 5, 187, 16000000, 24)));
        Assert.Equal("LayerSpec.MaxPool(32, 5, 2, 187)", CSharpText.Layer(LayerSpec.MaxPool(32, 5, 2, 187)));
        Assert.Equal("LayerSpec.Dense(64, 32, true, 24)", CSharpText.Layer(LayerSpec.Dense(64, 32, true, 24)));
        Assert.Equal("LayerSpec.JoiningDense(16, 6, 24, true, 24)", CSharpText.Layer(LayerSpec.JoiningDense(16, 6, 24, true, 24)));
        Assert.Equal("Conv1", CSharpText.PascalCase("conv1"));
    }

    [Fact]
    public void A_network_that_does_not_fit_is_refused_with_a_sentence()
    {
        NetworkShape shape = new("large", LayerSpec.Dense(187, 320, true, 0), LayerSpec.Dense(320, 5, false, 0));
        QuantisedModel model = Quantiser.Quantise(TestNetworks.Untrained(shape), ActivationRanges.Of(1, 1), "none");

        Assert.Throws<InputException>(() => ModelSource.Write(model, shape, []));
    }
}
