using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Scoring;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Splits;

/// <summary>
/// Which beats a network is tested on and which it may learn from. No beat is both. By name: "balanced" and "random" are by beat (the
/// same patients stand on both sides), "patient" is by record: DS1 to learn from, DS2 to test (de Chazal et al. 2004, table I).
/// </summary>
public sealed class Split
{
    /// <summary>The list that the seed network is judged on.</summary>
    public const string Balanced = "balanced";

    /// <summary>20 % of all beats.</summary>
    public const string Random = "random";

    /// <summary>DS1 against DS2.</summary>
    public const string Patient = "patient";

    /// <summary>One CSV file against another; fits no recordings.</summary>
    public const string Csv = "csv";

    /// <summary>Names of the splits of recordings.</summary>
    public static readonly string[] Names = [Balanced, Random, Patient];

    private static readonly HashSet<string> s_learningRecords = [.. PatientSplit.Ds1];
    private static readonly HashSet<string> s_testRecords = [.. PatientSplit.Ds2];

    // One patient with ventricular beats and one with atrial ones: of DS1's beats they have 10 % of the S and 3 % of the V. Every patient less to learn from costs
    // more than a better choice of the epoch brings.
    private static readonly HashSet<string> s_heldOutRecords = ["116", "220"];

    private readonly Predicate<BeatKey> _isTest;
    private readonly Predicate<BeatKey> _isLearning;
    private readonly HashSet<string> _heldOut;

    private Split(string name, int? count, Predicate<BeatKey> isTest, Predicate<BeatKey> isLearning, HashSet<string> heldOut)
    {
        _heldOut = heldOut;
        Name = name;
        ListedBeats = count;
        _isTest = isTest;
        _isLearning = isLearning;
    }

    /// <summary>Which of <see cref="Names"/> it is.</summary>
    public string Name { get; }

    /// <summary>Number of beats on its list; null where it goes by record and has none.</summary>
    public int? ListedBeats { get; }

    /// <summary>The beat is tested and never learnt from.</summary>
    public bool IsTest(BeatKey beat) => _isTest(beat);

    /// <summary>The beat may be learnt from.</summary>
    public bool IsLearning(BeatKey beat) => _isLearning(beat);

    /// <summary>True where whole patients are held out, and not a part of each patient's beats.</summary>
    public bool HoldsOutPatients => _heldOut.Count > 0;

    /// <summary>True where training ends with a look at the test beats: by patient it does not look, and of a lone file no beat is for testing.</summary>
    public bool TestsInTraining { get; private init; } = true;

    /// <summary>Names of the held-out patients' records, in order.</summary>
    public IEnumerable<string> HeldOutRecords => _heldOut.Order(StringComparer.Ordinal);

    /// <summary>The beat may be learnt from, but is of a patient who is held out to choose the epoch with.</summary>
    public bool IsHeldOut(BeatKey beat) => _heldOut.Contains(beat.Record);

    /// <summary>True for a record whose beats are all tested; false everywhere in a split by beat.</summary>
    public bool IsTestRecord(string record) => Name == Patient && s_testRecords.Contains(record);

    /// <summary>Reads a split from the folder of committed lists.</summary>
    /// <exception cref="InputException">There is no such split, or its list is missing.</exception>
    public static Split Load(string name, string folder) => name switch
    {
        Balanced => ByList(Balanced, TestList.Read(BalancedFile(folder))),
        Random => ByList(Random, TestList.Read(RandomFile(folder))),
        Patient => new Split(
            Patient, null, beat => s_testRecords.Contains(beat.Record), beat => s_learningRecords.Contains(beat.Record), s_heldOutRecords)
        {
            TestsInTraining = false,
        },
        _ => throw new InputException($"There is no split \"{name}\": choose one of {string.Join(", ", Names)}."),
    };

    /// <summary>A split by beat: what is on the list is tested, everything else may be learnt from.</summary>
    public static Split ByList(string name, IReadOnlySet<BeatKey> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new Split(name, list.Count, list.Contains, beat => !list.Contains(beat), []);
    }

    /// <summary>One CSV file is tested and the other learnt from.</summary>
    /// <param name="test">The tested file's name without an extension; null where no beat is for testing.</param>
    public static Split ByFile(string? test) => new(Csv, null, beat => beat.Record == test, beat => beat.Record != test, [])
    {
        TestsInTraining = test is not null,
    };

    /// <summary>Where the balanced list stands.</summary>
    public static string BalancedFile(string folder) => Path.Combine(folder, "balanced.csv");

    /// <summary>Where the random list stands.</summary>
    public static string RandomFile(string folder) => Path.Combine(folder, "random.txt");
}
