using EcgChip.Device.Seams;

namespace EcgChip.Device.Tests.Rig;

/// <summary>Time that a test sets, and that goes on by a fixed step with every look.</summary>
internal sealed class FakeClock(long now, int lookUs) : IClock
{
    /// <summary>The time now, in microseconds.</summary>
    public long Now { get; set; } = now;

    /// <summary>What the last look showed.</summary>
    public long LastLook { get; private set; }

    /// <summary>What was waited for last.</summary>
    public long LastDue { get; private set; }

    public long NowUs()
    {
        Now += lookUs;
        LastLook = Now;
        return Now;
    }

    public long WaitUntil(long dueUs)
    {
        LastDue = dueUs;
        if (lookUs == 0)
        {
            Now = Now < dueUs ? dueUs : Now;
            return Now;
        }

        while (NowUs() < dueUs)
        {
        }

        return Now;
    }
}
