using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Storage;
using EcgChip.NanoHost;
using EcgChip.Records;
using EcgChip.Records.Link;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Link;

/// <summary>The whole program with somebody at the other end of its second serial port, byte for byte as on the wire.</summary>
public sealed class ProgramLinkTests
{
    [Fact]
    public void Asked_for_a_self_test_the_program_leaves_its_session_for_it_stores_it_and_goes_back()
    {
        Desktop desktop = new();
        desktop.Ask(LinkVerb.Set, [.. LinkServerTests.IdField(99), .. LinkServerTests.ClockField(1_790_000_000_000)]);
        desktop.Ask(LinkVerb.Hello);
        desktop.Ask(LinkVerb.SelfTest, SelfTestAction.Start);
        desktop.PollUntilDone();
        desktop.Ask(LinkVerb.Hello);
        desktop.Play();

        Assert.All(desktop.Replies, reply => Assert.Equal(FrameKind.Answer, reply.Kind));
        Assert.Equal((0, 1), (Records(desktop.Replies[1]), Records(desktop.Replies[^1])));
        Assert.Equal(3, desktop.Replies[^1].Payload[30]);

        SelfTestRecord stored = SelfTestRecord.Decode(Assert.Single(StoredRecords(desktop.Board)))!;
        Assert.Equal((99L, 1), (stored.DeviceId, stored.Sequence));
        Assert.InRange(stored.UnixMs, 1_790_000_000_000, 1_790_000_060_000);
        Assert.Equal(["bedside", "seed", "infarction"], stored.Models.Select(model => model.Name));
        Assert.Equal(desktop.Lines.Count, stored.Lines.Count);
        Assert.Equal(desktop.Lines.Bytes.AsSpan(0, desktop.Lines.Length).ToArray(), stored.Lines.Bytes.AsSpan(0, stored.Lines.Length).ToArray());
    }

    [Fact]
    public void Nobody_polls_and_the_device_goes_back_to_its_work_by_itself()
    {
        Desktop desktop = new();
        desktop.Ask(LinkVerb.SelfTest, SelfTestAction.Start);
        desktop.WaitFor(20_000_000);
        desktop.Ask(LinkVerb.SelfTest, SelfTestAction.Poll, 0);
        desktop.Play();
        Assert.Equal([SelfTestState.None, 0, 0], desktop.Replies[^1].Payload);
        Assert.Single(StoredRecords(desktop.Board));
    }

    private static int Records(Reply hello) => BitConverter.ToInt32(hello.Payload, 22);

    private static List<byte[]> StoredRecords(SimulatedBoard board)
    {
        using IDisposable attachment = HostBoard.Attach(board);
        FileSegmentStore store = new(Firmware.LogDirectory, SimulatedFlash.LargeCapacity);
        LogScanner scanner = new(store, 4096);
        List<byte[]> records = [];
        scanner.Begin(LogCheck.AllPayloads);
        bool done;
        do
        {
            done = scanner.Step();
            if (scanner.Found == LogFinding.Record)
            {
                byte[] record = new byte[scanner.Length];
                store.Read(scanner.Segment, scanner.Position + LogFormat.EntryHeaderBytes, record, 0, record.Length);
                records.Add(record);
            }
        }
        while (!done);
        return records;
    }

    /// <summary>Does one thing after the other, each when the one before is answered, and stops the program when all is done.</summary>
    private sealed class Desktop : IBoardProbe
    {
        private const long StartedUs = 2_000_000;
        private const long AnswerUs = 1_000_000;

        private readonly Queue<Func<bool>> script = new();
        private ushort request;
        private long waitUntilUs = StartedUs;
        private bool asked;

        public Desktop() => Board = new SimulatedBoard(new SyntheticPatient(new() { Seconds = 120 })) { Probe = this };

        public SimulatedBoard Board { get; }

        public List<Reply> Replies { get; } = [];

        public SelfTestLines Lines { get; } = new(2000);

        public void Ask(int verb, params byte[] payload) => script.Enqueue(() => Exchange(verb, payload) is not null);

        public void WaitFor(long microseconds)
        {
            long? end = null;
            script.Enqueue(() =>
            {
                end ??= Board.Clock.NowUs + microseconds;
                return Board.Clock.NowUs >= end;
            });
        }

        public void PollUntilDone() => script.Enqueue(() =>
        {
            if (Exchange(LinkVerb.SelfTest, [SelfTestAction.Poll, (byte)Lines.Count]) is not { } reply)
            {
                return false;
            }

            for (int at = 3; at < reply.Payload.Length;)
            {
                int before = Lines.Length;
                Assert.True(Lines.Append(reply.Payload, at, reply.Payload.Length - at, 1));
                at += Lines.Length - before;
            }

            return reply.Payload[0] == SelfTestState.Done && Lines.Count == reply.Payload[1];
        });

        public void Play()
        {
            using IDisposable attachment = HostBoard.Attach(Board);
            Assert.Throws<OperationCanceledException>(Program.Main);
        }

        public void ClockRead(long nowUs)
        {
            if (nowUs < waitUntilUs)
            {
                return;
            }

            if (script.Count == 0)
            {
                throw new OperationCanceledException();
            }

            if (script.Peek()())
            {
                script.Dequeue();
            }
        }

        public void AdcRead(long nowUs)
        {
        }

        private Reply? Exchange(int verb, byte[] payload)
        {
            if (!asked)
            {
                request++;
                Board.Serial.Receive();
                Board.Serial.Send(LinkRig.Frame(LinkFormat.Version, verb, FrameKind.Request, request, payload));
                asked = true;
                waitUntilUs = Board.Clock.NowUs + AnswerUs;
                return null;
            }

            Reply reply = Assert.Single(Reply.Read(Board.Serial.Receive()));
            Assert.Equal((request, verb), (reply.Request, reply.Verb));
            Replies.Add(reply);
            asked = false;
            return reply;
        }
    }
}
