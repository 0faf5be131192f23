using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using EcgChip.Records.Link;

namespace EcgChip.Link.Tests;

/// <summary>The desktop's side of the link against the device's, over a line that is good and over one that is not.</summary>
public sealed class LinkClientTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(3);
    private static readonly DateTimeOffset Noon = new(2026, 6, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = [.. Enumerable.Range(1, LinkSetting.KeyBytes).Select(i => (byte)i)];

    [Fact]
    public void What_is_set_is_what_hello_says_then()
    {
        LossyLine line = new();
        using LinkClient client = new(line, Soon);
        DeviceHello before = client.Hello();
        Assert.Equal((null, false, null, null), (before.DeviceId, before.HasKey, before.Clock, before.BatteryMillivolts));

        DeviceSettings set = client.Set(new WantedSettings { DeviceId = 42, Key = Key, Clock = Noon });
        Assert.Equal((42L, true, Noon), (set.DeviceId, set.HasKey, set.Clock));
        DeviceHello after = client.Hello();
        Assert.Equal((42L, true), (after.DeviceId, after.HasKey));
        Assert.InRange(after.Clock!.Value, Noon, Noon.AddSeconds(1));
        Assert.Equal(set, client.Set(new WantedSettings()));
    }

    [Fact]
    public void Over_a_line_that_spoils_bytes_what_is_answered_is_right_or_nothing_is() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 30], Gen.Long[1, long.MaxValue]).Sample(
            (seed, perMille, id) =>
            {
                LossyLine line = new(seed, perMille / 1000.0);
                using LinkClient client = new(line, TimeSpan.FromMilliseconds(1));
                try
                {
                    DeviceSettings set = client.Set(new WantedSettings { DeviceId = id, Clock = Noon });
                    Assert.Equal((id, Noon), (set.DeviceId, set.Clock));
                    Assert.Equal(id, line.Settings.DeviceId);
                    Assert.Equal(id, client.Hello().DeviceId);
                }
                catch (LinkException exception)
                {
                    Assert.Equal(LinkFault.NoAnswer, exception.Fault);
                    Assert.Contains(line.Settings.DeviceId, new[] { 0L, id });
                }
            },
            iter: 300);

    [Fact]
    public void A_byte_in_a_thousand_is_lost_and_nobody_notices()
    {
        LossyLine line = new(1, 0.001);
        using LinkClient client = new(line, Soon);
        for (int i = 1; i <= 200; i++)
        {
            Assert.Equal(i, client.Set(new WantedSettings { DeviceId = i }).DeviceId);
        }
    }

    [Fact]
    public void A_device_that_is_off_or_records_is_said_to_be()
    {
        LossyLine line = new() { IsOn = false };
        using LinkClient client = new(line, Soon);
        LinkException off = Assert.Throws<LinkException>(() => client.Hello());
        Assert.Equal(LinkFault.NoAnswer, off.Fault);
        Assert.Contains("the line", off.Message, StringComparison.Ordinal);
        line.IsOn = true;
        line.Records = true;
        Assert.Equal(LinkFault.Busy, Assert.Throws<LinkException>(() => client.Hello()).Fault);
        line.Records = false;
        Assert.Null(client.Hello().DeviceId);
    }

    [Fact]
    public void What_the_device_refuses_is_said_and_not_set()
    {
        LossyLine line = new();
        using LinkClient client = new(line, Soon);
        LinkException refused = Assert.Throws<LinkException>(() => client.Set(new WantedSettings { DeviceId = 7, Clock = DateTimeOffset.UnixEpoch }));
        Assert.Equal(LinkFault.Refused, refused.Fault);
        Assert.Contains("setting 3", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, line.Settings.DeviceId);
    }

    [Fact]
    public void The_lines_of_a_self_test_come_once_each_and_in_order_whatever_the_line_does()
    {
        LossyLine line = new(5, 0.005);
        SelfTestLines lines = new(2000);
        int work = 0;
        line.BeforeWork = () =>
        {
            if (!line.Server.SelfTestWanted || line.Server.SelfTestState >= SelfTestState.Done)
            {
                return;
            }

            if (work++ == 0)
            {
                line.Server.SelfTestBegins(lines, 20);
            }

            if (lines.Count < 20)
            {
                lines.Add("LINE" + lines.Count, lines.Count % 3, SelfTestUnit.Millivolts, -lines.Count, SelfTestLines.NoLeast, 5);
            }
            else
            {
                line.Server.SelfTestDone(stored: true);
            }
        };
        using LinkClient client = new(line, Soon);
        List<TestLine> came = [];
        (IReadOnlyList<TestLine> all, bool stored) = SelfTestSession.Run(client, came.Add, CancellationToken.None);
        Assert.True(stored);
        Assert.Equal(came, all);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => "LINE" + i), all.Select(each => each.Name));
        Assert.Equal(new TestLine("LINE1", LineVerdict.Passed, -1, "mV", null, 5), all[1]);
        Assert.Equal(new TestLine("LINE2", LineVerdict.NotThere, null, "mV", null, 5), all[2]);
    }

    [Fact]
    public void A_device_that_forgets_its_self_test_is_said_to_have_ended_it()
    {
        LossyLine line = new();
        line.BeforeWork = () =>
        {
            if (line.Server.SelfTestWanted)
            {
                line.Server.SelfTestEnded();
            }
        };
        using LinkClient client = new(line, Soon);
        Assert.Equal(LinkFault.Closed, Assert.Throws<LinkException>(() => SelfTestSession.Run(client, null, CancellationToken.None)).Fault);
    }

    [Fact]
    public void A_wait_that_is_cancelled_ends()
    {
        LossyLine line = new() { IsOn = false };
        using LinkClient client = new(line, TimeSpan.FromMinutes(1));
        using CancellationTokenSource end = new(TimeSpan.FromMilliseconds(50));
        Assert.ThrowsAny<OperationCanceledException>(() => client.Hello(end.Token));
    }
}
