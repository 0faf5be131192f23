using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Link;
using EcgChip.Device.Seams;
using EcgChip.Device.Tests.Rig;
using EcgChip.Records.Link;

namespace EcgChip.Device.Tests.Link;

/// <summary>The device's side of the link with a test at the other end, and settings that count what is done to them.</summary>
internal sealed class LinkRig : ILink
{
    private readonly Queue<byte> toDevice = new();
    private readonly List<byte> fromDevice = [];
    private ushort request;

    public LinkRig() => Server = new LinkServer(this, Clock, Settings);

    public FakeClock Clock { get; } = new(0, 0);

    public CountedSettings Settings { get; } = new();

    public LinkServer Server { get; }

    public bool Busy { get; set; }

    /// <summary>Called between two slices of the device; null for nothing.</summary>
    public Action? BetweenSteps { get; set; }

    /// <summary>The longest that the device was asked to send at once.</summary>
    public int LongestWrite { get; private set; }

    /// <summary>Sends a request of this version and returns what came back: one frame, or null for none.</summary>
    public Reply? Ask(int verb, params byte[] payload) => Exchange([.. Request(verb, payload)]);

    /// <summary>The bytes of a request on the wire.</summary>
    public byte[] Request(int verb, params byte[] payload)
    {
        request++;
        return Frame(LinkFormat.Version, verb, FrameKind.Request, request, payload);
    }

    /// <summary>The bytes of any frame on the wire.</summary>
    public static byte[] Frame(int version, int verb, int kind, int request, byte[] payload)
    {
        byte[] buffer = new byte[LinkFormat.LargestFrame];
        FrameWriter writer = new(buffer);
        writer.Begin(verb, kind, request);
        buffer[0] = (byte)version;
        writer.PutBytes(payload, 0, payload.Length);
        while (!writer.Seal())
        {
        }

        byte[] wire = new byte[LinkFormat.LargestOnWire + 1];
        return wire[..writer.Read(wire, 0, wire.Length)];
    }

    /// <summary>Sends bytes, lets the device work until it has nothing more to do, and returns the one frame that came back.</summary>
    public Reply? Exchange(byte[] bytes) => ExchangeAll(bytes).SingleOrDefault();

    /// <summary>The same, for any number of frames.</summary>
    public List<Reply> ExchangeAll(byte[] bytes)
    {
        foreach (byte each in bytes)
        {
            toDevice.Enqueue(each);
        }

        for (int step = 0; Server.Step(Busy); step++)
        {
            Assert.True(step < 10_000 + (100 * bytes.Length), "The device does not come to an end.");
            BetweenSteps?.Invoke();
        }

        List<Reply> replies = Reply.Read([.. fromDevice]);
        fromDevice.Clear();
        return replies;
    }

    int ILink.Read(byte[] buffer, int offset, int count)
    {
        int given = 0;
        while (given < count && toDevice.TryDequeue(out byte next))
        {
            buffer[offset + given++] = next;
        }

        return given;
    }

    void ILink.Write(byte[] buffer, int offset, int count)
    {
        LongestWrite = Math.Max(LongestWrite, count);
        fromDevice.AddRange(buffer.AsSpan(offset, count));
    }
}

/// <summary>A frame that the device sent.</summary>
internal sealed record Reply(int Version, int Verb, int Kind, int Request, byte[] Payload)
{
    /// <summary>A refusal's reason and what tells more.</summary>
    public (int Why, int Detail) Refused => (Assert.IsType<int>(Kind == FrameKind.Refusal ? Payload[0] : -1), Payload[1]);

    /// <summary>Every frame in a stream.</summary>
    public static List<Reply> Read(byte[] stream)
    {
        byte[] frame = new byte[LinkFormat.LargestFrame];
        FrameReader reader = new(frame);
        List<Reply> found = [];
        for (int at = 0; at < stream.Length;)
        {
            at += reader.Take(stream, at, stream.Length - at);
            if (reader.HasFrame)
            {
                found.Add(new Reply(
                    reader.Version, reader.Verb, reader.Kind, reader.Request, frame.AsSpan(LinkFormat.HeaderBytes, reader.PayloadLength).ToArray()));
            }
        }

        return found;
    }
}

/// <summary>Settings that can fail to be kept, and say how often anything was done to them.</summary>
internal sealed class CountedSettings : IDeviceSettings
{
    private readonly HeldSettings held = new();

    public int Changes { get; private set; }

    public bool FlashFails { get; set; }

    public byte[]? Key { get; private set; }

    public long DeviceId => held.DeviceId;

    public bool HasKey => held.HasKey;

    public int MainsHz => held.MainsHz;

    public int RecordingSeconds => held.RecordingSeconds;

    public int Language => held.Language;

    public int Languages => held.Languages;

    public int Brightness => held.Brightness;

    public bool Save(SettingsChange change)
    {
        if (FlashFails)
        {
            return false;
        }

        Changes++;
        Key = change.Has(LinkSetting.Key) ? change.Key : Key;
        return held.Save(change);
    }

    public bool ReadKey(byte[] key) => held.ReadKey(key);

    public void SetClock(long unixMs, long monotonicUs)
    {
        Changes++;
        held.SetClock(unixMs, monotonicUs);
    }

    public long ClockUnixMs(long monotonicUs) => held.ClockUnixMs(monotonicUs);
}
