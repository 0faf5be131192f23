using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Records.Link;

namespace EcgChip.Device.Tests.Link;

/// <summary>
/// The device at the end of a line on which anything may come: frames of any content, half of them with a right checksum. ECGCHIP_FUZZ_FRAMES asks for
/// more of them than the tests take time for, ECGCHIP_FUZZ_SEED for others.
/// </summary>
public sealed class LinkFuzzTests
{
    private const int UsualFrames = 200_000;

    [Fact]
    public void Whatever_comes_each_sound_request_gets_one_answer_and_what_is_refused_changes_nothing()
    {
        int frames = Number("ECGCHIP_FUZZ_FRAMES", UsualFrames);
        Random random = new(Number("ECGCHIP_FUZZ_SEED", 1));
        LinkRig rig = new();
        int answered = 0;
        int refused = 0;
        int silent = 0;
        for (int i = 0; i < frames; i++)
        {
            rig.Busy = random.Next(8) == 0;
            bool sound = random.Next(2) == 0;
            (int version, int verb, int kind, int request, byte[] payload) = Content(random);
            byte[] wire = LinkRig.Frame(version, verb, kind, request, payload);
            if (!sound)
            {
                wire = Spoilt(wire, random);
            }

            int changes = rig.Settings.Changes;
            List<Reply> replies = rig.ExchangeAll(wire);
            if (!sound || kind != FrameKind.Request)
            {
                Assert.Empty(replies);
                Assert.Equal(changes, rig.Settings.Changes);
                silent++;
                continue;
            }

            Reply reply = Assert.Single(replies);
            Assert.Equal((LinkFormat.Version, verb, request), (reply.Version, reply.Verb, reply.Request));
            bool mayBeDone = version == LinkFormat.Version && verb is >= LinkVerb.Hello and <= LinkVerb.SelfTest && !rig.Busy;
            if (reply.Kind == FrameKind.Refusal)
            {
                Assert.Equal(changes, rig.Settings.Changes);
                Assert.InRange(reply.Refused.Why, LinkRefusal.UnknownVersion, LinkRefusal.StorageFailed);
                refused++;
                continue;
            }

            Assert.True(mayBeDone, $"Frame {i} was to be refused.");
            Assert.True(verb == LinkVerb.Set || changes == rig.Settings.Changes);
            answered++;
            if (rig.Server.SelfTestWanted)
            {
                rig.Server.SelfTestEnded();
            }
        }

        // Each kind of end has to be tried often, or this tries nothing.
        Assert.All((int[])[answered, refused, silent], count => Assert.InRange(count, frames / 20, frames));
    }

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : usual;

    private static (int Version, int Verb, int Kind, int Request, byte[] Payload) Content(Random random)
    {
        int version = random.Next(8) == 0 ? random.Next(256) : LinkFormat.Version;
        int verb = random.Next(8) == 0 ? random.Next(256) : random.Next(1, 4);
        int kind = random.Next(8) == 0 ? random.Next(1, 256) : FrameKind.Request;
        byte[] payload = verb switch
        {
            LinkVerb.Set => Settings(random),
            LinkVerb.SelfTest => [(byte)random.Next(3), .. Bytes(random, random.Next(3))],
            _ => Bytes(random, random.Next(4) == 0 ? random.Next(LinkFormat.LargestPayload + 1) : 0),
        };
        return (version, verb, kind, random.Next(LinkFormat.LastRequest + 1), payload);
    }

    // Settings that make sense, some of them with something wrong.
    private static byte[] Settings(Random random)
    {
        List<byte> payload = [];
        int count = random.Next(5);
        for (int i = 0; i < count; i++)
        {
            int setting = random.Next(1, 8);
            payload.AddRange(setting switch
            {
                LinkSetting.DeviceId => LinkServerTests.IdField(random.NextInt64()),
                LinkSetting.Key => LinkServerTests.KeyField(Bytes(random, LinkSetting.KeyBytes)),
                LinkSetting.Clock => LinkServerTests.ClockField(random.NextInt64(LinkSetting.EarliestClock, LinkSetting.LatestClock)),
                LinkSetting.RecordingSeconds => [LinkSetting.RecordingSeconds, 2, (byte)random.Next(1, 256), 0],
                LinkSetting.Mains => [LinkSetting.Mains, 1, 50],
                _ => [(byte)setting, 1, 1],
            });
        }

        if (payload.Count > 0 && random.Next(3) == 0)
        {
            payload[random.Next(payload.Count)] = (byte)random.Next(256);
        }

        return [.. payload.Take(LinkFormat.LargestPayload)];
    }

    private static byte[] Bytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    // Never the same bytes between its zeros as before: a zero more at an end would leave the frame sound.
    private static byte[] Spoilt(byte[] wire, Random random)
    {
        List<byte> spoilt = [.. wire];
        int at = 1 + random.Next(wire.Length - 2);
        switch (random.Next(4))
        {
            case 0:
                spoilt.RemoveAt(at);
                break;
            case 1:
                spoilt.Insert(at, (byte)random.Next(1, 256));
                break;
            case 2:
                spoilt[at] ^= (byte)random.Next(1, 256);
                break;
            default:
                spoilt.RemoveRange(at, spoilt.Count - at);
                break;
        }

        return [.. spoilt];
    }
}
