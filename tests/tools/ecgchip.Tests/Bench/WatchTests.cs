using System.Collections.Generic;
using EcgChip.Cli.Bench;
using EcgChip.Device.Session;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Tests.Bench;

/// <summary>What the bench sees of a device from outside, where computing takes no time.</summary>
public sealed class WatchTests
{
    private static readonly SyntheticPatient Patient = new(new() { Seconds = 12 });

    [Fact]
    public void The_session_is_seen_in_every_phase_that_it_goes_through()
    {
        using VirtualDevice device = new(Patient, new SimulationOptions { RecordingSeconds = 4 });
        SessionWatch watch = new(device.Firmware.Session);
        List<SessionPhase> seen = [watch.Phase];
        device.SlotEnded = _ =>
        {
            if (seen[^1] != watch.Phase)
            {
                seen.Add(watch.Phase);
            }

            Assert.Equal(device.Firmware.Session.State == SessionState.Recording, watch.Phase == SessionPhase.Recording);
        };
        device.Run();
        Assert.Equal(
            [SessionPhase.Monitoring, SessionPhase.Recording, SessionPhase.Analysis, SessionPhase.Monitoring],
            seen.FindAll(phase => phase != SessionPhase.Storing));
    }

    [Fact]
    public void A_recorder_with_room_for_another_minute_needs_that_much_more_heap()
    {
        long[] bytes = new long[2];
        for (int i = 0; i < bytes.Length; i++)
        {
            using VirtualDevice device = new(Patient, new SimulationOptions { RecordingSeconds = 60 * (i + 1) });
            bytes[i] = new HeapWatch(device.Firmware).Result().Start;
        }

        // Room for a minute is that for its samples, packed into 8.5 bits each, and for four beats a second of four bytes; their pages come on top.
        const int Minute = (60 * 125 * 17 / 2 / 8) + (60 * 4 * 4);
        Assert.InRange(bytes[0], 20_000, 150_000);
        Assert.InRange(bytes[1] - bytes[0], Minute * 99 / 100, Minute * 3 / 2);
    }

    [Fact]
    public void Heap_is_told_apart_by_phase_and_the_peak_is_the_most_of_all()
    {
        using VirtualDevice device = new(Patient, new SimulationOptions { RecordingSeconds = 4 });
        SessionWatch session = new(device.Firmware.Session);
        HeapWatch heap = new(device.Firmware);
        device.SlotEnded = next => heap.SlotEnded(session.Phase, next, 4 * 125);
        device.Run();
        HeapBench result = heap.Result();
        Assert.NotNull(result.Recording);
        Assert.Equal(0, result.AllocatedWhileRecording);
        Assert.True(result.Peak >= result.Start && result.Peak >= result.Recording && result.Peak >= (result.Analysis ?? 0));
        Assert.InRange(result.Stack, 1000, 10_000);
        Assert.True(result.Start > result.Stack + result.Libraries);
    }

    [Fact]
    public void Without_a_recording_nothing_is_said_of_one()
    {
        using VirtualDevice device = new(Patient, new SimulationOptions { Records = false });
        SessionWatch session = new(device.Firmware.Session);
        HeapWatch heap = new(device.Firmware);
        device.SlotEnded = next => heap.SlotEnded(session.Phase, next, 4 * 125);
        device.Run();
        HeapBench result = heap.Result();
        Assert.Null(result.Recording);
        Assert.Null(result.Analysis);
        Assert.Null(result.AllocatedWhileRecording);
        Assert.Null(result.StructsWhileRecording);
    }
}
