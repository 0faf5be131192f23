using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Link;
using EcgChip.Device.Seams;
using EcgChip.Device.Security;
using EcgChip.Device.Storage;
using EcgChip.Link;
using EcgChip.NanoHost;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Tests.Link;

/// <summary>
/// What runs under the instruction counter: loaded alongside the counted firmware and called by reflection, so that what goes in and comes out are the
/// runtime's own types.
/// </summary>
public static class CountedLink
{
    private const int SegmentBytes = 32 * 1024;
    private const int PageBytes = 128;
    private const long Id = 0x0123456789ABCDEF;
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    /// <summary>Sets a device up, opens a session, and collects and acknowledges what the log holds.</summary>
    /// <param name="total">Reads the counter.</param>
    /// <param name="records">Records in the log.</param>
    /// <param name="bytes">Bytes of each.</param>
    /// <returns>The largest slice of each verb, native work included, by its name.</returns>
    public static Dictionary<string, long> LargestSlices(Func<long> total, int records, int bytes)
    {
        ArgumentNullException.ThrowIfNull(total);
        Device device = new(() => total() + NativeWork.Instructions, records, bytes);
        device.Ask("set key", LinkVerb.Set, [.. LinkServerTests.IdField(Id), .. LinkServerTests.KeyField(Key)]);
        device.Ask("hello", LinkVerb.Hello, []);
        LinkSession session = new(Formats.Sealing.DeviceKeys.Link(Key));
        byte[] opened = device.Ask("open", LinkVerb.Open, session.Opening());
        device.Ask("prove", LinkVerb.Prove, session.Prove(opened)!);
        device.Session = session;
        device.Ask("clock", LinkVerb.Set, LinkServerTests.ClockField(LinkSetting.EarliestClock));
        device.Ask("hello", LinkVerb.Hello, []);
        device.Ask("list", LinkVerb.List, BitConverter.GetBytes(0));
        for (int sequence = 1; sequence <= records; sequence++)
        {
            for (int at = 0; at < bytes + RecordSealFormat.Bytes; at += SessionFormat.LargestPiece)
            {
                device.Ask(at + SessionFormat.LargestPiece < bytes ? "get" : "get and seal", LinkVerb.Get, LinkSessionTests.Piece(sequence, at));
            }

            device.Ask("acknowledge", LinkVerb.Acknowledge, BitConverter.GetBytes(sequence));
        }

        device.Ask("close", LinkVerb.Close, []);
        return device.Largest;
    }

    private sealed class Device : ILink, IClock
    {
        private readonly Queue<byte> incoming = new();
        private readonly List<byte> outgoing = [];
        private readonly Func<long> total;
        private readonly LinkServer server;
        private int request;

        public Device(Func<long> total, int records, int bytes)
        {
            this.total = total;
            Files files = new();
            SettingsStore settings = new(files);
            settings.SaveKey(new StoredSettings(), Key);
            RecordLog log = new(files, SegmentBytes, PageBytes) { Cover = new RecordCover(settings) };
            log.Open(LogCheck.NewestPayloads);
            while (!log.Step())
            {
            }

            for (int i = 0; i < records; i++)
            {
                log.BeginAppend(bytes);
                log.Write(new byte[bytes], 0, bytes);
                log.Commit();
            }

            server = new LinkServer(this, this, new StoredDeviceSettings(settings, new WallClock())) { Log = log };
        }

        public Dictionary<string, long> Largest { get; } = [];

        public LinkSession? Session { get; set; }

        public byte[] Ask(string name, int verb, byte[] payload)
        {
            request++;
            byte[] wire = Session is null
                ? LinkRig.Frame(LinkFormat.Version, verb, FrameKind.Request, request, payload)
                : LinkRig.Frame(LinkFormat.Version, LinkVerb.Sealed, FrameKind.Request, request, Session.Cover(request, verb, payload));
            foreach (byte each in wire)
            {
                incoming.Enqueue(each);
            }

            bool more = true;
            while (more)
            {
                long before = total();
                more = server.Step(false);
                Largest[name] = Math.Max(Largest.GetValueOrDefault(name), total() - before);
            }

            Reply reply = Reply.Read([.. outgoing]).Single();
            outgoing.Clear();
            if (Session is null)
            {
                return reply.Kind == FrameKind.Answer ? reply.Payload : throw new InvalidOperationException($"{name} is refused: {reply.Payload[0]}.");
            }

            (int _, int kind, byte[] answer) = Session.Uncover(reply.Request, reply.Payload) ?? throw new InvalidOperationException(name);
            return kind == FrameKind.Answer ? answer : throw new InvalidOperationException($"{name} is refused: {answer[0]}.");
        }

        int ILink.Read(byte[] buffer, int offset, int count)
        {
            int given = 0;
            while (given < count && incoming.TryDequeue(out byte next))
            {
                buffer[offset + given++] = next;
            }

            return given;
        }

        void ILink.Write(byte[] buffer, int offset, int count) => outgoing.AddRange(buffer.AsSpan(offset, count));

        public long NowUs() => request;

        public long WaitUntil(long dueUs) => dueUs;
    }

    private sealed class Files : ISegmentStore
    {
        private readonly SortedDictionary<int, List<byte>> files = [];

        public int[] Segments() => [.. files.Keys];

        public int Length(int segment) => files.TryGetValue(segment, out List<byte>? bytes) ? bytes.Count : 0;

        public int Read(int segment, int position, byte[] buffer, int offset, int count)
        {
            int read = Math.Clamp(Length(segment) - position, 0, count);
            if (read > 0)
            {
                files[segment].CopyTo(position, buffer, offset, read);
            }

            return read;
        }

        public bool Append(int segment, byte[] buffer, int offset, int count)
        {
            files.TryAdd(segment, []);
            files[segment].AddRange(buffer.AsSpan(offset, count));
            return true;
        }

        public bool Flush(int segment) => true;

        public bool Delete(int segment)
        {
            files.Remove(segment);
            return true;
        }

        public bool Rename(int segment, int newSegment)
        {
            files[newSegment] = files[segment];
            return files.Remove(segment);
        }

        public long FreeBytes() => 1_000_000;
    }
}
