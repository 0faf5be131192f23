using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EcgChip.WeightsGen.Training;

/// <summary>What an epoch came to.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Iteration">Iterations done since the start.</param>
/// <param name="LearningRate">Adam's step size at its end.</param>
/// <param name="Loss">Mean cross-entropy while learning, on augmented beats, of the weights as they changed.</param>
/// <param name="ValidationLoss">Mean cross-entropy of the averaged weights on the held-out beats.</param>
/// <param name="Score">What the averaged weights reach on the held-out beats, in percent; <see cref="TrainingRecipe.ScoreName"/> says in what.</param>
/// <param name="Recall">Part of each class's held-out beats that is found, 0 to 1.</param>
public sealed record EpochResult(
    int Epoch, int Iteration, double LearningRate, double Loss, double ValidationLoss, double Score, IReadOnlyList<double> Recall)
{
    /// <summary>Names of the log's columns.</summary>
    public static string CsvHeader =>
        "epoch,iteration,learning_rate,loss,validation_loss,validation_score," + string.Join(',', ClassNames.Letters.Select(letter => $"recall_{letter}"));

    /// <summary>The epoch as a line of the log.</summary>
    public string ToCsv() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Epoch},{Iteration},{LearningRate:0.######},{Loss:0.#####},{ValidationLoss:0.#####},{Score:0.###},{string.Join(',', Recall.Select(Percent))}");

    /// <summary>The epoch as a line for people.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch {Epoch}: loss {Loss:0.0000}; held-out beats: loss {ValidationLoss:0.0000}, score {Score:0.00} %, by class {string.Join(' ', Recall.Select(Percent))}");

    private static string Percent(double part) => (100 * part).ToString("0.0", CultureInfo.InvariantCulture);
}
