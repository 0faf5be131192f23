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
    private const string HeldOutPrefix = "held_out_";
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

    /// <summary>Score on the held-out beats that chose the epoch, in percent; the network's recipe says in what.</summary>
    public required double ValidationScore { get; init; }

    /// <summary>On the test beats; null where training did not look at them.</summary>
    public Accuracies? Test { get; init; }

    /// <summary>On the beats of the held-out patients, who chose the epoch; null where no whole patients were held out.</summary>
    public Accuracies? HeldOut { get; init; }

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
        file.Metadata.Add(ValidationKey, ValidationScore.ToString("R", CultureInfo.InvariantCulture));
        file.Metadata.Add(FingerprintKey, BeatFingerprint);
        Add(string.Empty, Test);
        Add(HeldOutPrefix, HeldOut);

        void Add(string prefix, Accuracies? accuracies)
        {
            if (accuracies is null)
                return;

            file.Metadata.Add(prefix + TestBeatsKey, accuracies.Beats.ToString(CultureInfo.InvariantCulture));
            file.Metadata.Add(prefix + FloatKey, accuracies.InFloat.ToString("R", CultureInfo.InvariantCulture));
            file.Metadata.Add(prefix + QuantisedKey, accuracies.InInt8.ToString("R", CultureInfo.InvariantCulture));
        }
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
        Accuracies? On(string prefix) => file.Metadata.ContainsKey(prefix + TestBeatsKey)
            ? new Accuracies((int)Number(prefix + TestBeatsKey), Number(prefix + FloatKey), Number(prefix + QuantisedKey))
            : null;
        return new Origin
        {
            DataSet = Text(DataSetKey),
            Split = Text(SplitKey),
            Seed = (int)Number(SeedKey),
            Epochs = (int)Number(EpochsKey),
            BestEpoch = (int)Number(BestEpochKey),
            ValidationScore = Number(ValidationKey),
            Test = On(string.Empty),
            HeldOut = On(HeldOutPrefix),
            BeatFingerprint = Text(FingerprintKey),
        };
    }
}
