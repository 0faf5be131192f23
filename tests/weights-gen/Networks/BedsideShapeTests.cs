using System.Linq;
using EcgChip.Inference;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Tests.Networks;

public sealed class BedsideShapeTests
{
    [Fact]
    public void The_bedside_network_is_as_small_as_its_documentation_says()
    {
        NetworkShape shape = BedsideShape.Create();

        Assert.Equal(2_557, shape.ParameterCount);
        Assert.Equal(48_800, Enumerable.Range(0, shape.Layers.Count).Sum(layer => shape.WeightCount(layer) * shape.Layers[layer].OutLength));
        Assert.Equal([40, 18, 7, 2], shape.Layers.Where(layer => layer.Kind == LayerKind.MaxPool).Select(layer => layer.OutLength));
        Assert.Equal(ClassNames.Count, shape.OutputLength);
    }
}
