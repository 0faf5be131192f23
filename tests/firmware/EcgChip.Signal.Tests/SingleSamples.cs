namespace EcgChip.Signal.Tests;

/// <summary>Feeds what takes samples in blocks one by one.</summary>
internal static class SingleSamples
{
    public static int Process(this Conditioner conditioner, int readingSum)
    {
        short[] conditioned = new short[1];
        conditioner.Process([readingSum], 0, 1, conditioned, 0, 0);
        return conditioned[0];
    }

    public static bool EndSample(this ContactMonitor monitor) => monitor.EndSamples(1) == 0;
}
