using System;
using System.Buffers.Binary;
using System.Collections.Generic;
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
    private const int HelloBytes = 31;
    private const int UnknownMillivolts = 0xFFFF;
    private const int KeySetFlag = 2;
    private const int PieceHeaderBytes = SessionFormat.PieceHeaderBytes;

    private readonly LinkExchange _exchange;

    /// <summary>A client over a transport, which it disposes of with itself.</summary>
    /// <param name="transport">What carries the bytes.</param>
    /// <param name="patience">How long to wait for an answer before asking again; 0.7 s where not given.</param>
    public LinkClient(ILinkTransport transport, TimeSpan? patience = null) => _exchange = new LinkExchange(transport, patience);

    /// <summary>Where the link leads.</summary>
    public string Name => _exchange.Name;

    /// <summary>Asks who is there.</summary>
    /// <exception cref="LinkException">Nobody answers, or the device is busy.</exception>
    public DeviceHello Hello(CancellationToken cancellation = default)
    {
        byte[] told = _exchange.Ask(LinkVerb.Hello, [], cancellation);
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
        return DeviceSettings.Read(_exchange.Ask(LinkVerb.Set, wanted.Payload(), cancellation)) ?? throw Strange();
    }

    /// <summary>Starts a self-test; where one runs already, that one goes on.</summary>
    /// <exception cref="LinkException">Nobody answers, or the device is busy.</exception>
    public SelfTestProgress StartSelfTest(CancellationToken cancellation = default) => Progress(_exchange.Ask(LinkVerb.SelfTest, [SelfTestAction.Start], cancellation));

    /// <summary>Asks how far the self-test is.</summary>
    /// <param name="from">The line from which on lines are wanted.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="LinkException">Nobody answers.</exception>
    public SelfTestProgress PollSelfTest(int from, CancellationToken cancellation = default) =>
        Progress(_exchange.Ask(LinkVerb.SelfTest, [SelfTestAction.Poll, (byte)from], cancellation));

    /// <summary>
    /// Opens a session: from now on everything is encrypted and authenticated. Where the device loses it, by a restart or a recording, it is opened again.
    /// </summary>
    /// <param name="linkKey">The device's link key.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The id of the device that has proved to have that key.</returns>
    /// <exception cref="LinkException">Nobody answers, the device is busy, or it has another key.</exception>
    public long OpenSession(ReadOnlySpan<byte> linkKey, CancellationToken cancellation = default) => _exchange.Open(linkKey, cancellation);

    /// <summary>Asks which records are not acknowledged, within a session.</summary>
    /// <param name="after">Only those with a higher number.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Number and length, with the seal, of each, in order; and whether there are more behind them.</returns>
    /// <exception cref="LinkException">Nobody answers, or the device refuses.</exception>
    public (IReadOnlyList<ListedRecord> Records, bool More) List(int after, CancellationToken cancellation = default)
    {
        byte[] told = _exchange.Ask(LinkVerb.List, BitConverter.GetBytes(after), cancellation);
        if (told.Length % SessionFormat.ListEntryBytes != 1)
        {
            throw Strange();
        }

        List<ListedRecord> records = [];
        for (int at = 1; at < told.Length; at += SessionFormat.ListEntryBytes)
        {
            records.Add(new ListedRecord(BinaryPrimitives.ReadInt32LittleEndian(told.AsSpan(at)), BinaryPrimitives.ReadInt32LittleEndian(told.AsSpan(at + sizeof(int)))));
        }

        bool inOrder = records.Zip(records.Skip(1)).All(pair => pair.First.Sequence < pair.Second.Sequence);
        return inOrder && records.All(record => record.Sequence > after && record.Length > RecordSealFormat.Bytes) ? (records, told[0] != 0) : throw Strange();
    }

    /// <summary>Gets a piece of a record, with its seal behind it, within a session.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="offset">Where the piece begins.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The bytes, as many as one answer holds, and the length of the whole.</returns>
    /// <exception cref="LinkException">Nobody answers, or the device refuses.</exception>
    public (byte[] Bytes, int Length) Get(int sequence, int offset, CancellationToken cancellation = default)
    {
        byte[] asked = [.. BitConverter.GetBytes(sequence), .. BitConverter.GetBytes(offset), .. BitConverter.GetBytes((short)SessionFormat.LargestPiece)];
        byte[] told = _exchange.Ask(LinkVerb.Get, asked, cancellation);
        return told.Length > PieceHeaderBytes && told.AsSpan().StartsWith(asked.AsSpan(0, 2 * sizeof(int)))
            ? (told[PieceHeaderBytes..], BinaryPrimitives.ReadInt32LittleEndian(told.AsSpan(2 * sizeof(int))))
            : throw Strange();
    }

    /// <summary>Tells the device that a record is safe elsewhere, within a session: it may free it then.</summary>
    /// <returns>How many records are not acknowledged yet.</returns>
    /// <exception cref="LinkException">Nobody answers, or the device refuses.</exception>
    public int Acknowledge(int sequence, CancellationToken cancellation = default)
    {
        byte[] told = _exchange.Ask(LinkVerb.Acknowledge, BitConverter.GetBytes(sequence), cancellation);
        return told.Length == 2 * sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(told) == sequence
            ? BinaryPrimitives.ReadInt32LittleEndian(told.AsSpan(sizeof(int)))
            : throw Strange();
    }

    /// <summary>Ends the session; the device frees what is acknowledged.</summary>
    /// <exception cref="LinkException">Nobody answers, or the device refuses.</exception>
    public void CloseSession(CancellationToken cancellation = default)
    {
        _exchange.Ask(LinkVerb.Close, [], cancellation);
        _exchange.Forget();
    }

    /// <inheritdoc/>
    public void Dispose() => _exchange.Dispose();

    private LinkException Strange() => _exchange.Strange();

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
