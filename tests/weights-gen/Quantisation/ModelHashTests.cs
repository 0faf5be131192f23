using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;

namespace EcgChip.WeightsGen.Tests.Quantisation;

public sealed class ModelHashTests
{
    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void A_generated_model_s_hash_is_that_of_its_numbers(string name)
    {
        Model model = KnownNetwork.Find(name).Generated();

        Assert.Equal(ModelHash.Of(model), model.Hash);
    }

    [Fact]
    public void Any_changed_number_changes_the_hash()
    {
        QuantisedLayer layer = new(LayerSpec.Dense(2, 1, false, 8), [1, 2], [3], [4]);
        QuantisedLayer[] changed =
        [
            layer with { Weights = [1, 3] },
            layer with { Weights = [2, 1] },
            layer with { Biases = [4] },
            layer with { Multipliers = [5] },
            layer with { Spec = LayerSpec.Dense(2, 1, false, 9) },
            layer with { Spec = LayerSpec.Dense(2, 1, true, 8) },
        ];

        IEnumerable<string> hashes = changed.Prepend(layer).Select(one => new QuantisedModel("test", [one], "none").Hash);

        Assert.Equal(changed.Length + 1, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{16}$", hash));
    }
}
