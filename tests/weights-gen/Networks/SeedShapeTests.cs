using System.Linq;
using EcgChip.Inference;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Tests.Networks;

public sealed class SeedShapeTests
{
    [Fact]
    public void The_seed_network_is_the_paper_s()
    {
        NetworkShape shape = SeedShape.Create();

        Assert.Equal(55_013, shape.ParameterCount);
        Assert.Equal(11, shape.Layers.Count(layer => layer.Kind == LayerKind.Convolution));
        Assert.Equal(3, shape.Layers.Count(layer => layer.Kind == LayerKind.Dense));
        Assert.Equal([92, 44, 20, 8, 2], shape.Layers.Where(layer => layer.Kind == LayerKind.MaxPool).Select(layer => layer.OutLength));
        Assert.False(shape.Layers[0].Rectified);
    }
}
