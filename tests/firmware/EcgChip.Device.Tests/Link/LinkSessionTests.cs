using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats.Sealing;
using EcgChip.Link;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Tests.Link;

/// <summary>A session with the device: who gets one, what is refused in it, and records over it.</summary>
public sealed class LinkSessionTests
{
    [Fact]
    public void Who_has_the_link_key_gets_a_session_in_which_everything_can_be_asked()
    {
        SessionRig rig = new();
        Reply proved = rig.Open();
        Assert.Equal((FrameKind.Answer, 0), (proved.Kind, proved.Payload.Length));
        Assert.Equal(SessionRig.Id, rig.Session!.DeviceId);
        (int kind, byte[] hello) = rig.Ask(LinkVerb.Hello);
        Assert.Equal(FrameKind.Answer, kind);
        Assert.Equal(SessionRig.Id, BinaryPrimitives.ReadInt64LittleEndian(hello));
        Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.Set, LinkSetting.Mains, 1, 60).Kind);
        Assert.Equal(60, rig.Rig.Settings.MainsHz);
        Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.SelfTest, SelfTestAction.Start).Kind);
        Assert.True(rig.Rig.Server.SelfTestWanted);
    }

    [Fact]
    public void The_devices_proof_means_nothing_with_another_key_and_the_desktops_is_refused()
    {
        SessionRig rig = new();
        byte[] another = new byte[32];
        LinkSession foreign = new(another);
        Reply opened = rig.Exchange(LinkVerb.Open, foreign.Opening());
        Assert.Null(foreign.Prove(opened.Payload));
        Assert.Equal((LinkRefusal.NotGenuine, 0), rig.Exchange(LinkVerb.Prove, new byte[32]).Refused);

        // Nothing of it keeps the right one out.
        Assert.Equal(FrameKind.Answer, rig.Open().Kind);
    }

    [Fact]
    public void A_proof_counts_once_so_that_what_was_recorded_of_a_session_opens_none()
    {
        SessionRig rig = new();
        LinkSession session = new(rig.LinkKey);
        rig.Exchange(LinkVerb.Open, session.Opening());
        byte[] opening = rig.LastSent;
        Reply opened = rig.Exchange(LinkVerb.Open, session.Opening());
        byte[] proof = session.Prove(opened.Payload)!;
        Assert.Equal(FrameKind.Answer, rig.Exchange(LinkVerb.Prove, proof).Kind);
        Assert.Equal((LinkRefusal.NotGenuine, 0), rig.Exchange(LinkVerb.Prove, proof).Refused);

        // The same nonce again gets another one of the device's.
        Reply again = Assert.Single(rig.Rig.ExchangeAll(opening));
        Assert.NotEqual(opened.Payload[8..24], again.Payload[8..24]);
        Assert.Equal((LinkRefusal.NotGenuine, 0), rig.Exchange(LinkVerb.Prove, proof).Refused);
    }

    [Fact]
    public void A_frame_that_was_there_before_is_refused_and_the_session_goes_on()
    {
        SessionRig rig = new();
        rig.Open();
        int sequence = rig.AddRecord(100);
        rig.Ask(LinkVerb.Acknowledge, BitConverter.GetBytes(sequence));
        byte[] replay = rig.LastSent;
        var state = rig.State();
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal((LinkRefusal.NotGenuine, 1), Assert.Single(rig.Rig.ExchangeAll(replay)).Refused);
        }

        Assert.Equal(state, rig.State());
        Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.Hello).Kind);
        Assert.Equal((LinkRefusal.NotGenuine, 1), Assert.Single(rig.Rig.ExchangeAll(replay)).Refused);
    }

    [Fact]
    public void A_whole_recorded_session_played_again_is_refused_from_its_first_sealed_frame_on()
    {
        SessionRig rig = new();
        List<byte[]> recorded = [];
        rig.AddRecord(500);
        LinkSession session = new(rig.LinkKey);
        Reply opened = rig.Exchange(LinkVerb.Open, session.Opening());
        recorded.Add(rig.LastSent);
        rig.Exchange(LinkVerb.Prove, session.Prove(opened.Payload)!);
        recorded.Add(rig.LastSent);
        foreach (byte[] sealedFrame in new[] { session.Cover(rig.NextRequest, LinkVerb.Set, [LinkSetting.Mains, 1, 60]) })
        {
            Assert.Equal(FrameKind.Answer, rig.Exchange(LinkVerb.Sealed, sealedFrame).Kind);
            recorded.Add(rig.LastSent);
        }

        rig.Open();
        rig.Ask(LinkVerb.Set, LinkSetting.Mains, 1, 50);
        var state = rig.State();
        Assert.Equal(FrameKind.Answer, Assert.Single(rig.Rig.ExchangeAll(recorded[0])).Kind);
        Assert.Equal(LinkRefusal.NotGenuine, Assert.Single(rig.Rig.ExchangeAll(recorded[1])).Refused.Why);
        Assert.Equal((LinkRefusal.NotGenuine, 0), Assert.Single(rig.Rig.ExchangeAll(recorded[2])).Refused);
        Assert.Equal(state, rig.State());
        Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.Hello).Kind);
    }

    [Fact]
    public void Every_bit_of_a_sealed_frame_counts()
    {
        SessionRig rig = new();
        rig.Open();
        byte[] payload = rig.Session!.Cover(rig.NextRequest, LinkVerb.Set, [LinkSetting.Mains, 1, 60]);
        int number = rig.NextRequest;
        var state = rig.State();
        for (int bit = 0; bit < payload.Length * 8; bit++)
        {
            byte[] altered = [.. payload];
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Reply reply = Assert.Single(rig.Rig.ExchangeAll(LinkRig.Frame(LinkFormat.Version, LinkVerb.Sealed, FrameKind.Request, number, altered)));
            Assert.Equal((LinkRefusal.NotGenuine, 0), reply.Refused);
        }

        // Under another number, of another kind, shorter: neither.
        Assert.Equal((LinkRefusal.NotGenuine, 0), Assert.Single(rig.Rig.ExchangeAll(LinkRig.Frame(LinkFormat.Version, LinkVerb.Sealed, FrameKind.Request, number + 1, payload))).Refused);
        Assert.Empty(rig.Rig.ExchangeAll(LinkRig.Frame(LinkFormat.Version, LinkVerb.Sealed, FrameKind.Answer, number, payload)));
        for (int length = 0; length < payload.Length; length++)
        {
            Assert.Equal(FrameKind.Refusal, Assert.Single(rig.Rig.ExchangeAll(LinkRig.Frame(LinkFormat.Version, LinkVerb.Sealed, FrameKind.Request, number, payload[..length]))).Kind);
        }

        Assert.Equal(state, rig.State());
        Assert.Equal(FrameKind.Answer, Assert.Single(rig.Rig.ExchangeAll(LinkRig.Frame(LinkFormat.Version, LinkVerb.Sealed, FrameKind.Request, number, payload))).Kind);
        Assert.Equal(60, rig.Rig.Settings.MainsHz);
    }

    [Fact]
    public void An_answer_sent_back_to_the_device_is_no_request()
    {
        SessionRig rig = new();
        rig.Open();
        Reply reply = rig.Exchange(LinkVerb.Sealed, rig.Session!.Cover(rig.NextRequest, LinkVerb.Hello, []));
        Reply reflected = Assert.Single(rig.Rig.ExchangeAll(LinkRig.Frame(LinkFormat.Version, LinkVerb.Sealed, FrameKind.Request, reply.Request, reply.Payload)));
        Assert.Equal((LinkRefusal.NotGenuine, 0), reflected.Refused);
    }

    [Fact]
    public void Without_a_session_records_are_not_told_of_and_settings_only_to_whoever_brings_the_key()
    {
        SessionRig rig = new();
        rig.AddRecord(100);
        var state = rig.State();
        foreach (int verb in new[] { LinkVerb.List, LinkVerb.Get, LinkVerb.Acknowledge, LinkVerb.Close, LinkVerb.Sealed })
        {
            Assert.Equal((LinkRefusal.NeedsSession, 0), rig.Exchange(verb, BitConverter.GetBytes(1)).Refused);
        }

        byte[] another = [.. rig.Key.Reverse()];
        Assert.Equal((LinkRefusal.NeedsSession, 0), rig.Exchange(LinkVerb.Set, LinkServerTests.IdField(5)).Refused);
        Assert.Equal((LinkRefusal.NeedsSession, 0), rig.Exchange(LinkVerb.Set, LinkServerTests.ClockField(LinkSetting.EarliestClock)).Refused);
        Assert.Equal((LinkRefusal.NeedsSession, 0), rig.Exchange(LinkVerb.Set, LinkServerTests.KeyField(another)).Refused);
        Assert.Equal(state, rig.State());
        Assert.Equal(FrameKind.Answer, rig.Exchange(LinkVerb.Set, []).Kind);
        Assert.Equal(FrameKind.Answer, rig.Exchange(LinkVerb.Hello, []).Kind);
        Assert.Equal(FrameKind.Answer, rig.Exchange(LinkVerb.SelfTest, [SelfTestAction.Poll, 0]).Kind);
        Assert.Equal(FrameKind.Answer, rig.Exchange(LinkVerb.Set, [.. LinkServerTests.IdField(9), .. LinkServerTests.KeyField(rig.Key)]).Kind);
        Assert.Equal(9, rig.Rig.Settings.DeviceId);
    }

    [Fact]
    public void On_a_line_that_is_open_to_others_only_hello_is_answered_without_a_session()
    {
        SessionRig rig = new();
        rig.Rig.Server.IsOpenToOthers = true;
        Assert.Equal(FrameKind.Answer, rig.Exchange(LinkVerb.Hello, []).Kind);
        Assert.Equal((LinkRefusal.NeedsSession, 0), rig.Exchange(LinkVerb.Set, []).Refused);
        Assert.Equal((LinkRefusal.NeedsSession, 0), rig.Exchange(LinkVerb.SelfTest, [SelfTestAction.Start]).Refused);
        Assert.False(rig.Rig.Server.SelfTestWanted);
        rig.Open();
        Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.SelfTest, SelfTestAction.Start).Kind);
    }

    [Fact]
    public void A_device_without_a_key_opens_no_session_and_says_why()
    {
        LinkRig rig = new();
        Assert.Equal((LinkRefusal.NeedsSession, 1), rig.Ask(LinkVerb.Open, new LinkSession(new byte[32]).Opening())!.Refused);
        Assert.Equal((LinkRefusal.NeedsSession, 1), rig.Ask(LinkVerb.Get, new byte[10])!.Refused);
    }

    [Fact]
    public void Another_version_of_the_handshake_or_another_form_is_refused()
    {
        SessionRig rig = new();
        byte[] opening = new LinkSession(rig.LinkKey).Opening();
        opening[0] = 2;
        Assert.Equal((LinkRefusal.UnknownVersion, SessionFormat.Version), rig.Exchange(LinkVerb.Open, opening).Refused);
        Assert.Equal((LinkRefusal.Malformed, 0), rig.Exchange(LinkVerb.Open, opening[..16]).Refused);
        Assert.Equal((LinkRefusal.Malformed, 0), rig.Exchange(LinkVerb.Prove, [1]).Refused);
    }

    [Fact]
    public void Within_a_session_what_makes_no_sense_is_refused_under_its_seal_and_changes_nothing()
    {
        SessionRig rig = new();
        rig.Open();
        rig.AddRecord(100);
        var state = rig.State();
        (int Verb, byte[] Payload, int Why, int Detail)[] refused =
        [
            (LinkVerb.Open, new byte[17], LinkRefusal.UnknownVerb, LinkVerb.Open), (LinkVerb.Sealed, [], LinkRefusal.UnknownVerb, LinkVerb.Sealed),
            (99, [], LinkRefusal.UnknownVerb, 99), (LinkVerb.List, [1], LinkRefusal.Malformed, 0), (LinkVerb.Get, new byte[9], LinkRefusal.Malformed, 0),
            (LinkVerb.Acknowledge, [], LinkRefusal.Malformed, 0), (LinkVerb.Close, [1], LinkRefusal.Malformed, 0),
            (LinkVerb.Acknowledge, BitConverter.GetBytes(2), LinkRefusal.NoRecord, 0), (LinkVerb.Acknowledge, BitConverter.GetBytes(0), LinkRefusal.NoRecord, 0),
            (LinkVerb.Acknowledge, BitConverter.GetBytes(-1), LinkRefusal.NoRecord, 0), (LinkVerb.Get, Piece(2, 0), LinkRefusal.NoRecord, 0),
            (LinkVerb.Get, Piece(1, -1), LinkRefusal.NoRecord, 0), (LinkVerb.Get, Piece(1, 140), LinkRefusal.NoRecord, 0),
            (LinkVerb.Get, Piece(1, int.MaxValue), LinkRefusal.NoRecord, 0),
        ];
        foreach ((int verb, byte[] payload, int why, int detail) in refused)
        {
            (int kind, byte[] told) = rig.Ask(verb, payload);
            Assert.Equal((FrameKind.Refusal, why, detail), (kind, told[0], told[1]));
        }

        Assert.Equal(state, rig.State());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(222)]
    [InlineData(223)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(512)]
    [InlineData(1999)]
    public void A_record_comes_in_pieces_from_any_place_on_with_the_seal_that_the_desktop_makes_of_it(int bytes)
    {
        SessionRig rig = new();
        rig.AddRecord(50);
        int sequence = rig.AddRecord(bytes);
        rig.Open();
        byte[] whole = [.. rig.Stored[sequence], .. RecordSeal.Make(DeviceKeys.Record(rig.Key), SessionRig.Id, sequence, rig.Stored[sequence])];
        Random random = new(bytes);
        for (int i = 0; i < 40; i++)
        {
            int from = i == 0 ? whole.Length - 1 : random.Next(whole.Length);
            int most = random.Next(1, 300);
            (int kind, byte[] piece) = rig.Ask(LinkVerb.Get, Piece(sequence, from, most));
            Assert.Equal(FrameKind.Answer, kind);
            Assert.Equal((sequence, from, whole.Length), (BitConverter.ToInt32(piece), BitConverter.ToInt32(piece, 4), BitConverter.ToInt32(piece, 8)));
            int expected = Math.Min(Math.Min(most, SessionFormat.LargestPiece), whole.Length - from);
            Assert.Equal(whole.AsSpan(from, expected), piece.AsSpan(12));
        }
    }

    [Fact]
    public void A_list_has_what_is_not_acknowledged_and_says_whether_there_is_more()
    {
        SessionRig rig = new();
        for (int i = 0; i < 20; i++)
        {
            rig.AddRecord(10 + i);
        }

        rig.Open();
        rig.Ask(LinkVerb.Acknowledge, BitConverter.GetBytes(3));
        byte[] first = rig.Ask(LinkVerb.List, BitConverter.GetBytes(0)).Payload;
        Assert.Equal((1, 1 + (16 * 8)), (first[0], first.Length));
        Assert.Equal([1, 2, 4, 5], Enumerable.Range(0, 4).Select(i => BitConverter.ToInt32(first, 1 + (8 * i))));
        Assert.Equal(10 + RecordSeal.Bytes, BitConverter.ToInt32(first, 5));
        byte[] second = rig.Ask(LinkVerb.List, BitConverter.GetBytes(17)).Payload;
        Assert.Equal((0, 1 + (3 * 8)), (second[0], second.Length));
        Assert.Equal([0], rig.Ask(LinkVerb.List, BitConverter.GetBytes(20)).Payload);
        Assert.Equal([0], rig.Ask(LinkVerb.List, BitConverter.GetBytes(int.MaxValue)).Payload);
    }

    [Fact]
    public void A_record_is_freed_only_behind_its_acknowledgement_and_can_be_acknowledged_again_when_it_is_gone()
    {
        SessionRig rig = new();
        for (int i = 0; i < 6; i++)
        {
            rig.AddRecord(900);
        }

        rig.Open();
        rig.Ask(LinkVerb.Close);
        Assert.Equal(0, rig.Flash.Deletes);
        rig.Open();
        foreach (int sequence in new[] { 1, 2, 4 })
        {
            Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.Acknowledge, BitConverter.GetBytes(sequence)).Kind);
        }

        rig.Ask(LinkVerb.Close);
        rig.Open();
        (int kind, byte[] gone) = rig.Ask(LinkVerb.Get, Piece(1, 0));
        Assert.Equal((FrameKind.Refusal, LinkRefusal.NoRecord, 1), (kind, gone[0], gone[1]));
        Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.Acknowledge, BitConverter.GetBytes(1)).Kind);
        foreach (int sequence in new[] { 3, 5, 6 })
        {
            Assert.Equal(rig.Stored[sequence][..222], rig.Ask(LinkVerb.Get, Piece(sequence, 0)).Payload[12..]);
        }
    }

    [Fact]
    public void Another_job_that_uses_the_log_in_the_middle_changes_nothing_of_what_is_answered()
    {
        SessionRig rig = new();
        for (int i = 0; i < 12; i++)
        {
            rig.AddRecord(300 + i);
        }

        rig.Open();
        int disturbed = 0;
        LogListing? listing = null;
        Random random = new(3);
        rig.Rig.BetweenSteps = () =>
        {
            // As a health worker who looks at the history: the listing goes before the link until it is done.
            if (random.Next(6) == 0)
            {
                listing = new LogListing(rig.Log);
                listing.Begin(new int[8], new int[8], new int[8], new int[8]);
                while (!listing.Step())
                {
                }

                disturbed++;
            }
        };
        for (int sequence = 1; sequence <= 12; sequence++)
        {
            byte[] whole = [.. rig.Stored[sequence], .. RecordSeal.Make(DeviceKeys.Record(rig.Key), SessionRig.Id, sequence, rig.Stored[sequence])];
            for (int from = 0; from < whole.Length; from += 222)
            {
                Assert.Equal(whole[from..Math.Min(whole.Length, from + 222)], rig.Ask(LinkVerb.Get, Piece(sequence, from)).Payload[12..]);
            }

            byte[] listed = rig.Ask(LinkVerb.List, BitConverter.GetBytes(sequence - 1)).Payload;
            Assert.Equal(Enumerable.Range(sequence, 13 - sequence), Enumerable.Range(0, (listed.Length - 1) / 8).Select(i => BitConverter.ToInt32(listed, 1 + (8 * i))));
            if (sequence % 3 == 0)
            {
                Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.Acknowledge, BitConverter.GetBytes(sequence)).Kind);
            }
        }

        rig.Ask(LinkVerb.Close);
        Assert.True(disturbed > 50, $"{disturbed}");
        Assert.Equal(8, rig.Log.UnsyncedCount);
        rig.Rig.BetweenSteps = null;
        rig.Open();
        Assert.Equal(8 * 8, rig.Ask(LinkVerb.List, BitConverter.GetBytes(0)).Payload.Length - 1);
    }

    [Fact]
    public void A_recording_ends_the_session_and_what_belongs_to_it_at_once()
    {
        SessionRig rig = new();
        rig.AddRecord(400);
        rig.Open();
        rig.Ask(LinkVerb.List, BitConverter.GetBytes(0));
        Assert.True(rig.Rig.Server.IsSyncing);
        rig.Rig.Busy = true;
        Assert.Equal((LinkRefusal.Busy, 0), rig.Exchange(LinkVerb.Sealed, rig.Session!.Cover(rig.NextRequest, LinkVerb.Hello, [])).Refused);
        Assert.False(rig.Rig.Server.IsSyncing);
        rig.Rig.Busy = false;
        Assert.Equal((LinkRefusal.NeedsSession, 0), rig.Exchange(LinkVerb.Sealed, rig.Session!.Cover(rig.NextRequest, LinkVerb.Hello, [])).Refused);
        Assert.Equal(FrameKind.Answer, rig.Open().Kind);
    }

    [Fact]
    public void How_far_a_sync_is_stands_there_for_the_screen()
    {
        SessionRig rig = new();
        for (int i = 0; i < 4; i++)
        {
            rig.AddRecord(20);
        }

        Assert.Equal((false, 0), (rig.Rig.Server.IsSyncing, rig.Rig.Server.SyncPercent));
        rig.Open();
        Assert.False(rig.Rig.Server.IsSyncing);
        rig.Ask(LinkVerb.List, BitConverter.GetBytes(0));
        for (int sequence = 1; sequence <= 4; sequence++)
        {
            Assert.Equal((true, (sequence - 1) * 25), (rig.Rig.Server.IsSyncing, rig.Rig.Server.SyncPercent));
            rig.Ask(LinkVerb.Acknowledge, BitConverter.GetBytes(sequence));
        }

        Assert.Equal(100, rig.Rig.Server.SyncPercent);
        rig.Ask(LinkVerb.Close);
        Assert.Equal((false, 0), (rig.Rig.Server.IsSyncing, rig.Rig.Server.SyncPercent));
    }

    [Fact]
    public void A_session_in_which_nothing_is_asked_for_two_minutes_ends()
    {
        SessionRig rig = new();
        rig.Open();
        rig.Rig.Clock.Now += 119_000_000;
        rig.Rig.ExchangeAll([]);
        Assert.Equal(FrameKind.Answer, rig.Ask(LinkVerb.Hello).Kind);
        rig.Rig.Clock.Now += 121_000_000;
        rig.Rig.ExchangeAll([]);
        Assert.Equal((LinkRefusal.NeedsSession, 0), rig.Exchange(LinkVerb.Sealed, rig.Session!.Cover(rig.NextRequest, LinkVerb.Hello, [])).Refused);
    }

    [Fact]
    public void Nothing_of_the_key_or_of_a_record_stands_on_the_wire_in_the_clear()
    {
        SessionRig rig = new();
        int sequence = rig.AddRecord(200);
        rig.Open();
        Reply reply = rig.Exchange(LinkVerb.Sealed, rig.Session!.Cover(rig.NextRequest, LinkVerb.Get, Piece(sequence, 0)));
        Assert.Equal(-1, reply.Payload.AsSpan().IndexOf(rig.Stored[sequence].AsSpan(0, 4)));
        Reply again = rig.Exchange(LinkVerb.Sealed, rig.Session!.Cover(rig.NextRequest, LinkVerb.Get, Piece(sequence, 0)));
        Assert.NotEqual(reply.Payload[4..], again.Payload[4..]);
    }

    internal static byte[] Piece(int sequence, int from, int most = 1000) =>
        [.. BitConverter.GetBytes(sequence), .. BitConverter.GetBytes(from), .. BitConverter.GetBytes((short)most)];
}
