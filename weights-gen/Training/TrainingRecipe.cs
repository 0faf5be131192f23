using System;
using System.Linq;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Splits;

namespace EcgChip.WeightsGen.Training;

/// <summary>What is particular to how a network learns.</summary>
/// <param name="Options">Its options, where the command line says nothing else.</param>
/// <param name="Augment">Makes other beats of its beats.</param>
/// <param name="ScoreName">What the score of an epoch is, for reports.</param>
/// <param name="Score">Score, in percent, of an epoch by the held-out beats: the epoch with the highest is kept.</param>
public sealed record TrainingRecipe(TrainingOptions Options, BeatAugmenter Augment, string ScoreName, Func<Confusion, double> Score)
{
    /// <summary>Makes other features of a beat's; as they are, where nothing else is said.</summary>
    public BeatAugmenter AugmentFeatures { get; init; } = (features, _, _, target) => Augmentation.Copy(features, target);

    private const int SupraventricularClass = 1;
    private const int VentricularClass = 2;

    /// <summary>The seed network's: as many beats of each class, judged as the balanced list would judge it.</summary>
    public static TrainingRecipe Seed { get; } = new(
        new TrainingOptions(), Augmentation.Apply, "accuracy",
        confusion => BalancedShare.Accuracy([.. Enumerable.Range(0, ClassNames.Count).Select(confusion.Recall)]));

    /// <summary>
    /// The seed network's where a fifth of all beats is tested as they come, five in six of them N: the classes are mixed nearly as they come, S, V and F twice as
    /// often against N so that they are not given up, and beats are changed little, because those tested are of the same patients. The step size falls in small steps.
    /// </summary>
    public static TrainingRecipe SeedOnAllBeats { get; } = new(
        new TrainingOptions
        {
            Epochs = 41,
            BeatsPerClass = 36_000,
            Mix = new ClassMix(N: 1, S: 0.06, V: 0.16, F: 0.02, Q: 0.1),
            DecayIterations = 3_000,
            ValidationPart = 0.05,
            MostValidationBeats = int.MaxValue,
        },
        Augmentation.ApplyLightly, "accuracy", confusion => confusion.Accuracy);

    /// <summary>
    /// The bedside network's. Of DS1's 51,000 beats 944 are S, 415 F (nine tenths of them of one patient's) and 8 Q: S and V are taken oftener than they come, so
    /// that they are learnt, but not as often as N, which would be eaten; F and Q are left out. Twenty patients are soon learnt by heart: weights decay, parts
    /// drop out, epochs are few, no patient has all the say, each is seen from several sides, and some beats and most rhythms are made up
    /// (<see cref="BundleBranchBeats"/>, <see cref="MadeUpRhythms"/>). All of it was chosen by patient-wise cross-validation within DS1; the seed was not.
    /// </summary>
    public static TrainingRecipe Bedside { get; } = new(
        new TrainingOptions
        {
            Epochs = 12,
            Seed = 1,
            BeatsPerClass = 9_000,
            Mix = new ClassMix(N: 1, S: 1_500.0 / 9_000, V: 4_000.0 / 9_000, F: 0, Q: 0),
            BundleBranchBeats = 4_000,
            BundleBranchPrematureBeats = 750,
            RhythmPart = 0.7,
            RecordPower = 0.5,
            LearningRate = 0.004,
            DecaysByCosine = true,
            WeightDecay = 0.2,
            ChannelDropout = 0.1,
            DenseDropout = 0.2,
            AverageDecay = 0.995,
        },
        BedsideAugmentation.Apply, "mean F1 of N, S and V",
        confusion => new[] { 0, SupraventricularClass, VentricularClass }.Average(confusion.F1))
    {
        AugmentFeatures = BedsideAugmentation.ApplyToFeatures,
    };
}
