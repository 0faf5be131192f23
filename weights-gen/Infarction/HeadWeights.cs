using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>
/// What the training of the head leaves behind, in one file: the head that learnt from everybody, which goes onto the chip, and those that judge how
/// well such a head does on others: of each fold one that does not know the fold's patients, and one that does not know the beats drawn by beat.
/// </summary>
public sealed record HeadWeights
{
    private const string FinalPrefix = "final.";
    private const string RandomPrefix = "random.";
    private const string FoldsKey = "folds";
    private const string SeedKey = "seed";
    private const string EpochsKey = "epochs";
    private const string DataSetKey = "data_set";
    private const string InfarctionKey = "patients_infarction";
    private const string HealthyKey = "patients_healthy";
    private const string RecordsKey = "records";
    private const string BeatsKey = "beats";
    private const string TrunkKey = "trunk_hash";
    private const string FingerprintKey = "beat_fingerprint";
    private const string ByPatientKey = "figures_patient";
    private const string ByBeatKey = "figures_random";
    private const char NameSeparator = ' ';

    /// <summary>Learnt from all patients.</summary>
    public required TrainedHead Final { get; init; }

    /// <summary>Learnt from four fifths of the beats.</summary>
    public required TrainedHead Random { get; init; }

    /// <summary>Of each fold the names of those who are tested, and the head that learnt from all others.</summary>
    public required IReadOnlyList<(IReadOnlySet<string> Tested, TrainedHead Head)> Folds { get; init; }

    /// <summary>What all random numbers came from.</summary>
    public required int Seed { get; init; }

    /// <summary>Epochs that each head was trained for.</summary>
    public required int Epochs { get; init; }

    /// <summary>Patients with an infarction, and healthy ones.</summary>
    public required (int Infarction, int Healthy) Patients { get; init; }

    /// <summary>Records and beats that they gave.</summary>
    public required (int Records, int Beats) Size { get; init; }

    /// <summary>Hash of the trunk's model.</summary>
    public required string TrunkHash { get; init; }

    /// <summary>Which beats were learnt from.</summary>
    public required string BeatFingerprint { get; init; }

    /// <summary>What comes of it by patient, in a sentence; empty before it was judged.</summary>
    public string ByPatient { get; init; } = string.Empty;

    /// <summary>What comes of it by beat, in a sentence; empty before it was judged.</summary>
    public string ByBeat { get; init; } = string.Empty;

    /// <summary>The head that goes onto the chip.</summary>
    public QuantisedHead Quantise() => Quantise(Final);

    /// <summary>One of the heads in int8.</summary>
    public QuantisedHead Quantise(TrainedHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.Quantise(BeatFingerprint, TrunkHash, Patients.Infarction + Patients.Healthy);
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    public void Save(string path)
    {
        SafeTensors file = new();
        Final.AddTo(file, FinalPrefix);
        Random.AddTo(file, RandomPrefix);
        for (int i = 0; i < Folds.Count; i++)
        {
            Folds[i].Head.AddTo(file, FoldPrefix(i));
            file.Metadata.Add(TestedKey(i), string.Join(NameSeparator, Folds[i].Tested.Order(StringComparer.Ordinal)));
        }

        file.Metadata.Add(DataSetKey, PtbRecordings.DatabaseName);
        file.Metadata.Add(TrunkKey, TrunkHash);
        file.Metadata.Add(FingerprintKey, BeatFingerprint);
        file.Metadata.Add(ByPatientKey, ByPatient);
        file.Metadata.Add(ByBeatKey, ByBeat);
        foreach ((string key, int number) in new[]
        {
            (FoldsKey, Folds.Count), (SeedKey, Seed), (EpochsKey, Epochs), (InfarctionKey, Patients.Infarction), (HealthyKey, Patients.Healthy),
            (RecordsKey, Size.Records), (BeatsKey, Size.Beats),
        })
            file.Metadata.Add(key, number.ToString(CultureInfo.InvariantCulture));
        file.Save(path);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It is missing, damaged or of something else.</exception>
    public static HeadWeights Load(string path)
    {
        SafeTensors file = SafeTensors.Load(path);
        string Text(string key) => file.Metadata.TryGetValue(key, out string? text) ? text : throw new InputException($"{path} does not say its {key}: train again.");
        int Number(string key) => int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new InputException($"{path} has a {key} that is no number: train again.");
        return new HeadWeights
        {
            Final = TrainedHead.From(file, FinalPrefix),
            Random = TrainedHead.From(file, RandomPrefix),
            Folds =
            [
                .. Enumerable.Range(0, Number(FoldsKey)).Select(
                    i => ((IReadOnlySet<string>)Text(TestedKey(i)).Split(NameSeparator).ToHashSet(), TrainedHead.From(file, FoldPrefix(i)))),
            ],
            Seed = Number(SeedKey),
            Epochs = Number(EpochsKey),
            Patients = (Number(InfarctionKey), Number(HealthyKey)),
            Size = (Number(RecordsKey), Number(BeatsKey)),
            TrunkHash = Text(TrunkKey),
            BeatFingerprint = Text(FingerprintKey),
            ByPatient = Text(ByPatientKey),
            ByBeat = Text(ByBeatKey),
        };
    }

    private static string FoldPrefix(int fold) => FormattableString.Invariant($"fold{fold + 1}.");

    private static string TestedKey(int fold) => FoldPrefix(fold) + "tested";
}
