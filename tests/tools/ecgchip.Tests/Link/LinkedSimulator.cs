using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;
using EcgChip.Simulator.Serial;

namespace EcgChip.Cli.Tests.Link;

/// <summary>A simulated device that serves its link on a port of this computer, on a thread of its own, until it is disposed of.</summary>
internal sealed class LinkedSimulator : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _device;

    /// <summary>A device whose patient has been recorded, or is not.</summary>
    /// <param name="prepare">Does something to the board before it serves.</param>
    public LinkedSimulator(Action<SimulatedBoard>? prepare = null)
    {
        TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _device = Task.Factory.StartNew(() => Serve(prepare, listening), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Address = listening.Task.WaitAsync(ProgramProcess.Deadline).GetAwaiter().GetResult();
    }

    /// <summary>HOST:PORT.</summary>
    public string Address { get; }

    public void Dispose()
    {
        _end.Cancel();
        _device.Wait(ProgramProcess.Deadline);
        _end.Dispose();
    }

    private void Serve(Action<SimulatedBoard>? prepare, TaskCompletionSource<string> listening)
    {
        try
        {
            using VirtualDevice device = new(new SyntheticPatient(new() { Seconds = 2 }), new SimulationOptions { HasLink = true });
            prepare?.Invoke(device.Board);
            device.Run();
            using LinkListener listener = new(new IPEndPoint(IPAddress.Loopback, 0), device.Board.Serial);
            listening.SetResult(listener.Address.ToString());
            device.Serve(_end.Token);
        }
        catch (Exception exception)
        {
            listening.TrySetException(exception);
            throw;
        }
    }
}
