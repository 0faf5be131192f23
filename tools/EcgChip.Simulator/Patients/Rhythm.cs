using System;
using EcgChip.Formats;

namespace EcgChip.Simulator.Patients;

/// <summary>The sequence of beats: their classes and the intervals between them.</summary>
internal sealed class Rhythm
{
    // Ectopic beats come after this share of the sinus interval, from the first value to the second.
    private const double VentricularEarliest = 0.6;
    private const double VentricularLatest = 0.7;
    private const double SupraventricularEarliest = 0.68;
    private const double SupraventricularLatest = 0.78;

    // A supraventricular beat resets the sinus node, which then needs a little longer than usual.
    private const double ResetPause = 1.06;

    // Intervals in fibrillation: none shorter than this share of the mean, and above it the mean of some exponentials (a gamma distribution),
    // which gives a coefficient of variation of 0.25.
    private const double ShortestInFibrillation = 0.45;
    private const int ExponentialsInFibrillation = 5;

    private Rhythm(AamiClass[] classes, double[] intervals)
    {
        Classes = classes;
        Intervals = intervals;
    }

    /// <summary>Class of each beat.</summary>
    public AamiClass[] Classes { get; }

    /// <summary>Seconds from each beat to the one behind it.</summary>
    public double[] Intervals { get; }

    /// <summary>Plans enough beats for <paramref name="seconds"/>.</summary>
    public static Rhythm Plan(double seconds, double meanInterval, double ventricularShare, double supraventricularShare, Random random)
    {
        // No interval is shorter than a third of the mean, so that these are always enough.
        const int BeatsPerMeanInterval = 3;
        const int Spare = 4;
        int beats = (int)(seconds / meanInterval * BeatsPerMeanInterval) + Spare;
        AamiClass[] classes = new AamiClass[beats];
        Scatter(classes, AamiClass.V, ventricularShare, random);
        Scatter(classes, AamiClass.S, supraventricularShare, random);

        HeartRateVariability sinus = new(meanInterval, random);
        double[] intervals = new double[beats];
        double at = 0;
        for (int k = 0; k < beats; k++)
        {
            double interval = sinus.IntervalAt(at);
            AamiClass next = k + 1 < beats ? classes[k + 1] : AamiClass.N;
            double before = k > 0 ? intervals[k - 1] : interval;
            intervals[k] = (classes[k], next) switch
            {
                (_, AamiClass.V) => interval * Between(VentricularEarliest, VentricularLatest, random),
                (_, AamiClass.S) => interval * Between(SupraventricularEarliest, SupraventricularLatest, random),

                // Full compensation: the sinus node never heard of the ventricular beat, and its second next beat is in time.
                (AamiClass.V, _) => 2 * interval - before,
                (AamiClass.S, _) => ResetPause * interval,
                _ => interval,
            };
            at += intervals[k];
        }

        return new Rhythm(classes, intervals);
    }

    /// <summary>Plans enough beats of atrial fibrillation for <paramref name="seconds"/>: intervals without memory.</summary>
    public static Rhythm PlanFibrillation(double seconds, double meanInterval, double ventricularShare, Random random)
    {
        const int BeatsPerMeanInterval = 3;
        const int Spare = 4;
        AamiClass[] classes = new AamiClass[(int)(seconds / meanInterval * BeatsPerMeanInterval) + Spare];
        Scatter(classes, AamiClass.V, ventricularShare, random);
        double[] intervals = new double[classes.Length];
        for (int k = 0; k < intervals.Length; k++)
        {
            double sum = 0;
            for (int i = 0; i < ExponentialsInFibrillation; i++)
            {
                sum -= Math.Log(1 - random.NextDouble()) / ExponentialsInFibrillation;
            }

            bool ventricular = k + 1 < classes.Length && classes[k + 1] == AamiClass.V;
            intervals[k] = meanInterval * (ventricular
                ? Between(VentricularEarliest, VentricularLatest, random)
                : ShortestInFibrillation + (1 - ShortestInFibrillation) * sum);
        }

        return new Rhythm(classes, intervals);
    }

    /// <summary>
    /// Spreads a class over the beats, one at a random place in each stretch of 1 / share beats, so that any long enough part holds its share.
    /// Ectopic beats keep a normal beat between them, and the first beats, some of which pass before the patient begins, are normal.
    /// </summary>
    private static void Scatter(AamiClass[] classes, AamiClass beatClass, double share, Random random)
    {
        const int FirstNormal = 5;
        if (share <= 0)
        {
            return;
        }

        double stretch = 1 / share;
        for (double start = FirstNormal; start < classes.Length; start += stretch)
        {
            int place = (int)(start + random.NextDouble() * stretch);
            while (place < classes.Length && !IsFree(classes, place))
            {
                place++;
            }

            if (place < classes.Length)
            {
                classes[place] = beatClass;
            }
        }
    }

    private static bool IsFree(AamiClass[] classes, int place) =>
        classes[place] == AamiClass.N
        && classes[place - 1] == AamiClass.N
        && (place + 1 == classes.Length || classes[place + 1] == AamiClass.N);

    private static double Between(double low, double high, Random random) => low + (high - low) * random.NextDouble();
}
