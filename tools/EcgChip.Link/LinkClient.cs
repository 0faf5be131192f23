using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Link;

/// <summary>
/// The desktop's side of the link: asks a device, and asks again when nothing comes back, for a line loses bytes. Every request may arrive twice; the
/// device does it once.
/// </summary>
public sealed class LinkClient : IDisposable
{
    private const int Tries = 6;
    private const int HelloBytes = 31;
    private const int UnknownMillivolts = 0xFFFF;
    private const int KeySetFlag = 2;
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMilliseconds(700);

    private readonly ILinkTransport _transport;
    private readonly TimeSpan _patience;
    private readonly byte[] _frame = new byte[LinkFormat.LargestFrame];
    private readonly byte[] _received = new byte[LinkFormat.LargestOnWire];
    private readonly FrameReader _reader;
    private int _request = Random.Shared.Next(LinkFormat.LastRequest);

    /// <summary>A client over a transport, which it disposes of with itself.</summary>
    /// <param name="transport">What carries the bytes.</param>
    /// <param name="patience">How long to wait for an answer before asking again; 0.7 s where not given.</param>
    public LinkClient(ILinkTransport transport, TimeSpan? patience = null)
    {
        _transport = transport;
        _patience = patience ?? UsualPatience;
        _reader = new FrameReader(_frame);
    }

    /// <summary>Where the link leads.</summary>
    public string Name => _transport.Name;

    /// <summary>Asks who is there.</summary>
    /// <exception cref="LinkException">Nobody answers, or the device is busy.</exception>
    public DeviceHello Hello(CancellationToken cancellation = default)
    {
        byte[] told = Ask(LinkVerb.Hello, [], cancellation);
        if (told.Length < HelloBytes)
        {
            throw Strange();
        }

        ReadOnlySpan<byte> at = told;
        int battery = BinaryPrimitives.ReadUInt16LittleEndian(at[20..]);
        int records = BinaryPrimitives.ReadInt32LittleEndian(at[22..]);
        return new DeviceHello
        {
            DeviceId = DeviceSettings.NotZero(BinaryPrimitives.ReadInt64LittleEndian(at)),
            Firmware = new Version(at[8], at[9], at[10]),
            HasKey = (at[11] & KeySetFlag) != 0,
            Clock = DeviceSettings.Time(BinaryPrimitives.ReadInt64LittleEndian(at[12..])),
            BatteryMillivolts = battery == UnknownMillivolts ? null : battery,
            Records = records < 0 ? null : records,
            Models = Models(at[30..]),
        };
    }

    /// <summary>Sets a device, and returns what it is set to then.</summary>
    /// <exception cref="LinkException">Nobody answers, or the device refuses; nothing was set then.</exception>
    public DeviceSettings Set(WantedSettings wanted, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return DeviceSettings.Read(Ask(LinkVerb.Set, wanted.Payload(), cancellation)) ?? throw Strange();
    }

    /// <summary>Starts a self-test; where one runs already, that one goes on.</summary>
    /// <exception cref="LinkException">Nobody answers, or the device is busy.</exception>
    public SelfTestProgress StartSelfTest(CancellationToken cancellation = default) => Progress(Ask(LinkVerb.SelfTest, [SelfTestAction.Start], cancellation));

    /// <summary>Asks how far the self-test is.</summary>
    /// <param name="from">The line from which on lines are wanted.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="LinkException">Nobody answers.</exception>
    public SelfTestProgress PollSelfTest(int from, CancellationToken cancellation = default) =>
        Progress(Ask(LinkVerb.SelfTest, [SelfTestAction.Poll, (byte)from], cancellation));

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private byte[] Ask(int verb, byte[] payload, CancellationToken cancellation)
    {
        _request = (_request + 1) & LinkFormat.LastRequest;
        byte[] wire = Frame(verb, payload);
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            _transport.Write(wire, wire.Length);
            if (Answer(verb, cancellation) is { } answer)
            {
                return answer;
            }
        }

