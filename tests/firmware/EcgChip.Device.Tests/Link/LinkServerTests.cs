using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using EcgChip.Device.Seams;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Tests.Link;

/// <summary>What the device answers over the link, and what it refuses.</summary>
public sealed class LinkServerTests
{
    private const long Noon = 1_790_000_000_000;
    private static readonly byte[] Key = [.. Enumerable.Range(1, LinkSetting.KeyBytes).Select(i => (byte)i)];

    [Fact]
    public void Hello_tells_who_the_device_is_and_how_it_is()
    {
        LinkRig rig = new();
        RecordContents contents = new(100, 1, 1);
        contents.AddModel(new ModelReference(ModelRole.Live, "bedside", "0123456789abcdef"));
        rig.Server.Contents = contents;
        rig.Server.Battery = new Battery(3987);
        rig.Ask(LinkVerb.Set, [.. IdField(0x1122334455667788), .. KeyField(Key), .. ClockField(Noon)]);
        rig.Clock.Now += 5_000_000;

        Reply hello = rig.Ask(LinkVerb.Hello)!;
        Assert.Equal((FrameKind.Answer, LinkVerb.Hello), (hello.Kind, hello.Verb));
        Span<byte> told = hello.Payload;
        Assert.Equal(0x1122334455667788, BinaryPrimitives.ReadInt64LittleEndian(told));
        Assert.Equal([FirmwareVersion.Major, FirmwareVersion.Minor, FirmwareVersion.Patch], told[8..11].ToArray().Select(each => (int)each));
        Assert.Equal(3, told[11]);
        Assert.Equal(Noon + 5000, BinaryPrimitives.ReadInt64LittleEndian(told[12..]));
        Assert.Equal(3987, BinaryPrimitives.ReadUInt16LittleEndian(told[20..]));
        Assert.Equal(-1, BinaryPrimitives.ReadInt32LittleEndian(told[22..]));
        Assert.Equal([1, 0, 7], told[30..33].ToArray().Select(each => (int)each));
        Assert.Equal("bedside", Encoding.ASCII.GetString(told[33..40]));
        Assert.Equal([0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF], told[40..].ToArray());
    }

