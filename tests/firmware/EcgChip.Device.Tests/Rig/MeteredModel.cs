using System;
using EcgChip.Inference;

namespace EcgChip.Device.Tests.Rig;

/// <summary>A model that counts the bytes it allocates: every number of a layer is a new array, made when the layer begins.</summary>
internal sealed class MeteredModel(Model model) : Model
{
    /// <summary>Bytes allocated by this model so far.</summary>
    public long AllocatedBytes { get; private set; }

    public override string Name => model.Name;

    public override string Hash => model.Hash;

    public override string BeatFingerprint => model.BeatFingerprint;

    public override LayerSpec[] Layers() => model.Layers();

    public override sbyte[] Weights(int layer)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        sbyte[] weights = model.Weights(layer);
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return weights;
    }

    public override int[] Biases(int layer)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        int[] biases = model.Biases(layer);
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return biases;
    }

    public override int[] Multipliers(int layer)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        int[] multipliers = model.Multipliers(layer);
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return multipliers;
    }
}
