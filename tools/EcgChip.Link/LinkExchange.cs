using System;
using System.Diagnostics;
using System.Threading;
using EcgChip.Records.Link;

namespace EcgChip.Link;

/// <summary>
/// Requests and their answers, in the clear or within a session. What is lost is asked for again: in the clear with the same frame, within a session with a new one,
/// for a frame that was there before is refused there.
/// </summary>
internal sealed class LinkExchange : IDisposable
{
    private const int Tries = 6;
    private const int Openings = 4;
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMilliseconds(700);

    private readonly ILinkTransport _transport;
    private readonly TimeSpan _patience;
    private readonly byte[] _frame = new byte[LinkFormat.LargestFrame];
    private readonly byte[] _received = new byte[LinkFormat.LargestOnWire];
    private readonly FrameReader _reader;
    private int _request = Random.Shared.Next(LinkFormat.LastRequest);
    private byte[]? _linkKey;
    private LinkSession? _session;

    /// <summary>Over a transport, which it disposes of with itself.</summary>
    public LinkExchange(ILinkTransport transport, TimeSpan? patience)
    {
        _transport = transport;
        _patience = patience ?? UsualPatience;
        _reader = new FrameReader(_frame);
    }

    /// <summary>Where the link leads.</summary>
    public string Name => _transport.Name;

    /// <summary>Opens a session.</summary>
    /// <returns>The device's id.</returns>
    public long Open(ReadOnlySpan<byte> linkKey, CancellationToken cancellation)
    {
        _linkKey = linkKey.ToArray();
        return Open(cancellation);
    }

    /// <summary>There is no session any more.</summary>
    public void Forget() => (_session, _linkKey) = (null, null);

    /// <summary>Asks, within the session where there is one.</summary>
    /// <returns>The answer's payload.</returns>
    /// <exception cref="LinkException">Nobody answers, or the device refuses.</exception>
    public byte[] Ask(int verb, byte[] payload, CancellationToken cancellation)
    {
        if (_session is not null)
        {
            return AskSealed(verb, payload, cancellation);
        }

        Outcome outcome = AskInTheClear(verb, payload, cancellation);
        return outcome.Answer ?? throw Refusal(outcome.Why, outcome.Detail);
    }

    /// <summary>What answers is no device.</summary>
    public LinkException Strange() => new($"What answers on {Name} is no EcgChip that this program knows: update the older of the two.", LinkFault.Refused);

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private long Open(CancellationToken cancellation)
    {
        // A proof counts once: when its answer was lost, or somebody else has come between, all of it begins again.
        Outcome outcome = default;
        for (int opening = 0; opening < Openings; opening++)
        {
            _session = null;
            LinkSession session = new(_linkKey);
            outcome = AskInTheClear(LinkVerb.Open, session.Opening(), cancellation);
            if (outcome.Answer is null)
            {
                break;
            }

            byte[] proof = session.Prove(outcome.Answer) ?? throw WrongKey();
            outcome = AskInTheClear(LinkVerb.Prove, proof, cancellation);
            if (outcome.Answer is not null)
            {
                _session = session;
                return session.DeviceId;
            }

            if (outcome.Why != LinkRefusal.NotGenuine)
            {
                break;
            }
        }

        throw Refusal(outcome.Why, outcome.Detail);
    }

    private Outcome AskInTheClear(int verb, byte[] payload, CancellationToken cancellation)
    {
        _request = (_request + 1) & LinkFormat.LastRequest;
        byte[] wire = Frame(verb, payload);
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            _transport.Write(wire, wire.Length);
            if (Wait(verb, null, cancellation) is Outcome outcome)
            {
                return outcome;
            }
        }

