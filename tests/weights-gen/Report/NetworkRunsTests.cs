using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;
using EcgChip.WeightsGen.Report;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Report;

public sealed class NetworkRunsTests
{
    private static readonly Origin s_origin = new()
    {
        DataSet = "made up", Split = "none", Seed = 1, Epochs = 1, BestEpoch = 1, ValidationScore = 0, BeatFingerprint = "none",
    };

    [Fact]
    public void Beats_get_the_classes_that_evaluation_gives_them_and_shares_that_agree()
    {
        List<Beat> beats = TestBeats.Make(8);
        TrainedWeights weights = Weights(beats);
        Model model = weights.Quantise();

        Judgement judgement = NetworkRuns.Judge(weights.Network, model, beats);

        Assert.Equal(Evaluator.ClassesOf(weights.Network, beats), judgement.ByFloat);
        Assert.Equal(Evaluator.ClassesOf(model, beats), judgement.ByInt8);
        for (int i = 0; i < beats.Count; i++)
        {
            Assert.Equal(1, judgement.Shares[i].Sum(), 1e-9);
            Assert.Equal(judgement.Shares[i].Max(), judgement.Shares[i][judgement.ByInt8[i]]);
        }
    }

    [Fact]
    public void Layers_of_int8_are_near_those_of_float_and_a_pool_keeps_the_steps_of_what_it_pools()
    {
        List<Beat> beats = TestBeats.Make(8);
        TrainedWeights weights = Weights(beats);

        IReadOnlyList<LayerError> errors = NetworkRuns.CompareLayers(weights, beats);

        Assert.Equal(weights.Network.Shape.LayerNames, errors.Select(error => error.Name));
        Assert.All(errors, error => Assert.InRange(error.Error!.Value, 1e-3, 10));
        int pool = errors.ToList().FindIndex(error => error.Name == "pool1");
        Assert.Equal(errors[pool - 1].Step, errors[pool].Step);
    }

    [Fact]
    public void A_range_that_is_too_small_shows_as_outputs_at_the_limit_and_as_error()
    {
        List<Beat> beats = TestBeats.Make(8);
        TrainedWeights right = Weights(beats);
        double[] ranges = [.. right.Network.Shape.Layers.Select((_, layer) => right.Ranges[layer])];
        ranges[1] /= 8;

        LayerError tight = NetworkRuns.CompareLayers(right with { Ranges = ActivationRanges.Of(ranges) }, beats)[1];
        LayerError wide = NetworkRuns.CompareLayers(right, beats)[1];

        Assert.True(tight.AtLimit > 1 && wide.AtLimit < 1, $"{tight.AtLimit} and {wide.AtLimit} % at the limit");
        Assert.True(tight.Error > 3 * wide.Error);
    }

    private static TrainedWeights Weights(IReadOnlyList<Beat> beats)
    {
        FloatNetwork network = TestNetworks.Untrained(TestNetworks.Small());
        return new TrainedWeights(network, ActivationRanges.Calibrate(network, beats, 1)[0], s_origin);
    }
}
