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
    private const int NormalClass = 0;
    private const int SupraventricularClass = 1;

    private readonly Beat[][] _byClass;

    private readonly BundleBranchBeats? _bundleBranch;

    private readonly MadeUpRhythms? _rhythms;

    private LearningBeats(Beat[][] byClass, Beat[] validation, BundleBranchBeats? bundleBranch, MadeUpRhythms? rhythms)
    {
        _rhythms = rhythms;
        _byClass = byClass;
        _bundleBranch = bundleBranch;
        Validation = validation;
    }

    /// <summary>Held-out beats.</summary>
    public IReadOnlyList<Beat> Validation { get; }

    /// <summary>Beats of a class that are learnt from.</summary>
    public IReadOnlyList<Beat> OfClass(int beatClass) => _byClass[beatClass];

    /// <summary>Takes a split's learning beats, and holds some out.</summary>
    /// <param name="beats">All beats of the database.</param>
    /// <param name="split">Which of them are learnt from.</param>
    /// <param name="options">How many are held out.</param>
    /// <param name="views">Other views of the same beats: those of beats that are learnt from are learnt from, too.</param>
    /// <exception cref="InputException">A class has no beat to learn from.</exception>
    public static LearningBeats From(IEnumerable<Beat> beats, Split split, TrainingOptions options, IReadOnlyList<Beat>? views = null)
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
            HashSet<BeatKey> keys = [.. ofClass[held..].Select(beat => beat.Key)];
            byClass[i] = [.. ofClass[held..], .. (views ?? []).Where(view => view.Class == i && keys.Contains(view.Key))];
            if (byClass[i].Length == 0)
                throw new InputException($"The split {split.Name} leaves no beat of class {ClassNames.Letters[i]} to learn from: choose another.");
        }

        BundleBranchBeats? bundleBranch = options.BundleBranchBeats + options.BundleBranchPrematureBeats > 0 ? BundleBranchBeats.From(byClass) : null;
        MadeUpRhythms? rhythms = options.RhythmPart > 0 ? MadeUpRhythms.Create(options.Seed) : null;
        return new LearningBeats(byClass, [.. validation], bundleBranch, rhythms);
    }

    /// <summary>
    /// The beats of an epoch in the order in which they are learnt from: of each class as many as the options say, and each beat of a class as
    /// often as any other, give or take one; or, where the options say so, records more evenly than they have beats, and some in rhythms that are made up.
    /// </summary>
    public Beat[] DrawEpoch(TrainingOptions options, Random random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        List<Beat> drawn = [];
        for (int beatClass = 0; beatClass < _byClass.Length; beatClass++)
        {
            int wanted = options.BeatsOf(beatClass);
            if (options.RecordPower < 1)
            {
                drawn.AddRange(DrawByRecord(_byClass[beatClass], wanted, options.RecordPower, random));
                continue;
            }

            Beat[] order = [.. _byClass[beatClass]];
            for (int i = 0; i < wanted; i++)
            {
                if (i % order.Length == 0)
                    random.Shuffle(order);
                drawn.Add(order[i % order.Length]);
            }
        }

        if (_rhythms is not null)
        {
            for (int i = 0; i < drawn.Count; i++)
                drawn[i] = random.NextDouble() < options.RhythmPart ? _rhythms.Draw(drawn[i], random) : drawn[i];
        }

        for (int i = 0; i < options.BundleBranchBeats; i++)
            drawn.Add(_bundleBranch!.Draw(NormalClass, random));
        for (int i = 0; i < options.BundleBranchPrematureBeats; i++)
            drawn.Add(_bundleBranch!.Draw(SupraventricularClass, random));

        Beat[] shuffled = [.. drawn];
        random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>A record's part is its number of beats to some power: below 1, no record of very many has all the say.</summary>
    private static IEnumerable<Beat> DrawByRecord(Beat[] beats, int wanted, double power, Random random)
    {
        Beat[][] byRecord = [.. beats.GroupBy(beat => beat.Record).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray())];
        double[] ends = new double[byRecord.Length];
        double sum = 0;
        for (int i = 0; i < ends.Length; i++)
            ends[i] = sum += Math.Pow(byRecord[i].Length, power);
        for (int i = 0; i < wanted; i++)
        {
            double at = sum * random.NextDouble();
            Beat[] own = byRecord[Math.Min(Array.FindIndex(ends, end => end > at), ends.Length - 1)];
            yield return own[random.Next(own.Length)];
        }
    }

    /// <summary>True where an epoch takes beats of a class more than once.</summary>
    public bool IsRare(int beatClass, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return _byClass[beatClass].Length < options.BeatsOf(beatClass);
    }
}
