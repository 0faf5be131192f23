using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Splits;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// The beats that a network may learn from, by class, and those of them that are held out to choose the epoch with. No test beat is
/// in either.
/// </summary>
public sealed class LearningBeats
{
    private readonly Beat[][] _byClass;

    private LearningBeats(Beat[][] byClass, Beat[] validation)
    {
        _byClass = byClass;
        Validation = validation;
    }

    /// <summary>Held-out beats.</summary>
    public IReadOnlyList<Beat> Validation { get; }

    /// <summary>Beats of a class that are learnt from.</summary>
    public IReadOnlyList<Beat> OfClass(int beatClass) => _byClass[beatClass];

    /// <summary>Takes a split's learning beats, and holds some out.</summary>
    /// <exception cref="InputException">A class has no beat to learn from.</exception>
    public static LearningBeats From(IEnumerable<Beat> beats, Split split, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(options);
        Random random = RandomNumbers.Create(options.Seed, RandomPurpose.Validation);
        Beat[] own = [.. beats.Where(beat => split.IsLearning(beat.Key))];
        Beat[][] byClass = new Beat[ClassNames.Count][];
        List<Beat> validation = [.. own.Where(beat => split.IsHeldOut(beat.Key))];
        double part = split.HoldsOutPatients ? 0 : options.ValidationPart;
        ILookup<int, Beat> learning = own.Where(beat => !split.IsHeldOut(beat.Key)).ToLookup(beat => beat.Class);
        for (int i = 0; i < byClass.Length; i++)
        {
            Beat[] ofClass = [.. learning[i].OrderBy(beat => beat.Key)];
            random.Shuffle(ofClass);
            int held = Math.Min(options.MostValidationBeats, (int)(ofClass.Length * part));
            validation.AddRange(ofClass.AsSpan(0, held));
            byClass[i] = ofClass[held..];
            if (byClass[i].Length == 0)
                throw new InputException($"The split {split.Name} leaves no beat of class {ClassNames.Letters[i]} to learn from: choose another.");
        }

        return new LearningBeats(byClass, [.. validation]);
    }

    /// <summary>
    /// The beats of an epoch in the order in which they are learnt from: of each class as many as the options say, and each beat of a class as
    /// often as any other, give or take one.
    /// </summary>
    public Beat[] DrawEpoch(TrainingOptions options, Random random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        List<Beat> drawn = [];
        for (int beatClass = 0; beatClass < _byClass.Length; beatClass++)
        {
            Beat[] order = [.. _byClass[beatClass]];
            int wanted = options.BeatsOf(beatClass);
            for (int i = 0; i < wanted; i++)
            {
                if (i % order.Length == 0)
                    random.Shuffle(order);
                drawn.Add(order[i % order.Length]);
            }
        }

        Beat[] shuffled = [.. drawn];
        random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>True where an epoch takes beats of a class more than once.</summary>
    public bool IsRare(int beatClass, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return _byClass[beatClass].Length < options.BeatsOf(beatClass);
    }
}
