using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>Runs the kernels that work on packed activations over activations that lie channel after channel.</summary>
public static class Lanes
{
    /// <summary>A layer's input in arrays that its output fits, too.</summary>
    public static long[][] Pack(LayerSpec spec, sbyte[] input) => Packed(spec.InChannels, spec.InLength, LanePacking.Third(spec.InLength), input);

    /// <summary>A whole convolution.</summary>
    public static sbyte[] Convolution(LayerSpec spec, sbyte[] weights, int[] biases, int[] multipliers, sbyte[] input, sbyte[]? block)
    {
        int third = LanePacking.Third(spec.InLength);
        long[][] output = block is { Length: > 0 }
            ? Packed(spec.OutChannels, spec.OutLength, third, block) : PackedChannels.Make([spec], new LanePlan([spec]), 1);
        var job = new ConvolutionJob(new ConvolutionBuffers(), spec.InChannels);
        job.Begin(new TestModel([spec], [weights], [biases], [multipliers]), 0, spec, third, Pack(spec, input), output);
        Finish(job);
        return Unpack(spec, third, output);
    }

    /// <summary>A whole pool of any window and stride.</summary>
    public static sbyte[] Pool(LayerSpec spec, sbyte[] input)
    {
        int third = LanePacking.Third(spec.OutLength);
        long[][] output = Packed(spec.OutChannels, 1, third, new sbyte[spec.OutChannels]);
        var job = new PoolJob(spec.InLength);
        job.Begin(spec, LanePacking.Third(spec.InLength), third, Pack(spec, input), output);
        Finish(job);
        return Unpack(spec, third, output);
    }

    /// <summary>A whole pool of five by two in lanes of which this is a third.</summary>
    public static sbyte[] LanePool(LayerSpec spec, int third, sbyte[] input)
    {
        int half = third / 2;
        long[][] output = Packed(spec.OutChannels, 1, third, new sbyte[spec.OutChannels]);
        var job = new LanePoolJob();
        job.Begin(spec, half, Packed(spec.InChannels, spec.InLength, third, input), output);
        Finish(job);
        return Unpack(spec, half, output);
    }

    /// <summary>All slices of a layer.</summary>
    public static void Finish(LayerJob job)
    {
        while (!job.RunSlice())
        {
        }
    }

    private static long[][] Packed(int channels, int length, int third, sbyte[] input)
    {
        long[][] packed = new long[LanePacking.Rows(channels)][];
        for (int row = 0; row < LanePacking.Rows(channels); row++)
        {
            packed[row] = new long[LanePacking.PackedLength(third)];
        }

        var job = new TransferJob();
        job.BeginPack(input, packed, channels, length, third);
        Finish(job);
        return packed;
    }

    private static sbyte[] Unpack(LayerSpec spec, int third, long[][] packed)
    {
        var output = new sbyte[spec.OutChannels * spec.OutLength];
        var job = new TransferJob();
        job.BeginUnpack(packed, output, spec.OutChannels, spec.OutLength, third);
        Finish(job);
        return output;
    }
}
