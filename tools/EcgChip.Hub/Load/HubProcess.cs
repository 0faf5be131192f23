using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace EcgChip.Hub.Load;

/// <summary>A hub in a process of its own, which can be killed as by a power cut and started again at the same address.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string database;
    private readonly string keys;
    private readonly HttpClient client;
    private Process? process;

    internal HubProcess(string database, string keys)
    {
        this.database = database;
        this.keys = keys;
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
    }

    /// <summary>Where it listens.</summary>
    internal Uri Address { get; }

    /// <summary>Starts it and waits until it answers; where its database is away, until that is back.</summary>
    internal async Task StartAsync(CancellationToken cancellation)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            if (process is null or { HasExited: true })
            {
                process?.Dispose();
                process = Launch();
            }

            if (await AnswersAsync(cancellation))
            {
                return;
            }

            if (waited.Elapsed > LongestStart)
            {
                throw new HubException($"The hub on {Address} does not start.");
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Kills it: nothing of it gets to tidy up.</summary>
    internal void Kill()
    {
        if (process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            running.WaitForExit();
        }

        process?.Dispose();
        process = null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Kill();
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private Process Launch()
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (string argument in new[] { typeof(HubApp).Assembly.Location, "--db", database, "--keys", keys, "--urls", Address.ToString().TrimEnd('/') })
        {
            start.ArgumentList.Add(argument);
        }

        Process launched = Process.Start(start) ?? throw new HubException($"{Path.GetFileName(start.FileName)} could not be started.");
        launched.ErrorDataReceived += static (_, _) => { };
        launched.OutputDataReceived += static (_, _) => { };
        launched.BeginErrorReadLine();
        launched.BeginOutputReadLine();
        return launched;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
