using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Link;
using EcgChip.Device.Seams;
using EcgChip.Device.Tests.Link;
using EcgChip.Formats.Sealing;
using EcgChip.Records;
using EcgChip.Records.Link;
using EcgChip.Records.Tests;

namespace EcgChip.Link.Tests.Sync;

/// <summary>A device with records in its flash at the end of a line. It can lose its power, and starts again with what the flash kept.</summary>
internal sealed class FieldDevice : ILink, IClock
{
    private const int SegmentBytes = 2000;
    private const int PageBytes = 128;

    private readonly Queue<byte> _toDevice = new();
    private readonly Queue<byte> _fromDevice = new();
    private readonly Random _random;
    private long _nowUs;

    public FieldDevice(int seed = 1, int capacity = int.MaxValue)
    {
        _random = new Random(seed);
        Flash = new MemorySegmentStore { Capacity = capacity };
        _random.NextBytes(Key);
        SettingsChange change = new() { DeviceId = Id, Key = Key };
        change.Mark(LinkSetting.DeviceId);
        change.Mark(LinkSetting.Key);
        Settings.Save(change);
        Start();
    }

    public long Id { get; } = 0x0123456789ABCDEF;

    public byte[] Key { get; } = new byte[DeviceKeys.Bytes];

    public byte[] LinkKey => DeviceKeys.Link(Key);

    public byte[] RecordKey => DeviceKeys.Record(Key);

    public MemorySegmentStore Flash { get; }

    public HeldSettings Settings { get; } = new();

    public RecordLog Log { get; private set; } = null!;

    public LinkServer Server { get; private set; } = null!;

    public bool Records { get; set; }

    /// <summary>Every record that was ever stored, by number.</summary>
    public SortedDictionary<int, byte[]> Stored { get; } = [];

    /// <summary>Share of bytes on the line that are spoilt, 0 to 1.</summary>
    public double Noise { get; set; }

    /// <summary>Bytes on the line until it is cut; null for never.</summary>
    public int? BytesUntilCut { get; set; }

    /// <summary>Bytes that have been on the line.</summary>
    public int BytesCarried { get; private set; }

    /// <summary>Everything that went over the line, each way by itself.</summary>
    public List<byte> Heard { get; } = [];

    /// <summary>Records a recording, so to speak: any bytes with a right checksum, or a wrong one.</summary>
    public int AddRecord(int bytes, bool sound = true)
    {
        byte[] record = new byte[bytes];
        _random.NextBytes(record);
        BitConverter.TryWriteBytes(record.AsSpan(bytes - sizeof(uint)), Crc32.Compute(record, 0, bytes - sizeof(uint)) ^ (sound ? 0u : 1u));
        int sequence = Log.NextSequence;
        Assert.Equal(LogStatus.Ok, Log.BeginAppend(bytes));
        sequence = Math.Max(sequence, Log.NextSequence - 1);
        Assert.Equal(LogStatus.Ok, Log.Write(record, 0, bytes));
        Assert.Equal(LogStatus.Ok, Log.Commit());
        Stored.Add(sequence, record);
        return sequence;
    }

    /// <summary>Numbers of the records that it holds and nobody has acknowledged.</summary>
    public int[] Unacknowledged()
    {
        List<int> found = [];
        LogReader reader = new(Log);
        reader.BeginNext(0);
        while (true)
        {
            while (!reader.Step())
            {
            }

            if (reader.Status != LogStatus.Ok)
            {
                return [.. found];
            }

            found.Add(reader.Sequence);
            reader.BeginNext(reader.Sequence);
        }
    }

    /// <summary>The power fails: what was not flushed is gone but for some bytes, and it starts again.</summary>
    public void LosePower(int kept = 0)
    {
        Flash.Cut(kept);
        _toDevice.Clear();
        _fromDevice.Clear();
        Start();
    }

    /// <summary>A desktop's end of the line.</summary>
    public ILinkTransport Plug() => new Plugged(this);

    /// <summary>A client on a line whose answers come at once or never.</summary>
    public LinkClient Client() => new(Plug(), TimeSpan.FromMilliseconds(2));

    int ILink.Read(byte[] buffer, int offset, int count)
    {
        int given = 0;
        while (given < count && _toDevice.TryDequeue(out byte next))
        {
            buffer[offset + given++] = next;
        }

        return given;
    }

    void ILink.Write(byte[] buffer, int offset, int count) => Carry(buffer.AsSpan(offset, count), _fromDevice);

    public long NowUs() => ++_nowUs;

    public long WaitUntil(long dueUs) => _nowUs = Math.Max(_nowUs, dueUs);

    private void Start()
    {
        Log = new RecordLog(Flash, SegmentBytes, PageBytes);
        Log.Open(LogCheck.NewestPayloads);
        while (!Log.Step())
        {
        }

        Server = new LinkServer(this, this, Settings) { Log = Log };
    }

    private void Carry(ReadOnlySpan<byte> bytes, Queue<byte> to)
    {
        foreach (byte each in bytes)
        {
            if (BytesUntilCut is int left)
            {
                BytesUntilCut = left - 1;
                if (left <= 0)
                {
                    continue;
                }
            }

            BytesCarried++;
            switch (_random.NextDouble() < Noise ? _random.Next(4) : -1)
            {
                case 0:
                    break;
                case 1:
                    to.Enqueue((byte)(each ^ (1 << _random.Next(8))));
                    break;
                case 2:
                    to.Enqueue(each);
                    to.Enqueue(each);
                    break;
                case 3:
                    // This byte comes before the one that was sent before it.
                    byte[] waiting = [.. to];
                    to.Clear();
                    foreach (byte earlier in waiting.Length == 0 ? waiting : waiting[..^1])
                    {
                        to.Enqueue(earlier);
                    }

                    to.Enqueue(each);
                    if (waiting.Length > 0)
                    {
                        to.Enqueue(waiting[^1]);
                    }

                    break;
                default:
                    to.Enqueue(each);
                    break;
            }
        }
    }

    private sealed class Plugged(FieldDevice device) : ILinkTransport
    {
        public string Name => "the line";

        public int Read(byte[] buffer, TimeSpan wait)
        {
            for (int step = 0; device.Server.Step(device.Records); step++)
            {
                Assert.True(step < 1_000_000, "The device does not come to an end.");
            }

            int count = 0;
            while (count < buffer.Length && device._fromDevice.TryDequeue(out byte next))
            {
                buffer[count++] = next;
                device.Heard.Add(next);
            }

            return count > 0 || device.BytesUntilCut is not < 0 ? count : throw Gone();
        }

        public void Write(byte[] buffer, int count)
        {
            device.Heard.AddRange(buffer.AsSpan(0, count));
            device.Carry(buffer.AsSpan(0, count), device._toDevice);
        }

        public void Dispose()
        {
        }

        private static LinkException Gone() => new("the line has gone: plug it in.", LinkFault.Closed);
    }
}
