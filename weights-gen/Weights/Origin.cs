using System.Collections.Generic;
using System.Globalization;

namespace EcgChip.WeightsGen.Weights;

/// <summary>
/// Where weights come from, as it stands in their file and in the head of the generated C#: no figure without its protocol.
/// </summary>
public sealed record Origin
{
    private const string DataSetKey = "data_set";
    private const string SplitKey = "split";
    private const string SeedKey = "seed";
    private const string EpochsKey = "epochs";
    private const string BestEpochKey = "best_epoch";
    private const string ValidationKey = "validation_accuracy";
    private const string TestBeatsKey = "test_beats";
    private const string FloatKey = "float_accuracy";
    private const string QuantisedKey = "int8_accuracy";
    private const string FingerprintKey = "beat_fingerprint";

    /// <summary>Name and version of the recordings.</summary>
    public required string DataSet { get; init; }

    /// <summary>Name of the split.</summary>
    public required string Split { get; init; }

    /// <summary>What all random numbers of the training came from.</summary>
    public required int Seed { get; init; }

    /// <summary>Epochs that were trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>The epoch whose averaged weights these are; the held-out beats chose it.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Accuracy on the held-out beats that chose the epoch, in percent.</summary>
    public required double ValidationAccuracy { get; init; }

    /// <summary>Beats of the split's test list.</summary>
    public required int TestBeats { get; init; }

    /// <summary>Accuracy in float on the test beats, in percent.</summary>
    public required double FloatAccuracy { get; init; }

    /// <summary>Accuracy in int8 on the test beats, in percent.</summary>
    public required double QuantisedAccuracy { get; init; }

    /// <summary>Fingerprint of the beats that were learnt from.</summary>
    public required string BeatFingerprint { get; init; }

    /// <summary>Adds it to a file's metadata.</summary>
    public void AddTo(SafeTensors file)
    {
        System.ArgumentNullException.ThrowIfNull(file);
        file.Metadata.Add(DataSetKey, DataSet);
        file.Metadata.Add(SplitKey, Split);
        file.Metadata.Add(SeedKey, Seed.ToString(CultureInfo.InvariantCulture));
        file.Metadata.Add(EpochsKey, Epochs.ToString(CultureInfo.InvariantCulture));
        file.Metadata.Add(BestEpochKey, BestEpoch.ToString(CultureInfo.InvariantCulture));
        file.Metadata.Add(ValidationKey, ValidationAccuracy.ToString("R", CultureInfo.InvariantCulture));
        file.Metadata.Add(TestBeatsKey, TestBeats.ToString(CultureInfo.InvariantCulture));
        file.Metadata.Add(FloatKey, FloatAccuracy.ToString("R", CultureInfo.InvariantCulture));
        file.Metadata.Add(QuantisedKey, QuantisedAccuracy.ToString("R", CultureInfo.InvariantCulture));
        file.Metadata.Add(FingerprintKey, BeatFingerprint);
    }

    /// <summary>Reads it from a file's metadata.</summary>
    /// <exception cref="InputException">An entry is missing or no number.</exception>
    public static Origin From(SafeTensors file)
    {
        System.ArgumentNullException.ThrowIfNull(file);
        string Text(string key) =>
            file.Metadata.TryGetValue(key, out string? text) ? text : throw new InputException($"The weights do not say their {key}: train again.");
        double Number(string key) =>
            double.TryParse(Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : throw new InputException($"The weights' {key} is no number: train again.");
        return new Origin
        {
            DataSet = Text(DataSetKey),
            Split = Text(SplitKey),
            Seed = (int)Number(SeedKey),
            Epochs = (int)Number(EpochsKey),
            BestEpoch = (int)Number(BestEpochKey),
            ValidationAccuracy = Number(ValidationKey),
            TestBeats = (int)Number(TestBeatsKey),
            FloatAccuracy = Number(FloatKey),
            QuantisedAccuracy = Number(QuantisedKey),
            BeatFingerprint = Text(FingerprintKey),
        };
    }

    /// <summary>The lines for the head of generated C#.</summary>
    public IEnumerable<string> ToLines()
    {
        yield return $"Data set: {DataSet}, beats cut by EcgChip.Signal at the reference annotations.";
        yield return $"Split: {Split}, {TestBeats} test beats. Seed: {Seed}. Epochs: {Epochs}, weights averaged over iterations, taken after epoch {BestEpoch}.";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Accuracy on the split's test beats: float {FloatAccuracy:0.00} %, int8 {QuantisedAccuracy:0.00} %; on the held-out beats that chose the epoch: float {ValidationAccuracy:0.00} %.");
    }
}
