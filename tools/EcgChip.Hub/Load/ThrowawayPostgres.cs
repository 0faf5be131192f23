using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace EcgChip.Hub.Load;

/// <summary>
/// A PostgreSQL of one's own in a folder that is gone afterwards, set as Debian's package sets it but reached by a socket in that folder only. It can be killed as by a power cut and started again.
/// </summary>
internal sealed class ThrowawayPostgres : IAsyncDisposable
{
    private const string PackageFolder = "/usr/lib/postgresql";
    private const string User = "ecgchip";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string folder;
    private readonly string programs;
    private Process? server;

    private ThrowawayPostgres(string folder, string programs)
    {
        this.folder = folder;
        this.programs = programs;
    }

    /// <summary>Where Debian's newest PostgreSQL has its programs; null where there is none.</summary>
    internal static string? Programs => Directory.Exists(PackageFolder)
        ? Directory.GetDirectories(PackageFolder).OrderByDescending(each => int.TryParse(Path.GetFileName(each), out int version) ? version : 0)
            .Select(each => Path.Combine(each, "bin")).FirstOrDefault(each => File.Exists(Path.Combine(each, "initdb")))
        : null;

    /// <summary>Makes and starts one.</summary>
    /// <exception cref="HubException">There is no PostgreSQL here, or it does not start.</exception>
    internal static async Task<ThrowawayPostgres> StartAsync(CancellationToken cancellation = default)
    {
        string programs = Programs ?? throw new HubException("PostgreSQL is not installed here: apt-get install postgresql, or name a server with --db.");
        string folder = Directory.CreateTempSubdirectory("ecgchip-postgres-").FullName;
        ThrowawayPostgres postgres = new(folder, programs);
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root; the package brings a user.
            await RunAsync("chown", ["postgres:postgres", folder], cancellation);
        }

        await RunAsync(postgres.AsUser("initdb", "--auth=trust", $"--username={User}", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--pgdata", postgres.Data), cancellation);
        await postgres.StartServerAsync(cancellation);
        return postgres;
    }

    /// <summary>A new database, empty.</summary>
    internal async Task<string> CreateDatabaseAsync(string name, CancellationToken cancellation = default)
    {
        await using NpgsqlConnection connection = new(Connection("postgres"));
        await connection.OpenAsync(cancellation);
        await using NpgsqlCommand command = new($"CREATE DATABASE \"{name}\"", connection);
        await command.ExecuteNonQueryAsync(cancellation);
        return Connection(name);
    }

    /// <summary>Kills the server with all that it started, as a power cut does: nothing of it gets to tidy up.</summary>
    internal void Kill()
    {
        if (server is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            running.WaitForExit();
        }

        server?.Dispose();
        server = null;
    }

    /// <summary>Starts it again after <see cref="Kill"/>; it recovers by itself.</summary>
    internal async Task StartServerAsync(CancellationToken cancellation = default)
    {
        string[] command = AsUser("postgres", "-D", Data, "-k", folder, "-c", "listen_addresses=", "-c", "max_connections=200", "-c", "shared_buffers=512MB");
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        server = Process.Start(start) ?? throw new HubException("PostgreSQL could not be started.");
        server.ErrorDataReceived += static (_, _) => { };
        server.OutputDataReceived += static (_, _) => { };
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        Stopwatch waited = Stopwatch.StartNew();
        while (!await AnswersAsync(cancellation))
        {
            if (server.HasExited || waited.Elapsed > LongestStart)
            {
                throw new HubException($"PostgreSQL in {folder} does not start: is there space, and did an older one leave its memory behind?");
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        Kill();
        await Task.Yield();
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    private string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = User,
        Database = database,
        MaxPoolSize = 40,
        Timeout = 5,
    }.ConnectionString;

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using NpgsqlConnection connection = new(Connection("postgres") + ";Pooling=false");
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private string[] AsUser(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", Path.Combine(programs, program), .. arguments]
        : [Path.Combine(programs, program), .. arguments];

    private static Task RunAsync(string[] command, CancellationToken cancellation) => RunAsync(command[0], command[1..], cancellation);

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })
            ?? throw new HubException($"{program} could not be started.");
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        string error = await process.StandardError.ReadToEndAsync(cancellation);
        await output;
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new HubException($"{Path.GetFileName(arguments.FirstOrDefault(argument => argument.StartsWith('/')) ?? program)} failed: {error.Trim()}");
        }
    }
}
