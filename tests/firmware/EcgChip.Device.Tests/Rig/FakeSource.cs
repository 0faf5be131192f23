using EcgChip.Device.Seams;

namespace EcgChip.Device.Tests.Rig;

/// <summary>Samples without electrodes on anybody, whose reading takes its time.</summary>
internal sealed class FakeSource(FakeClock clock) : ISampleSource
{
    private const int ReadingUs = 100;

    /// <summary>When the last sample was read, in microseconds.</summary>
    public long ReadAt { get; private set; }

    public bool LeadOffPositive => true;

    public bool LeadOffNegative => false;

    public int ReadSum(int readings)
    {
        ReadAt = clock.Now;
        clock.Now += readings * ReadingUs;
        return 0;
    }
}
