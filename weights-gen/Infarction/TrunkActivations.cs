using System;
using EcgChip.Inference;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>What the trunk's last layer puts out for a beat, in int8 as on the chip: what the head learns from and takes in. One serves one thread.</summary>
public sealed class TrunkActivations
{
    private readonly NetworkRunner _runner;
    private readonly int _layers;
    private readonly int _count;

    /// <summary>Activations of a network's layers before its first dense one.</summary>
    public TrunkActivations(Model trunk)
    {
        ArgumentNullException.ThrowIfNull(trunk);
        _runner = new NetworkRunner(trunk);
        _layers = HeadRunner.TrunkLayers(trunk);
        LayerSpec last = trunk.Layer(_layers - 1);
        _count = last.OutChannels * last.OutLength;
    }

    /// <summary>Activations of a beat, channel after channel.</summary>
    /// <param name="values">The beat, as many values as the trunk takes in.</param>
    public sbyte[] Of(sbyte[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        values.CopyTo(_runner.Input, 0);
        _runner.Start();
        while (_runner.LayersDone < _layers)
            _runner.Step();

        sbyte[] activations = new sbyte[_count];
        _runner.CopyActivations(activations);
        return activations;
    }
}
