using System;
using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Rig;

/// <summary>Samples without electrodes on anybody, whose reading takes its time.</summary>
internal sealed class FakeSource(FakeClock clock) : ISampleSource
{
    private const int ReadingUs = 100;

    /// <summary>When the last sample was read, in microseconds.</summary>
    public long ReadAt { get; private set; }

    /// <summary>The sum of a sample's readings, by the time at which it is read.</summary>
    public Func<long, int> Reading { get; init; } = _ => 0;

    public int Read(int readings)
    {
        ReadAt = clock.Now;
        clock.Now += readings * ReadingUs;
        return Reading(ReadAt) | (ContactMonitor.PositiveLead << RawSample.SumBits);
    }
}