        throw NoAnswer();
    }

    private byte[] AskSealed(int verb, byte[] payload, CancellationToken cancellation)
    {
        int openings = 0;
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            _request = (_request + 1) & LinkFormat.LastRequest;
            byte[] wire = Frame(LinkVerb.Sealed, _session!.Cover(_request, verb, payload));
            _transport.Write(wire, wire.Length);
            if (Wait(verb, _session, cancellation) is not Outcome outcome)
            {
                continue;
            }

            if (outcome.Answer is not null)
            {
                return outcome.Answer;
            }

            // These are not authenticated: they make the desktop ask again, and nothing more.
            bool lost = !outcome.IsGenuine && outcome.Why is LinkRefusal.NeedsSession or LinkRefusal.NotGenuine;
            if (!lost || openings == Openings)
            {
                throw Refusal(outcome.Why, outcome.Detail);
            }

            if (outcome.Why == LinkRefusal.NeedsSession || outcome.Detail == 0)
            {
                openings++;
                Open(cancellation);
            }
        }

        throw NoAnswer();
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

    // What answers another request, one that was given up perhaps, is passed by; so is what claims to be of the session and is not.
    private Outcome? Wait(int verb, LinkSession? session, CancellationToken cancellation)
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
                if (_reader.HasFrame && _reader.Request == _request && _reader.Kind != FrameKind.Request && Read(verb, session) is Outcome outcome)
                {
                    return outcome;
                }
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return null;
    }

    private Outcome? Read(int verb, LinkSession? session)
    {
        byte[] payload = _frame[LinkFormat.HeaderBytes..(LinkFormat.HeaderBytes + _reader.PayloadLength)];
        if (session is null || _reader.Kind == FrameKind.Refusal)
        {
            bool known = _reader.Kind == FrameKind.Refusal || (_reader.Version == LinkFormat.Version && _reader.Verb == verb);
            return known ? Outcome.Of(_reader.Kind, payload, false) ?? throw Strange() : throw Strange();
        }

        return session.Uncover(_request, payload) is { } uncovered && uncovered.Verb == verb ? Outcome.Of(uncovered.Kind, uncovered.Payload, true) : null;
    }

    private LinkException NoAnswer() => new(
        $"No EcgChip answers on {Name}: see that the device is switched on and shows its screen, that this is the link's port and not the one that it is flashed by, and that the cable is in.",
        LinkFault.NoAnswer);

    private LinkException WrongKey() => new(
        $"The device on {Name} has another key than the one given for it: use the key's file that 'ecgchip flash' wrote for it, or ask its hub.", LinkFault.WrongKey);

    private LinkException Refusal(int why, int detail) => why switch
    {
        LinkRefusal.Busy => new LinkException($"The device on {Name} records: wait until it shows the result, and ask again.", LinkFault.Busy),
        LinkRefusal.UnknownVersion => Refused($"speaks version {detail} of the link, and this program {LinkFormat.Version}: update the older of the two"),
        LinkRefusal.UnknownVerb => Refused($"does not know request {detail}: flash newer firmware"),
        LinkRefusal.ImpossibleValue => Refused($"does not take the value of setting {detail}: give another"),
        LinkRefusal.StorageFailed => Refused("could not read or write its flash: run its self-test"),
        LinkRefusal.NeedsSession when detail == 1 => new LinkException(
            $"The device on {Name} has no key yet: set it up with 'ecgchip flash' first.", LinkFault.WrongKey),
        LinkRefusal.NeedsSession => new LinkException(
            $"The device on {Name} has a key and takes this only from whoever has it too: use the key's file that 'ecgchip flash' wrote for it, or erase the whole board first as docs/flashing.md says.",
            LinkFault.WrongKey),
        LinkRefusal.NotGenuine => WrongKey(),
        LinkRefusal.NoRecord => new LinkException($"The device on {Name} does not have this record: it was collected by somebody else, perhaps.", LinkFault.NoRecord),
        _ => Refused($"does not understand the request (reason {why}, {detail}): update the older of the two"),
    };

    private LinkException Refused(string what) => new($"The device on {Name} {what}.", LinkFault.Refused);

    /// <summary>What came of a request: an answer, or why there is none.</summary>
    private readonly record struct Outcome(byte[]? Answer, int Why, int Detail, bool IsGenuine)
    {
        public static Outcome? Of(int kind, byte[] payload, bool genuine) => kind switch
        {
            FrameKind.Answer => new Outcome(payload, 0, 0, genuine),
            FrameKind.Refusal when payload.Length >= 2 => new Outcome(null, payload[0], payload[1], genuine),
            _ => null,
        };
    }
}
