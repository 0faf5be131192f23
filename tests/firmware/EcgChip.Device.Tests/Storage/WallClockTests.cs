using CsCheck;
using EcgChip.Device.Seams;
using EcgChip.Device.Storage;
using EcgChip.Records.Link;

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

    [Fact]
    public void What_the_chip_kept_is_believed_where_it_can_have_been_set_and_nothing_else() =>
        Gen.OneOf(Gen.Long[0, 5_000_000_000_000], Gen.Long[-2, 2].Select(by => LinkSetting.EarliestClock + by), Gen.Long[-2, 2].Select(by => LinkSetting.LatestClock + by))
            .Sample((kept) =>
            {
                WallClock clock = new(new KeptTime { Ms = kept }, 3_000_000);
                bool possible = kept >= LinkSetting.EarliestClock && kept < LinkSetting.LatestClock;
                Assert.Equal(possible, clock.IsSet);
                Assert.Equal(possible ? kept + 2000 : WallClock.NotSet, clock.UnixMs(5_000_000));
            });

    [Fact]
    public void Setting_it_sets_what_is_kept_too()
    {
        KeptTime kept = new();
        new WallClock(kept, 0).Set(1_790_000_000_000, 5_000_000);
        Assert.Equal(1_790_000_000_000, kept.Ms);
    }

    private sealed class KeptTime : IRealTimeClock
    {
        public long Ms { get; set; }

        public long UnixMs() => Ms;

        public void SetUnixMs(long unixMs) => Ms = unixMs;
    }
}
