using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>Beats as the head sees them: what the trunk puts out for each, and for augmented copies of each, found once.</summary>
public sealed class HeadBeats
{
    private readonly Dictionary<PtbBeat, sbyte[][]> _activations;

    private HeadBeats(PtbBeatSet set, Dictionary<PtbBeat, sbyte[][]> activations)
    {
        Set = set;
        _activations = activations;
    }

    /// <summary>The beats.</summary>
    public PtbBeatSet Set { get; }

    /// <summary>What the head takes in for a beat as it was cut.</summary>
    public sbyte[] Of(PtbBeat beat) => _activations[beat][0];

    /// <summary>The same, and for its augmented copies.</summary>
    public IReadOnlyList<sbyte[]> WithCopies(PtbBeat beat) => _activations[beat];

    /// <summary>Runs the trunk.</summary>
    /// <param name="set">The beats.</param>
    /// <param name="trunk">The trunk, in int8.</param>
    /// <param name="options">How many copies, and what their chance comes from; null for none.</param>
    /// <param name="progress">Told how many of how many beats are done; may come from several threads.</param>
    public static HeadBeats Run(PtbBeatSet set, Model trunk, HeadOptions? options, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        int copies = options is null ? 0 : Math.Clamp(options.Vectors / Math.Max(1, set.Beats.Count), 1, options.MostCopies);
        sbyte[][][] found = new sbyte[set.Beats.Count][][];
        int done = 0;
        object gate = new();
        Parallel.For(
            0, found.Length, () => new TrunkActivations(trunk),
            (index, _, runner) =>
            {
                sbyte[] values = set.Beats[index].Values;
                IEnumerable<sbyte[]> seen = options is null
                    ? [values]
                    : [values, .. Augmented(values, copies, RandomNumbers.Create(options.Seed, RandomPurpose.Epoch, index))];
                found[index] = [.. seen.Select(runner.Of)];
                lock (gate)
                    progress?.Invoke(++done, found.Length);
                return runner;
            },
            _ => { });

        Dictionary<PtbBeat, sbyte[][]> activations = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < found.Length; i++)
            activations.Add(set.Beats[i], found[i]);
        return new HeadBeats(set, activations);
    }

    private static IEnumerable<sbyte[]> Augmented(sbyte[] values, int copies, Random random)
    {
        float[] changed = new float[values.Length];
        for (int copy = 0; copy < copies; copy++)
        {
            Augmentation.Apply(values, rare: false, random, changed);
            yield return Array.ConvertAll(changed, value => (sbyte)Math.Round(value * Beat.Largest));
        }
    }
}
