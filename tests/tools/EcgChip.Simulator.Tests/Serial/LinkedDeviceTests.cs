using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Records.Link;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;
using EcgChip.Simulator.Serial;

namespace EcgChip.Simulator.Tests.Serial;

/// <summary>A simulated device with somebody at the other end of its link.</summary>
public sealed class LinkedDeviceTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    [Fact]
    public void While_it_records_and_finishes_the_device_is_busy_and_answers_before_and_after()
    {
        using VirtualDevice device = new(new SyntheticPatient(new() { Seconds = 60 }), new SimulationOptions { HasLink = true, RecordingSeconds = 10 });
        SortedDictionary<int, int> kinds = [];
        List<byte> answer = [];
        int asked = -1;
        device.SlotEnded = next =>
        {
            answer.AddRange(device.Board.Serial.Receive());
            if (asked >= 0 && Kind([.. answer]) is int kind)
            {
                kinds[asked] = kind;
                answer.Clear();
                asked = -1;
            }

            if (next % 100 == 50 && asked < 0)
            {
                device.Board.Serial.Send(Hello());
                asked = next;
            }
        };
        SimulationResult result = device.Run();

        Assert.Single(result.Records);
        Assert.All(kinds.Where(pair => pair.Key < 1250), pair => Assert.Equal(FrameKind.Refusal, pair.Value));
        Assert.InRange(kinds.Count(pair => pair.Key < 1250), 10, 13);
        Assert.Equal(FrameKind.Answer, kinds.Last().Value);
        Assert.Equal(0, result.MissedSamples);
    }

    [Fact]
    public void Being_asked_changes_no_beat_and_no_byte_of_the_recording()
    {
        SimulationResult quiet = Play(asks: false);
        SimulationResult asked = Play(asks: true);
        Assert.Equal(quiet.Beats, asked.Beats);
        Assert.Equal(quiet.Records.Single(), asked.Records.Single());

        static SimulationResult Play(bool asks)
        {
            using VirtualDevice device = new(new SyntheticPatient(new() { Seconds = 20 }), new SimulationOptions { HasLink = true });
            if (asks)
            {
                device.SlotEnded = _ => device.Board.Serial.Send(Hello());
            }

            return device.Run();
        }
    }

    [Fact]
    public async Task Over_tcp_one_after_the_other_may_come_and_who_goes_in_the_middle_of_a_frame_leaves_nothing_behind()
    {
        using CancellationTokenSource end = new();
        TaskCompletionSource<IPEndPoint> listening = new();
        Task served = Task.Factory.StartNew(
            () =>
            {
                using VirtualDevice device = new(new SyntheticPatient(new() { Seconds = 1 }), new SimulationOptions { HasLink = true, Records = false });
                device.Run();
                using LinkListener listener = new(new IPEndPoint(IPAddress.Loopback, 0), device.Board.Serial);
                listening.SetResult(listener.Address);
                device.Serve(end.Token);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        IPEndPoint address = await listening.Task.WaitAsync(Deadline);

        Assert.Equal(FrameKind.Answer, await AskAsync(address, Hello()));
        using (TcpClient rude = new())
        {
            await rude.ConnectAsync(address);
            await rude.GetStream().WriteAsync(Hello().AsMemory(0, 5));
        }

        Assert.Equal(FrameKind.Answer, await AskAsync(address, Hello()));
        await end.CancelAsync();
        await served.WaitAsync(Deadline);
    }

    private static async Task<int?> AskAsync(IPEndPoint address, byte[] request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(address).WaitAsync(Deadline);
        List<byte> got = [];
        byte[] buffer = new byte[300];
        await client.GetStream().WriteAsync(request);
        while (Kind([.. got]) is null)
        {
            int count = await client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(Deadline);
            Assert.NotEqual(0, count);
            got.AddRange(buffer.AsSpan(0, count));
        }

        return Kind([.. got]);
    }

    private static byte[] Hello()
    {
        FrameWriter writer = new(new byte[LinkFormat.LargestFrame]);
        writer.Begin(LinkVerb.Hello, FrameKind.Request, 1);
        Assert.True(writer.Seal());
        byte[] wire = new byte[LinkFormat.LargestOnWire];
        return wire[..writer.Read(wire, 0, wire.Length)];
    }

    private static int? Kind(byte[] stream)
    {
        FrameReader reader = new(new byte[LinkFormat.LargestFrame]);
        for (int at = 0; at < stream.Length && !reader.HasFrame;)
        {
            at += reader.Take(stream, at, stream.Length - at);
        }

        return reader.HasFrame ? reader.Kind : null;
    }
}
