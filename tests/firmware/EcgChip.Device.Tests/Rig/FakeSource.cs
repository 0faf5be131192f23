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

    public int Read()
    {
        ReadAt = clock.Now;
        clock.Now += Conditioner.ReadingsPerSample * ReadingUs;
        return ContactMonitor.PositiveLead << RawSample.SumBits;
    }
}
