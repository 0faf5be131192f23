using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Golden;

/// <summary>A network as golden vectors see it. Whatever runs an input and has layers can be one: a head behind another network's convolutions, too.</summary>
/// <param name="Name">Its name; its vectors' file is called so.</param>
/// <param name="Hash">Its model's hash.</param>
/// <param name="Beats">How beats are cut for it.</param>
/// <param name="LayerNames">Its layers, first to last.</param>
/// <param name="Run">What the firmware's runner makes of an input, layer by layer.</param>
/// <param name="RunPlainly">What the plain kernels, its specification, make of it.</param>
public sealed record GoldenNetwork(
    string Name, string Hash, BeatSource Beats, IReadOnlyList<string> LayerNames, Func<sbyte[], GoldenResult> Run, Func<sbyte[], GoldenResult> RunPlainly)
{
    /// <summary>Values of an input: a beat's, and behind them its features.</summary>
    public int InputLength => Beats.Length + Beats.FeatureCount;

    /// <summary>A known network with a model of its weights, generated or not.</summary>
    public static GoldenNetwork Of(KnownNetwork network, Model model)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(model);
        return new GoldenNetwork(
            model.Name, model.Hash, network.Beats, network.Shape.LayerNames, input => RunFast(model, input), input => RunPlain(model, input));
    }

    /// <summary>The input that a beat is.</summary>
    public static sbyte[] InputOf(Beat beat)
    {
        ArgumentNullException.ThrowIfNull(beat);
        return [.. beat.Values, .. beat.Features];
    }

    private static GoldenResult RunFast(Model model, sbyte[] input)
    {
        NetworkRunner runner = new(model);
        List<sbyte[]> activations = [];
        RunLayers(runner, model, input, activations, () => { });
        return GoldenResult.Of(activations, runner.Logits);
    }

    /// <summary>Runs an input, adding what each layer but the last puts out.</summary>
    /// <param name="runner">The firmware's runner.</param>
    /// <param name="model">What it runs.</param>
    /// <param name="input">The input.</param>
    /// <param name="activations">What is added to.</param>
    /// <param name="afterStep">Called after each step.</param>
    internal static void RunLayers(NetworkRunner runner, Model model, sbyte[] input, List<sbyte[]> activations, Action afterStep)
    {
        LayerSpec[] layers = model.Layers();
        int done = 0;
        input[..runner.Input.Length].CopyTo(runner.Input, 0);
        input[runner.Input.Length..].CopyTo(runner.Features, 0);
        runner.Start();
        while (!runner.Step())
        {
            afterStep();
            if (runner.LayersDone == done || runner.LayersDone == layers.Length)
                continue;

            LayerSpec layer = layers[done];
            sbyte[] values = new sbyte[layer.OutChannels * layer.OutLength];
            runner.CopyActivations(values);
            activations.Add(values);
            done = runner.LayersDone;
        }
    }

    private static GoldenResult RunPlain(Model model, sbyte[] input)
    {
        PlainRunner runner = new(model);
        int values = model.Layers()[0].InChannels * model.Layers()[0].InLength;
        runner.Run(input[..values], input[values..]);
        return GoldenResult.Of(runner.Outputs.SkipLast(1), runner.Logits);
    }
}
