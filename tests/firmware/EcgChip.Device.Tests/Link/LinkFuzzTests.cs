using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Link;
using EcgChip.Records.Link;
using Xunit.Abstractions;

namespace EcgChip.Device.Tests.Link;

/// <summary>
/// The device at the end of a line on which anything may come: frames of any content, more than half of them with a right checksum, many within a session.
/// ECGCHIP_FUZZ_FRAMES asks for more of them than the tests take time for, ECGCHIP_FUZZ_SEED for others.
/// </summary>
public sealed class LinkFuzzTests(ITestOutputHelper output)
{
    private const int UsualFrames = 200_000;

    private enum Sort
    {
        Clear,
        Genuine,
        Replayed,
        Altered,
        Foreign,
        Opening,
        Spoilt,
    }

    [Fact]
    public void Whatever_comes_each_sound_request_gets_one_answer_and_what_is_refused_changes_nothing()
    {
        int frames = Number("ECGCHIP_FUZZ_FRAMES", UsualFrames);
        Random random = new(Number("ECGCHIP_FUZZ_SEED", 1));
        SessionRig rig = new();
        LinkSession foreign = OpenForeign(rig, random);
        rig.Open();
        byte[] replay = Genuine(rig, LinkVerb.Hello, []);
        rig.Rig.ExchangeAll(replay);
        Dictionary<(Sort, bool Refused), int> counts = [];
        int sound = 0;
        for (int i = 0; i < frames; i++)
        {
            Upkeep(rig, random, i);
            Sort sort = (Sort)random.Next(7);
            rig.Rig.Busy = random.Next(200) == 0;
            byte[] wire = Next(rig, random, sort, replay, foreign, out bool isRequest, out bool asksNothing);
            var state = rig.State();
            List<Reply> replies = rig.Rig.ExchangeAll(wire);
            if (!isRequest)
            {
                Assert.Empty(replies);
                Assert.Equal(state, rig.State());
                Count(counts, sort, true);
                continue;
            }

            sound++;
            Reply reply = Assert.Single(replies);
            (int kind, byte[] payload) = (reply.Kind, reply.Payload);
            bool wasGenuine = sort == Sort.Genuine && kind == FrameKind.Answer;
            if (wasGenuine)
            {
                (int _, kind, payload) = Assert.NotNull(rig.Session!.Uncover(reply.Request, reply.Payload));
                replay = random.Next(3) == 0 ? wire : replay;
            }

            if (kind == FrameKind.Refusal)
            {
                Assert.Equal(state, rig.State());
                Assert.InRange(payload[0], LinkRefusal.UnknownVersion, LinkRefusal.NoRecord);
            }

            Assert.False(rig.Rig.Busy && kind == FrameKind.Answer, $"Frame {i} was answered while a recording runs.");
            Assert.False(asksNothing && state != rig.State(), $"Frame {i} asks for nothing and changed something.");
            if (sort is Sort.Replayed or Sort.Altered or Sort.Foreign)
            {
                Assert.Contains(reply.Refused.Why, new[] { LinkRefusal.NotGenuine, LinkRefusal.NeedsSession, LinkRefusal.Busy, LinkRefusal.Malformed });
            }

            Count(counts, sort, kind == FrameKind.Refusal);
            if (rig.Rig.Server.SelfTestWanted)
            {
                rig.Rig.Server.SelfTestEnded();
            }
        }

        output.WriteLine($"{frames:N0} frames, {sound:N0} of them sound requests; {string.Join(", ", counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key.Item1} {(pair.Key.Refused ? "refused" : "answered")} {pair.Value:N0}"))}");
        Assert.InRange(sound, frames / 2, frames);

        // Each kind of end has to be tried often, or this tries nothing.
        foreach ((Sort, bool) end in new[] { (Sort.Clear, false), (Sort.Clear, true), (Sort.Genuine, false), (Sort.Genuine, true), (Sort.Opening, false), (Sort.Replayed, true), (Sort.Altered, true), (Sort.Foreign, true) })
        {
            Assert.InRange(counts.GetValueOrDefault(end), frames / 100, frames);
        }

        // And the device still does what it is there for.
        rig.Rig.Busy = false;
        rig.Open();
        int last = rig.AddRecord(300);
        Assert.Equal(rig.Stored[last][..222], rig.Ask(LinkVerb.Get, LinkSessionTests.Piece(last, 0)).Payload[12..]);
    }

    private static void Count(Dictionary<(Sort, bool), int> counts, Sort sort, bool refused) =>
        counts[(sort, refused)] = counts.GetValueOrDefault((sort, refused)) + 1;

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : usual;

    // A session that was right once: the device has opened another since.
    private static LinkSession OpenForeign(SessionRig rig, Random random)
    {
        rig.Open();
        LinkSession old = rig.Session!;
        rig.Open();
        return random.Next(2) == 0 ? old : rig.Session!;
    }

    // There is always something to collect, and mostly a session; what was collected goes.
    private static void Upkeep(SessionRig rig, Random random, int frame)
    {
        rig.Rig.Busy = false;
        if (rig.Log.UnsyncedCount < 4)
        {
            rig.AddRecord(random.Next(1, 700));
        }

        if (frame % 40 == 0)
        {
            Assert.Equal(FrameKind.Answer, rig.Open().Kind);
        }
    }

    private static byte[] Next(SessionRig rig, Random random, Sort sort, byte[] replay, LinkSession foreign, out bool isRequest, out bool asksNothing)
    {
        isRequest = true;
        asksNothing = true;
        switch (sort)
        {
            case Sort.Genuine:
                (int verb, byte[] payload) = Sensible(rig, random);
                asksNothing = verb is not (LinkVerb.Set or LinkVerb.SelfTest or LinkVerb.Acknowledge or LinkVerb.Close);
                return Genuine(rig, verb, payload);
            case Sort.Replayed:
                return replay;
            case Sort.Altered:
                (verb, payload) = Sensible(rig, random);
                byte[] covered = rig.Session!.Cover(rig.NextRequest, verb, payload);
                covered[random.Next(covered.Length)] ^= (byte)random.Next(1, 256);
                return LinkRig.Frame(LinkFormat.Version, LinkVerb.Sealed, FrameKind.Request, rig.NextRequest, covered);
            case Sort.Foreign:
                (verb, payload) = Sensible(rig, random);
                return LinkRig.Frame(LinkFormat.Version, LinkVerb.Sealed, FrameKind.Request, rig.NextRequest, foreign.Cover(rig.NextRequest, verb, payload));
            case Sort.Opening:
                byte[] opening = random.Next(2) == 0 ? [SessionFormat.Version, .. Bytes(random, SessionFormat.NonceBytes)] : Bytes(random, random.Next(40));
                return LinkRig.Frame(LinkFormat.Version, random.Next(3) == 0 ? LinkVerb.Prove : LinkVerb.Open, FrameKind.Request, random.Next(65536), opening);
            default:
                (int version, verb, int kind, int request, payload) = Content(random);
                asksNothing = verb is not LinkVerb.SelfTest;
                byte[] wire = LinkRig.Frame(version, verb, kind, request, payload);
                isRequest = sort == Sort.Clear && kind == FrameKind.Request;
                return sort == Sort.Spoilt ? Spoilt(wire, random) : wire;
        }
    }

    private static byte[] Genuine(SessionRig rig, int verb, byte[] payload) => LinkRig.Frame(
        LinkFormat.Version, LinkVerb.Sealed, FrameKind.Request, rig.NextRequest, rig.Session!.Cover(rig.NextRequest, verb, payload));

    // What a desktop might ask, and now and then what none would.
    private static (int Verb, byte[] Payload) Sensible(SessionRig rig, Random random)
    {
        int sequence = random.Next(4) == 0 ? random.Next() - (random.Next() / 2) : random.Next(rig.Log.NextSequence + 2);
        int verb = random.Next(8) switch
        {
            0 => LinkVerb.Hello,
            1 => LinkVerb.Set,
            2 => LinkVerb.SelfTest,
            3 => LinkVerb.List,
            4 => LinkVerb.Get,
            5 => LinkVerb.Acknowledge,
            6 => random.Next(8) == 0 ? LinkVerb.Close : LinkVerb.Get,
            _ => random.Next(256),
        };
        byte[] payload = verb switch
        {
            LinkVerb.Set => Settings(random, keys: false),
            LinkVerb.SelfTest => [(byte)random.Next(3), .. Bytes(random, random.Next(3))],
            LinkVerb.List or LinkVerb.Acknowledge => BitConverter.GetBytes(sequence),
            LinkVerb.Get => LinkSessionTests.Piece(sequence, random.Next(3) == 0 ? random.Next() - (random.Next() / 2) : random.Next(800), random.Next(-5, 400)),
            _ => [],
        };
        return (verb, random.Next(10) == 0 ? Bytes(random, random.Next(SessionFormat.LargestPayload + 1)) : payload);
    }

    private static (int Version, int Verb, int Kind, int Request, byte[] Payload) Content(Random random)
    {
        int version = random.Next(8) == 0 ? random.Next(256) : LinkFormat.Version;
        int verb = random.Next(4) == 0 ? random.Next(256) : random.Next(2) == 0 ? random.Next(1, 4) : random.Next(16, 23);
        int kind = random.Next(8) == 0 ? random.Next(1, 256) : FrameKind.Request;
        byte[] payload = verb switch
        {
            LinkVerb.Set => Settings(random, keys: true),
            LinkVerb.SelfTest => [(byte)random.Next(3), .. Bytes(random, random.Next(3))],
            _ => Bytes(random, random.Next(4) == 0 ? random.Next(LinkFormat.LargestPayload + 1) : 0),
        };
        return (version, verb, kind, random.Next(LinkFormat.LastRequest + 1), payload);
    }

    // Settings that make sense, some of them with something wrong.
    private static byte[] Settings(Random random, bool keys)
    {
        List<byte> payload = [];
        int count = random.Next(5);
        for (int i = 0; i < count; i++)
        {
            int setting = random.Next(keys ? 1 : 3, 8);
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

        if (keys && payload.Count > 0 && random.Next(3) == 0)
        {
            payload[random.Next(payload.Count)] = (byte)random.Next(256);
        }

        return [.. payload.Take(keys ? LinkFormat.LargestPayload : SessionFormat.LargestPayload)];
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