        throw new LinkException(
            $"No EcgChip answers on {Name}: see that the device is switched on and shows its screen, that this is the link's port and not the one that it is flashed by, and that the cable is in.",
            LinkFault.NoAnswer);
    }

    private byte[] Frame(int verb, byte[] payload)
    {
        FrameWriter writer = new(new byte[LinkFormat.LargestFrame]);
        writer.Begin(verb, FrameKind.Request, _request);
        writer.PutBytes(payload, 0, payload.Length);
        while (!writer.Seal())
        {
        }

        byte[] wire = new byte[LinkFormat.LargestOnWire];
        return wire[..writer.Read(wire, 0, wire.Length)];
    }

    // What answers another request, one that was given up perhaps, is passed by.
    private byte[]? Answer(int verb, CancellationToken cancellation)
    {
        Stopwatch waited = Stopwatch.StartNew();
        TimeSpan left;
        while ((left = _patience - waited.Elapsed) > TimeSpan.Zero)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = _transport.Read(_received, left);
            for (int at = 0; at < count;)
            {
                at += _reader.Take(_received, at, count - at);
                if (_reader.HasFrame && _reader.Request == _request && _reader.Kind != FrameKind.Request)
                {
                    byte[] payload = _frame[LinkFormat.HeaderBytes..(LinkFormat.HeaderBytes + _reader.PayloadLength)];
                    return _reader.Kind == FrameKind.Answer && _reader.Version == LinkFormat.Version && _reader.Verb == verb ? payload : throw Refusal(payload);
                }
            }
        }

        return null;
    }

    private LinkException Refusal(byte[] payload)
    {
        if (_reader.Kind != FrameKind.Refusal || payload.Length < 2)
        {
            return Strange();
        }

        return payload[0] switch
        {
            LinkRefusal.Busy => new LinkException($"The device on {Name} records: wait until it shows the result, and ask again.", LinkFault.Busy),
            LinkRefusal.UnknownVersion => Refused($"speaks version {payload[1]} of the link, and this program {LinkFormat.Version}: update the older of the two"),
            LinkRefusal.UnknownVerb => Refused($"does not know request {payload[1]}: flash newer firmware"),
            LinkRefusal.ImpossibleValue => Refused($"does not take the value of setting {payload[1]}: give another"),
            LinkRefusal.StorageFailed => Refused("could not keep the settings in its flash: run its self-test"),
            _ => Refused($"does not understand the request (reason {payload[0]}, {payload[1]}): update the older of the two"),
        };
    }

    private LinkException Refused(string what) => new($"The device on {Name} {what}.", LinkFault.Refused);

    private LinkException Strange() => new($"What answers on {Name} is no EcgChip that this program knows: update the older of the two.", LinkFault.Refused);

    private List<DeviceModel> Models(ReadOnlySpan<byte> at)
    {
        List<DeviceModel> models = [];
        int count = at[0];
        at = at[1..];
        for (int i = 0; i < count; i++)
        {
            if (at.Length < 2 || at.Length < 2 + at[1] + ModelReference.HashBytes)
            {
                throw Strange();
            }

            string role = (ModelRole)at[0] switch
            {
                ModelRole.Live => "live",
                ModelRole.Representative => "representative",
                ModelRole.Infarction => "infarction",
                _ => "other",
            };
            ReadOnlySpan<byte> hash = at.Slice(2 + at[1], ModelReference.HashBytes);
            models.Add(new DeviceModel(role, Encoding.ASCII.GetString(at.Slice(2, at[1])), Convert.ToHexStringLower(hash)));
            at = at[(2 + at[1] + ModelReference.HashBytes)..];
        }

        return models;
    }

    private SelfTestProgress Progress(byte[] told)
    {
        const int head = 3;
        if (told.Length < head)
        {
            throw Strange();
        }

        SelfTestLines lines = new(LinkFormat.LargestPayload);
        for (int at = head; at < told.Length;)
        {
            int before = lines.Length;
            if (!lines.Append(told, at, told.Length - at, 1))
            {
                throw Strange();
            }

            at += lines.Length - before;
        }

        return new SelfTestProgress(told[0], told[1], told[2], [.. Enumerable.Range(0, lines.Count).Select(line => Line(lines, line))]);
    }

    private static TestLine Line(SelfTestLines lines, int line)
    {
        string? unit = lines.Unit(line) switch
        {
            SelfTestUnit.Microseconds => "us",
            SelfTestUnit.Millivolts => "mV",
            SelfTestUnit.Mips => "MIPS",
            _ => null,
        };
        LineVerdict verdict = (LineVerdict)lines.Verdict(line);
        bool measured = unit is not null && verdict != LineVerdict.NotThere;
        int least = lines.Least(line);
        int most = lines.Most(line);
        return new TestLine(
            lines.Name(line), verdict, measured ? lines.Value(line) : null, unit, least == SelfTestLines.NoLeast ? null : least,
            most == SelfTestLines.NoMost ? null : most);
    }
}
