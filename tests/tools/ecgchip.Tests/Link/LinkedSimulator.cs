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
    /// <param name="options">How it is set up; as a board that was never set up, with a link, when null.</param>
    /// <param name="patient">Who is recorded; somebody for two seconds when null.</param>
    public LinkedSimulator(Action<SimulatedBoard>? prepare = null, SimulationOptions? options = null, IPatient? patient = null)
    {
        TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _device = Task.Factory.StartNew(() => Serve(prepare, options ?? new SimulationOptions(), patient ?? new SyntheticPatient(new() { Seconds = 2 }), listening), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Address = listening.Task.WaitAsync(ProgramProcess.Deadline).GetAwaiter().GetResult();
    }

    /// <summary>Its board; what stands in its flash may be looked at while nobody syncs.</summary>
    public SimulatedBoard Board { get; private set; } = null!;

    /// <summary>HOST:PORT.</summary>
    public string Address { get; }

    public void Dispose()
    {
        _end.Cancel();
        _device.Wait(ProgramProcess.Deadline);
        _end.Dispose();
    }

    private void Serve(Action<SimulatedBoard>? prepare, SimulationOptions options, IPatient patient, TaskCompletionSource<string> listening)
    {
        try
        {
            using VirtualDevice device = new(patient, options);
            Board = device.Board;
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
