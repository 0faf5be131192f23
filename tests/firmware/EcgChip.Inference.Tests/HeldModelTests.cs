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
                int parts = (layers[layer].OutChannels + Model.PartChannels - 1) / Model.PartChannels;
                Assert.Equal(Given.Weights(layer), Enumerable.Range(0, parts).SelectMany(part => held.WeightPart(layer, part)));
                Assert.Equal(Given.Biases(layer), held.Biases(layer));
                Assert.Equal(Given.Multipliers(layer), held.Multipliers(layer));
            }
        }
    }

    [Fact]
    public void Every_layer_has_the_models_shape_and_arithmetic()
    {
        HeldModel held = new(Given);
        LayerSpec[] layers = Given.Layers();
        for (int layer = layers.Length - 1; layer >= 0; layer--)
        {
            Assert.Equivalent(layers[layer], held.Layer(layer), strict: true);
        }
    }
}
