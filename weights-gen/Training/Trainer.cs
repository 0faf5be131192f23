using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// Trains a network epoch by epoch: Adam (Kingma and Ba 2015) on cross-entropy, step size decayed in steps, and a moving average of
/// the weights, which is what is validated and kept.
/// </summary>
public sealed class Trainer
{
    // Kingma and Ba 2015, algorithm 1.
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;
    private const double Epsilon = 1e-8;

    // The average spans few iterations at first, so that the random start drops out of it.
    private const double AverageWarmUp = 10;
    private const int ValidationBatch = 512;

    // Iterations over which a step size that falls by a cosine rises first.
    private const double WarmUp = 100;

    private readonly TorchNetwork _network;
    private readonly LearningBeats _beats;
    private readonly TrainingOptions _options;

    private readonly TrainingRecipe _recipe;
    private readonly int _length;
    private readonly int _features;

    /// <summary>A trainer of a network; loads libtorch.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="beats">What it learns from.</param>
    /// <param name="recipe">How.</param>
    /// <exception cref="InputException">libtorch does not load.</exception>
    public Trainer(NetworkShape shape, LearningBeats beats, TrainingRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(recipe);
        _recipe = recipe;
        _length = shape.InputLength;
        _features = shape.FeatureCount;
        _network = new TorchNetwork(shape);
        _beats = beats;
        _options = recipe.Options;
        set_num_threads(_options.Threads);
    }

    /// <summary>Iterations of an epoch.</summary>
    public int IterationsPerEpoch => (Enumerable.Range(0, ClassNames.Count).Sum(_options.BeatsOf) + _options.BundleBranchBeats + _options.BundleBranchPrematureBeats + _options.BatchSize - 1) / _options.BatchSize;

    /// <summary>Trains one epoch, validates, and writes the result into the state. A cancelled epoch leaves the state as it was.</summary>
    /// <param name="state">Where training stands.</param>
    /// <param name="progress">Told after each iteration how many of the epoch's are done.</param>
    /// <param name="cancellation">Stops between two iterations.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public EpochResult RunEpoch(TrainingState state, Action<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(state);
        using DisposeScope scope = NewDisposeScope();
        Tensor weights = tensor(state.Weights.ToArray()).requires_grad_();
        Tensor first = tensor(state.FirstMoment.ToArray());
        Tensor second = tensor(state.SecondMoment.ToArray());
        Tensor average = tensor(state.Average.ToArray());

        Random random = RandomNumbers.Create(_options.Seed, RandomPurpose.Epoch, state.Epoch);
        Beat[] order = _beats.DrawEpoch(_options, random);
        int iteration = state.Iteration;
        double loss = 0;
        for (int start = 0; start < order.Length; start += _options.BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<Beat> batch = order.AsSpan(start, Math.Min(_options.BatchSize, order.Length - start));
            iteration++;
            loss += Learn(batch, random, weights, first, second, average, iteration) * batch.Length;
            progress?.Invoke(start / _options.BatchSize + 1);
        }

        (double validationLoss, Confusion validation) = Validate(average);
        double score = _recipe.Score(validation);
        state.Weights = weights.detach().data<float>().ToArray();
        state.FirstMoment = first.data<float>().ToArray();
        state.SecondMoment = second.data<float>().ToArray();
        state.Average = average.data<float>().ToArray();
        state.Iteration = iteration;
        state.Epoch++;
        if (score > state.BestScore || (score == state.BestScore && validationLoss < state.BestLoss))
        {
            state.Best = state.Average;
            state.BestEpoch = state.Epoch;
            state.BestScore = score;
            state.BestLoss = validationLoss;
        }

        return new EpochResult(
            state.Epoch, state.Iteration, LearningRate(iteration), loss / order.Length, validationLoss, score,
            [.. Enumerable.Range(0, ClassNames.Count).Select(validation.Recall)]);
    }

    /// <summary>Numbers of a beat: its values, then its features.</summary>
    private int Row => _length + _features;

    private double LearningRate(int iteration) => _options.LearningRate * (_options.DecaysByCosine
        ? Math.Min(1, iteration / WarmUp) * (1 + Math.Cos(Math.PI * iteration / ((double)IterationsPerEpoch * _options.Epochs))) / 2
        : Math.Pow(_options.DecayFactor, (iteration - 1) / _options.DecayIterations));

    private double Learn(ReadOnlySpan<Beat> batch, Random random, Tensor weights, Tensor first, Tensor second, Tensor average, int iteration)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] inputs = new float[batch.Length * Row];
        long[] classes = new long[batch.Length];
        for (int i = 0; i < batch.Length; i++)
        {
            Beat beat = batch[i];
            bool rare = _beats.IsRare(beat.Class, _options);
            _recipe.Augment(beat.Values, rare, random, inputs.AsSpan(i * Row, _length));
            _recipe.AugmentFeatures(beat.Features, rare, random, inputs.AsSpan(i * Row + _length, _features));
            classes[i] = beat.Class;
        }

        Dropout dropout = new(random, _options.ChannelDropout, _options.DenseDropout);
        Tensor logits = _network.Forward(weights, tensor(inputs, [batch.Length, Row]), dropout);
        Tensor loss = nn.functional.cross_entropy(logits, tensor(classes));
        Tensor gradient = autograd.grad([loss], [weights])[0];
        using (no_grad())
        {
            first.mul_(FirstDecay).add_(gradient * (1 - FirstDecay));
            second.mul_(SecondDecay).add_(gradient.square() * (1 - SecondDecay));
            Tensor mean = first / (1 - Math.Pow(FirstDecay, iteration));
            Tensor deviation = (second / (1 - Math.Pow(SecondDecay, iteration))).sqrt_().add_(Epsilon);
            if (_options.WeightDecay > 0)
                weights.mul_(1 - _options.WeightDecay * LearningRate(iteration));
            weights.sub_(mean.div_(deviation).mul_(LearningRate(iteration)));

            double keep = Math.Min(_options.AverageDecay, (1 + iteration) / (AverageWarmUp + iteration));
            average.mul_(keep).add_(weights * (1 - keep));
        }

        return loss.item<float>();
    }

    private (double Loss, Confusion Found) Validate(Tensor weights)
    {
        using IDisposable noGradient = no_grad();
        double loss = 0;
        List<int> found = [];
        foreach (Beat[] batch in _beats.Validation.Chunk(ValidationBatch))
        {
            using DisposeScope scope = NewDisposeScope();
            float[] inputs = new float[batch.Length * Row];
            for (int i = 0; i < batch.Length; i++)
            {
                Augmentation.Copy(batch[i].Values, inputs.AsSpan(i * Row, _length));
                Augmentation.Copy(batch[i].Features, inputs.AsSpan(i * Row + _length, _features));
            }

            Tensor logits = _network.Forward(weights, tensor(inputs, [batch.Length, Row]));
            Tensor classes = tensor(Array.ConvertAll(batch, beat => (long)beat.Class));
            loss += nn.functional.cross_entropy(logits, classes).item<float>() * batch.Length;
            found.AddRange(logits.argmax(1).data<long>().ToArray().Select(best => (int)best));
        }

        return (loss / Math.Max(1, _beats.Validation.Count), Confusion.Of(_beats.Validation, found));
    }
}
