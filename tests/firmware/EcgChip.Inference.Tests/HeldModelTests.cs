using System;
using System.Linq;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>A model that holds everything gives what the model gave, layer by layer and part by part.</summary>
public class HeldModelTests
{
    private static readonly TestModel Given = RandomModels.For(RandomModels.SeedLayers(), 3);

    [Fact]
    public void Every_part_of_a_layers_weights_is_the_models_and_together_they_are_all()
    {
        HeldModel held = new(Given);
        LayerSpec[] layers = Given.Layers();
        for (int layer = 0; layer < layers.Length; layer++)
        {
            if (layers[layer].Kind != LayerKind.MaxPool)
            {
                int channels = layers[layer].OutChannels;
                int parts = (channels + Model.PartChannels - 1) / Model.PartChannels;
                Assert.Equal(
                    Given.Weights(layer),
                    Enumerable.Range(0, parts).SelectMany(part => held.WeightPart(layer, part).Take(Given.WeightPart(layer, part).Length)));
                Assert.Equal(Given.Biases(layer), held.Biases(layer).Take(channels));
                Assert.Equal(Given.Multipliers(layer), held.Multipliers(layer).Take(channels));
            }
        }
    }

    [Fact]
    public void A_model_that_the_kernels_cannot_run_exactly_is_not_held() =>
        Assert.Throws<ArgumentException>(
            () => new HeldModel(
                new TestModel([LayerSpec.Dense(4, 4, false, 10)], [new sbyte[15]], [new int[4]], [new int[4]])));

    [Fact]
    public void Every_layer_has_the_models_shape_and_arithmetic()
    {
        AssertSameLayers(Given);
        AssertSameLayers(RandomModels.For([LayerSpec.JoiningDense(20, 6, 8, true, 11), LayerSpec.Dense(8, 5, false, 12)], 1));
    }

    private static void AssertSameLayers(TestModel given)
    {
        HeldModel held = new(given);
        LayerSpec[] layers = given.Layers();
        for (int layer = layers.Length - 1; layer >= 0; layer--)
        {
            Assert.Equivalent(layers[layer], held.Layer(layer), strict: true);
        }
    }
}
