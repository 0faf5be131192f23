using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Torch;
using EcgChip.WeightsGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>
/// Trains a head epoch by epoch on what the trunk put out: Adam (Kingma and Ba 2015) on cross-entropy with decaying weights. The number of epochs is
/// fixed; nobody is held out to choose one.
/// </summary>
public sealed class HeadTrainer
{
    // Kingma and Ba 2015, algorithm 1.
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;
    private const double Epsilon = 1e-8;

    private readonly HeadBeats _beats;
    private readonly HeadOptions _options;
    private readonly TorchNetwork _network;
    private readonly int _inputs;

    // Of each kind the patients, of each patient the beats that are learnt from.
    private readonly PtbBeat[][][] _learnt;

    /// <summary>A trainer; loads libtorch.</summary>
    /// <param name="beats">All beats.</param>
    /// <param name="isLearnt">Those that are learnt from.</param>
    /// <param name="options">How.</param>
    /// <exception cref="InputException">libtorch does not load, or no beat of a kind is left to learn from.</exception>
    public HeadTrainer(HeadBeats beats, Predicate<PtbBeat> isLearnt, HeadOptions options)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(options);
        _beats = beats;
        _options = options;
        NetworkShape shape = HeadShape.Create();
        _inputs = shape.InputLength;
        _learnt =
        [
            .. Enum.GetValues<Diagnosis>().Select(diagnosis => beats.Set.Beats.Where(beat => beat.Diagnosis == diagnosis && isLearnt(beat))
                .GroupBy(beat => beat.Patient).Select(patient => patient.ToArray()).ToArray()),
        ];
        if (Array.Exists(_learnt, kind => kind.Length == 0))
            throw new InputException("Without whole beats of patients with an infarction and of healthy ones a head learns nothing: give more of the database.");

        _network = new TorchNetwork(shape);
        set_num_threads(options.Threads);
    }

    /// <summary>Trains one epoch and writes the result into the state. A cancelled epoch leaves the state as it was.</summary>
    /// <param name="state">Where training stands.</param>
    /// <param name="cancellation">Stops between two iterations.</param>
    /// <returns>Mean loss, and the part of what was learnt from that was told right, 0 to 1.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public (double Loss, double Accuracy) RunEpoch(TrainingState state, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(state);
        using DisposeScope scope = NewDisposeScope();
        Tensor weights = tensor(state.Weights.ToArray()).requires_grad_();
        Tensor first = tensor(state.FirstMoment.ToArray());
        Tensor second = tensor(state.SecondMoment.ToArray());
        (sbyte[] Input, Diagnosis Class)[] drawn = DrawEpoch(RandomNumbers.Create(_options.Seed, RandomPurpose.Epoch, -1 - state.Epoch));
        int iteration = state.Iteration;
        double loss = 0;
        int right = 0;
        foreach ((sbyte[] Input, Diagnosis Class)[] batch in drawn.Chunk(_options.BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            iteration++;
            (double mean, int found) = Learn(batch, weights, first, second, iteration);
            loss += mean * batch.Length;
            right += found;
        }

        state.Weights = weights.detach().data<float>().ToArray();
        state.FirstMoment = first.data<float>().ToArray();
        state.SecondMoment = second.data<float>().ToArray();
        state.Average = state.Weights;
        state.Best = state.Weights;
        state.Iteration = iteration;
        state.Epoch++;
        state.BestEpoch = state.Epoch;
        return (loss / drawn.Length, (double)right / drawn.Length);
    }

    /// <summary>What an epoch learns from, in order: the kinds in turns, the patients of a kind in rounds, a beat by chance, as it was cut or augmented.</summary>
    private (sbyte[] Input, Diagnosis Class)[] DrawEpoch(Random random)
    {
        (sbyte[], Diagnosis)[] drawn = new (sbyte[], Diagnosis)[_options.BeatsPerEpoch];

        // Copies, so that an epoch does not depend on how those before it were shuffled.
        PtbBeat[][][] learnt = Array.ConvertAll(_learnt, kind => (PtbBeat[][])kind.Clone());
        for (int i = 0; i < drawn.Length; i++)
        {
            int kind = i % learnt.Length;
            int round = i / learnt.Length;
            PtbBeat[][] patients = learnt[kind];
            if (round % patients.Length == 0)
                random.Shuffle(patients);
            PtbBeat[] ofPatient = patients[round % patients.Length];
            PtbBeat beat = ofPatient[random.Next(ofPatient.Length)];
            IReadOnlyList<sbyte[]> copies = _beats.WithCopies(beat);
            drawn[i] = (copies[random.Next(copies.Count)], beat.Diagnosis);
        }

        return drawn;
    }

    private (double Loss, int Right) Learn(
        (sbyte[] Input, Diagnosis Class)[] batch, Tensor weights, Tensor first, Tensor second, int iteration)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] inputs = new float[batch.Length * _inputs];
        for (int i = 0; i < batch.Length; i++)
            Augmentation.Copy(batch[i].Input, inputs.AsSpan(i * _inputs, _inputs));
        Tensor classes = tensor(Array.ConvertAll(batch, one => (long)one.Class));
        Tensor logits = _network.Forward(weights, tensor(inputs, [batch.Length, _inputs]));
        Tensor loss = nn.functional.cross_entropy(logits, classes);
        Tensor gradient = autograd.grad([loss], [weights])[0];
        using (no_grad())
        {
            first.mul_(FirstDecay).add_(gradient * (1 - FirstDecay));
            second.mul_(SecondDecay).add_(gradient.square() * (1 - SecondDecay));
            Tensor mean = first / (1 - Math.Pow(FirstDecay, iteration));
            Tensor deviation = (second / (1 - Math.Pow(SecondDecay, iteration))).sqrt_().add_(Epsilon);
            weights.mul_(1 - (_options.WeightDecay * _options.LearningRate));
            weights.sub_(mean.div_(deviation).mul_(_options.LearningRate));
        }

        return (loss.item<float>(), (int)logits.argmax(1).eq(classes).sum().item<long>());
    }
}