    [Fact]
    public void A_device_that_was_never_set_says_so_and_what_is_not_there_is_not_known()
    {
        byte[] told = new LinkRig().Ask(LinkVerb.Hello)!.Payload;
        Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(told));
        Assert.Equal(0, told[11]);
        Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(told.AsSpan(12)));
        Assert.Equal(0xFFFF, BinaryPrimitives.ReadUInt16LittleEndian(told.AsSpan(20)));
        Assert.Equal(0, told[30]);
    }

    [Fact]
    public void What_is_set_is_answered_and_stands_in_the_settings_but_the_key_is_never_given_out()
    {
        LinkRig rig = new();
        byte[] wanted =
        [
            .. IdField(77), .. KeyField(Key), .. ClockField(Noon), LinkSetting.Mains, 1, 60, LinkSetting.RecordingSeconds, 2, 30, 0,
            LinkSetting.Language, 1, 1, LinkSetting.Brightness, 1, 5,
        ];
        Reply answer = rig.Ask(LinkVerb.Set, wanted)!;

        Assert.Equal(FrameKind.Answer, answer.Kind);
        Assert.Equal([.. wanted.AsSpan(0, 10), LinkSetting.Key, 1, 1, .. wanted.AsSpan(10 + 34)], answer.Payload);
        Assert.Equal(Key, rig.Settings.Key);
        Assert.Equal((77L, 60, 30, 1, 5), (rig.Settings.DeviceId, rig.Settings.MainsHz, rig.Settings.RecordingSeconds, rig.Settings.Language, rig.Settings.Brightness));
        Assert.Equal(Noon, rig.Settings.ClockUnixMs(rig.Clock.NowUs()));
        Assert.Equal(-1, answer.Payload.AsSpan().IndexOf(Key.AsSpan(0, 4)));
    }

    [Fact]
    public void Setting_the_same_again_changes_nothing_and_setting_nothing_tells_what_is_set()
    {
        LinkRig rig = new();
        byte[] wanted = [.. IdField(77), .. KeyField(Key)];
        byte[] first = rig.Ask(LinkVerb.Set, wanted)!.Payload;
        Assert.Equal(first, rig.Ask(LinkVerb.Set, wanted)!.Payload);
        int changes = rig.Settings.Changes;
        Assert.Equal(first, rig.Ask(LinkVerb.Set)!.Payload);
        Assert.Equal(changes, rig.Settings.Changes);
    }

    public static TheoryData<byte[], int, int> Impossible => new()
    {
        { [.. IdField(5), LinkSetting.Mains, 1, 55], LinkRefusal.ImpossibleValue, LinkSetting.Mains },
        { [.. IdField(0)], LinkRefusal.ImpossibleValue, LinkSetting.DeviceId },
        { [.. KeyField(new byte[LinkSetting.KeyBytes])], LinkRefusal.ImpossibleValue, LinkSetting.Key },
        { [.. IdField(5), .. ClockField(LinkSetting.EarliestClock - 1)], LinkRefusal.ImpossibleValue, LinkSetting.Clock },
        { [.. ClockField(LinkSetting.LatestClock)], LinkRefusal.ImpossibleValue, LinkSetting.Clock },
        { [.. ClockField(-1)], LinkRefusal.ImpossibleValue, LinkSetting.Clock },
        { [LinkSetting.RecordingSeconds, 2, 0, 0], LinkRefusal.ImpossibleValue, LinkSetting.RecordingSeconds },
        { [LinkSetting.RecordingSeconds, 2, 45, 1], LinkRefusal.ImpossibleValue, LinkSetting.RecordingSeconds },
        { [LinkSetting.Language, 1, 2], LinkRefusal.ImpossibleValue, LinkSetting.Language },
        { [LinkSetting.Brightness, 1, 6], LinkRefusal.ImpossibleValue, LinkSetting.Brightness },
        { [LinkSetting.Brightness, 1, 0], LinkRefusal.ImpossibleValue, LinkSetting.Brightness },
        { [.. IdField(5), 99, 1, 1], LinkRefusal.Malformed, 10 },
        { [.. IdField(5), .. IdField(5)], LinkRefusal.Malformed, 10 },
        { [.. IdField(5), LinkSetting.Mains, 2, 50, 0], LinkRefusal.Malformed, 10 },
        { [.. IdField(5), LinkSetting.Mains], LinkRefusal.Malformed, 10 },
        { [LinkSetting.DeviceId, 8, 1, 2, 3], LinkRefusal.Malformed, 0 },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Where_anything_cannot_be_nothing_is_set_and_what_is_wrong_is_said(byte[] wanted, int why, int detail)
    {
        LinkRig rig = new();
        Reply answer = rig.Ask(LinkVerb.Set, wanted)!;
        Assert.Equal((why, detail), answer.Refused);
        Assert.Equal(0, rig.Settings.Changes);
    }

    [Fact]
    public void Where_the_flash_does_not_take_it_the_request_is_refused_and_the_clock_stands_as_it_was()
    {
        LinkRig rig = new();
        rig.Settings.FlashFails = true;
        Assert.Equal((LinkRefusal.StorageFailed, 0), rig.Ask(LinkVerb.Set, [.. IdField(5), .. ClockField(Noon)])!.Refused);
        Assert.Equal(0, rig.Settings.Changes);
    }

    [Fact]
    public void Another_version_and_an_unknown_verb_are_refused_by_name_under_the_number_of_the_request()
    {
        LinkRig rig = new();
        Reply version = rig.Exchange(LinkRig.Frame(2, LinkVerb.Set, FrameKind.Request, 300, IdField(5)))!;
        Assert.Equal((LinkFormat.Version, LinkVerb.Set, 300), (version.Version, version.Verb, version.Request));
        Assert.Equal((LinkRefusal.UnknownVersion, LinkFormat.Version), version.Refused);
        foreach (int verb in (int[])[0, 4, 15, 23, 255])
        {
            Assert.Equal((LinkRefusal.UnknownVerb, verb), rig.Ask(verb, IdField(5))!.Refused);
        }

        Assert.Equal(0, rig.Settings.Changes);
    }

    [Fact]
    public void While_a_recording_runs_everything_is_refused_as_busy()
    {
        LinkRig rig = new() { Busy = true };
        Assert.Equal((LinkRefusal.Busy, 0), rig.Ask(LinkVerb.Hello)!.Refused);
        Assert.Equal((LinkRefusal.Busy, 0), rig.Ask(LinkVerb.Set, IdField(5))!.Refused);
        Assert.Equal((LinkRefusal.Busy, 0), rig.Ask(LinkVerb.SelfTest, SelfTestAction.Start)!.Refused);
        Assert.Equal(0, rig.Settings.Changes);
        Assert.False(rig.Server.SelfTestWanted);
        rig.Busy = false;
        Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.Hello)!.Kind);
    }

    [Fact]
    public void An_answer_that_comes_back_by_a_shorted_wire_is_not_answered()
    {
        LinkRig rig = new();
        Assert.Null(rig.Exchange(LinkRig.Frame(LinkFormat.Version, LinkVerb.Set, FrameKind.Answer, 1, IdField(5))));
        Assert.Null(rig.Exchange(LinkRig.Frame(LinkFormat.Version, 99, FrameKind.Refusal, 1, [])));
        Assert.Equal(0, rig.Settings.Changes);
    }

    [Fact]
    public void Requests_that_stand_in_one_another_s_way_are_each_answered()
    {
        LinkRig rig = new();
        List<Reply> replies = rig.ExchangeAll([.. rig.Request(LinkVerb.Hello), .. rig.Request(LinkVerb.Set), .. rig.Request(200)]);
        Assert.Equal([LinkVerb.Hello, LinkVerb.Set, 200], replies.Select(reply => reply.Verb));
        Assert.Equal([1, 2, 3], replies.Select(reply => reply.Request));
    }

    [Fact]
    public void The_self_test_is_started_once_and_its_lines_are_told_as_they_come()
    {
        LinkRig rig = new();
        Assert.Equal([SelfTestState.None, 0, 0], Poll(rig, 0));
        Assert.Equal([SelfTestState.Running, 0, 0], rig.Ask(LinkVerb.SelfTest, SelfTestAction.Start)!.Payload);
        Assert.True(rig.Server.SelfTestWanted);

        SelfTestLines lines = new(1000);
        rig.Server.SelfTestBegins(lines, 9);
        lines.Add("FIRST", SelfTestVerdict.Passed, SelfTestUnit.Millivolts, 1300, 1150, 1450);
        Assert.Equal([SelfTestState.Running, 1, 9, .. lines.Bytes.AsSpan(0, lines.Length)], Poll(rig, 0));
        Assert.Equal([SelfTestState.Running, 1, 9], Poll(rig, 1));

        // To start one that runs is to ask how far it is.
        Assert.Equal([SelfTestState.Running, 1, 9, .. lines.Bytes.AsSpan(0, lines.Length)], rig.Ask(LinkVerb.SelfTest, SelfTestAction.Start)!.Payload);
        Assert.Same(lines, rig.Server.Lines);
    }

    [Fact]
    public void Lines_that_do_not_fit_into_one_answer_are_told_from_the_one_asked_for_and_the_last_of_them_ends_it()
    {
        LinkRig rig = new();
        SelfTestLines lines = new(1000);
        rig.Ask(LinkVerb.SelfTest, SelfTestAction.Start);
        rig.Server.SelfTestBegins(lines, 20);
        for (int i = 0; i < 20; i++)
        {
            lines.Add("LINE" + i, SelfTestVerdict.Passed, SelfTestUnit.None, i, SelfTestLines.NoLeast, SelfTestLines.NoMost);
        }

        rig.Server.SelfTestDone(stored: true);
        SelfTestLines collected = new(1000);
        while (collected.Count < 20)
        {
            Assert.False(rig.Server.ResultTaken);
            byte[] told = Poll(rig, collected.Count);
            Assert.Equal([SelfTestState.Done, 20, 20], told[..3]);
            for (int at = 3; at < told.Length;)
            {
                int before = collected.Length;
                Assert.True(collected.Append(told, at, told.Length - at, 1));
                at += collected.Length - before;
            }
        }

        Assert.True(rig.Server.ResultTaken);
        Assert.Equal(lines.Bytes, collected.Bytes);
        rig.Server.SelfTestEnded();
        Assert.Equal([SelfTestState.None, 0, 0], Poll(rig, 0));
    }

    [Fact]
    public void One_that_is_asked_for_when_another_is_done_begins_when_that_is_left()
    {
        LinkRig rig = new();
        rig.Ask(LinkVerb.SelfTest, SelfTestAction.Start);
        rig.Server.SelfTestBegins(new SelfTestLines(100), 1);
        rig.Server.SelfTestDone(stored: true);
        Assert.Equal([SelfTestState.Running, 0, 0], rig.Ask(LinkVerb.SelfTest, SelfTestAction.Start)!.Payload);
        Assert.True(rig.Server.StartsAgain);
        rig.Server.SelfTestEnded();
        Assert.True(rig.Server.SelfTestWanted);
        Assert.Equal([SelfTestState.Running, 0, 0], Poll(rig, 0));
        rig.Server.SelfTestBegins(new SelfTestLines(100), 1);
        rig.Server.SelfTestDone(stored: true);
        rig.Server.SelfTestEnded();
        Assert.False(rig.Server.SelfTestWanted);
    }

    [Fact]
    public void A_self_test_request_of_another_form_starts_nothing()
    {
        LinkRig rig = new();
        foreach (byte[] payload in (byte[][])[[], [SelfTestAction.Start, 0], [SelfTestAction.Poll], [SelfTestAction.Poll, 0, 0], [7]])
        {
            Assert.Equal((LinkRefusal.Malformed, 0), rig.Ask(LinkVerb.SelfTest, payload)!.Refused);
        }

        Assert.Equal((LinkRefusal.Malformed, 0), rig.Ask(LinkVerb.Hello, 1)!.Refused);
        Assert.False(rig.Server.SelfTestWanted);
    }

    [Fact]
    public void The_wire_is_given_few_bytes_at_a_time()
    {
        LinkRig rig = new();
        rig.Ask(LinkVerb.Set);
        Assert.InRange(rig.LongestWrite, 1, 16);
    }

    internal static byte[] IdField(long id) => [LinkSetting.DeviceId, 8, .. BitConverter.GetBytes(id)];

    internal static byte[] KeyField(byte[] key) => [LinkSetting.Key, LinkSetting.KeyBytes, .. key];

    internal static byte[] ClockField(long unixMs) => [LinkSetting.Clock, 8, .. BitConverter.GetBytes(unixMs)];

    private static byte[] Poll(LinkRig rig, int from) => rig.Ask(LinkVerb.SelfTest, SelfTestAction.Poll, (byte)from)!.Payload;

    private sealed class Battery(int millivolts, bool isOnUsb = false) : IBattery
    {
        public bool IsOnUsb => isOnUsb;

        public int Millivolts() => millivolts;
    }
}
