using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats.Sealing;
using EcgChip.Link;
using EcgChip.Records;
using EcgChip.Records.Link;
using EcgChip.Records.Tests;

namespace EcgChip.Device.Tests.Link;

/// <summary>A device with a key and a log in memory, and a desktop that can open a session with it.</summary>
internal sealed class SessionRig
{
    private const int SegmentBytes = 2000;
    private const int PageBytes = 128;
    public const long Id = 0x0123456789ABCDEF;

    private readonly Random random = new(7);
    private ushort request = 30_000;

    public SessionRig()
    {
        Key = [.. Enumerable.Range(1, DeviceKeys.Bytes).Select(i => (byte)(i * 7))];
        Rig.Ask(LinkVerb.Set, [.. LinkServerTests.IdField(Id), .. LinkServerTests.KeyField(Key)]);
        Log = new RecordLog(Flash, SegmentBytes, PageBytes);
        Log.Open(LogCheck.NewestPayloads);
        while (!Log.Step())
        {
        }

        Rig.Server.Log = Log;
    }

    public LinkRig Rig { get; } = new();

    public MemorySegmentStore Flash { get; } = new();

    public RecordLog Log { get; }

    public byte[] Key { get; }

    public byte[] LinkKey => DeviceKeys.Link(Key);

    public LinkSession? Session { get; private set; }

    public Dictionary<int, byte[]> Stored { get; } = [];

    /// <summary>The frame that was sent last, as it stood on the wire.</summary>
    public byte[] LastSent { get; private set; } = [];

    public int AddRecord(int bytes)
    {
        byte[] record = new byte[bytes];
        random.NextBytes(record);
        Assert.Equal(LogStatus.Ok, Log.BeginAppend(bytes));
        Assert.Equal(LogStatus.Ok, Log.Write(record, 0, bytes));
        Assert.Equal(LogStatus.Ok, Log.Commit());
        Stored.Add(Log.NextSequence - 1, record);
        return Log.NextSequence - 1;
    }

    /// <summary>Everything that a frame which is refused must leave as it is.</summary>
    public (int Settings, int Unsynced, int Next, int Bytes, int Deletes, bool SelfTest, int Records) State() =>
        (Rig.Settings.Changes, Log.UnsyncedCount, Log.NextSequence, Flash.TotalBytes, Flash.Deletes, Rig.Server.SelfTestWanted, Log.RecordCount);

    /// <summary>Opens a session with a key.</summary>
    /// <returns>What the device said to the desktop's proof; what it said to the opening where it did not come to that.</returns>
    public Reply Open(byte[]? linkKey = null)
    {
        LinkSession session = new(linkKey ?? LinkKey);
        Reply opened = Exchange(LinkVerb.Open, session.Opening());
        if (opened.Kind != FrameKind.Answer || session.Prove(opened.Payload) is not byte[] proof)
        {
            return opened;
        }

        Reply proved = Exchange(LinkVerb.Prove, proof);
        Session = proved.Kind == FrameKind.Answer ? session : Session;
        return proved;
    }

    /// <summary>Asks within the session.</summary>
    public (int Kind, byte[] Payload) Ask(int verb, params byte[] payload)
    {
        Reply reply = Exchange(LinkVerb.Sealed, Session!.Cover(request + 1, verb, payload));
        Assert.Equal(FrameKind.Answer, reply.Kind);
        (int Verb, int Kind, byte[] Payload)? uncovered = Session.Uncover(reply.Request, reply.Payload);
        Assert.Equal(verb, uncovered!.Value.Verb);
        return (uncovered.Value.Kind, uncovered.Value.Payload);
    }

    /// <summary>Sends a request as it is.</summary>
    public Reply Exchange(int verb, byte[] payload)
    {
        request++;
        LastSent = LinkRig.Frame(LinkFormat.Version, verb, FrameKind.Request, request, payload);
        return Rig.Exchange(LastSent)!;
    }

    /// <summary>Number of the request that is sent next.</summary>
    public int NextRequest => request + 1;
}
