using CsCheck;
using EcgChip.Device.Storage;

namespace EcgChip.Device.Tests.Storage;

public class WallClockTests
{
    [Fact]
    public void A_clock_that_was_never_set_knows_no_time()
    {
        WallClock clock = new();
        Assert.False(clock.IsSet);
        Assert.Equal((-1L, -1), (clock.UnixMs(5_000_000), clock.Minutes(5_000_000)));
    }

    [Fact]
    public void Once_set_it_goes_on_with_the_monotonic_clock_and_can_be_set_again() =>
        Gen.Select(Gen.Long[0, 4_000_000_000_000], Gen.Long[0, 1L << 40], Gen.Long[0, 1L << 40]).Sample((now, at, later) =>
        {
            WallClock clock = new();
            clock.Set(123_456, 7);
            clock.Set(now, at);
            Assert.True(clock.IsSet);
            Assert.Equal(now, clock.UnixMs(at));
            Assert.InRange(clock.UnixMs(at + later) - now - (later / 1000), 0, 1);
            Assert.Equal((int)(now / 60_000), clock.Minutes(at));
        });
}
