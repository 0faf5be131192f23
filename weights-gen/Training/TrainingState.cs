using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// Where a training stands between two epochs: everything that the next epoch depends on. Random numbers need no place in it,
/// see <see cref="RandomNumbers"/>.
/// </summary>
public sealed class TrainingState
{
    private const string RunKey = "run";
    private const string LogKey = "log";

    /// <summary>Epochs that are done.</summary>
    public int Epoch { get; set; }

    /// <summary>Iterations that are done.</summary>
    public int Iteration { get; set; }

    /// <summary>The weights that are trained.</summary>
    public required IReadOnlyList<float> Weights { get; set; }

    /// <summary>Adam's moving mean of the gradient.</summary>
    public required IReadOnlyList<float> FirstMoment { get; set; }

    /// <summary>Adam's moving mean of the squared gradient.</summary>
    public required IReadOnlyList<float> SecondMoment { get; set; }

    /// <summary>Moving average of the weights.</summary>
    public required IReadOnlyList<float> Average { get; set; }

    /// <summary>The average as it was after the best epoch.</summary>
    public required IReadOnlyList<float> Best { get; set; }

    /// <summary>The best epoch so far; 0 before the first.</summary>
    public int BestEpoch { get; set; }

    /// <summary>Score of the best epoch, in percent.</summary>
    public double BestScore { get; set; }

    /// <summary>Validation loss of the best epoch.</summary>
    public double BestLoss { get; set; } = double.PositiveInfinity;

    /// <summary>The epochs' lines of the log.</summary>
    public IReadOnlyList<string> Log { get; set; } = [];

    /// <summary>
    /// The first weights: evenly distributed within 1 / sqrt(inputs of a unit), as libtorch's layers begin (LeCun et al. 1998).
    /// </summary>
    public static TrainingState Begin(NetworkShape shape, int seed)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Random random = RandomNumbers.Create(seed, RandomPurpose.Weights);
        float[] weights = new float[shape.ParameterCount];
        for (int layer = 0; layer < shape.Layers.Count; layer++)
        {
            int end = shape.Offset(layer) + shape.WeightCount(layer) + shape.BiasCount(layer);
            double bound = 1 / Math.Sqrt(shape.FanIn(layer));
            for (int i = shape.Offset(layer); i < end; i++)
                weights[i] = (float)(bound * (2 * random.NextDouble() - 1));
        }

        return new TrainingState
        {
            Weights = weights,
            FirstMoment = new float[weights.Length],
            SecondMoment = new float[weights.Length],
            Average = weights,
            Best = weights,
        };
    }

    /// <summary>Writes the checkpoint, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">What tells runs apart that must not be mixed: options, split, beats.</param>
    public void Save(string path, string run)
    {
        SafeTensors file = new();
        void Add(string name, IReadOnlyList<float> values) => file.Add(name, [.. values], values.Count);
        Add("weights", Weights);
        Add("first_moment", FirstMoment);
        Add("second_moment", SecondMoment);
        Add("average", Average);
        Add("best", Best);
        file.Metadata.Add(RunKey, run);
        file.Metadata.Add(LogKey, string.Join('\n', Log));
        file.Metadata.Add("epoch", Epoch.ToString(CultureInfo.InvariantCulture));
        file.Metadata.Add("iteration", Iteration.ToString(CultureInfo.InvariantCulture));
        file.Metadata.Add("best_epoch", BestEpoch.ToString(CultureInfo.InvariantCulture));
        file.Metadata.Add("best_score", BestScore.ToString("R", CultureInfo.InvariantCulture));
        file.Metadata.Add("best_loss", BestLoss.ToString("R", CultureInfo.InvariantCulture));
        file.Save(path);
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="InputException">It is missing, damaged, or of another run.</exception>
    public static TrainingState Load(string path, string run)
    {
        if (!File.Exists(path))
            throw new InputException($"There is no checkpoint {path} to go on from: start without --resume.");

        SafeTensors file = SafeTensors.Load(path);
        if (!file.Metadata.TryGetValue(RunKey, out string? saved) || saved != run)
            throw new InputException($"{path} is of another run ({saved}; asked for: {run}): start without --resume.");

        try
        {
            return From(file);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or FormatException or OverflowException)
        {
            throw new InputException($"{path} is no usable checkpoint ({fault.Message.TrimEnd('.')}): start without --resume.", fault);
        }
    }

    private static TrainingState From(SafeTensors file)
    {
        int Whole(string key) => int.Parse(file.Metadata[key], CultureInfo.InvariantCulture);
        double Number(string key) => double.Parse(file.Metadata[key], CultureInfo.InvariantCulture);
        return new TrainingState
        {
            Log = file.Metadata[LogKey].Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Epoch = Whole("epoch"),
            Iteration = Whole("iteration"),
            Weights = file.Tensors["weights"].Values,
            FirstMoment = file.Tensors["first_moment"].Values,
            SecondMoment = file.Tensors["second_moment"].Values,
            Average = file.Tensors["average"].Values,
            Best = file.Tensors["best"].Values,
            BestEpoch = Whole("best_epoch"),
            BestScore = Number("best_score"),
            BestLoss = Number("best_loss"),
        };
    }
}
