using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats.Sealing;
using EcgChip.Testing;

namespace EcgChip.Cli.Tests.Link;

/// <summary>A simulated device and <c>ecgchip sync</c> as programs of their own, with a real recording; sync is killed in the middle, again and again.</summary>
[Collection(ConsoleTests.Name)]
public sealed class SyncProcessTests : IDisposable
{
    private const string Id = "00000000000000A7";
    private const string Says = "ecgchip: The device's link listens on ";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_real_recording_comes_home_whole_though_the_sync_is_killed_again_and_again()
    {
        Skip.If(OperatingSystem.IsWindows(), "Needs the signals of Unix.");
        using Process device = Start("simulate", "--record", Path.Combine(SharedData.Mitdb(), "208"), "--seconds", "60", "--listen", "127.0.0.1:0", "--id", Id,
            "--keys", _folder["keys"], "--out", _folder["out"], "--json", _folder["result.json"]);
        try
        {
            string told = await device.StandardError.ReadLineAsync().WaitAsync(ProgramProcess.Deadline) ?? "";
            Assert.StartsWith(Says, told, StringComparison.Ordinal);
            string address = told[Says.Length..].TrimEnd('.');
            Stopwatch waited = Stopwatch.StartNew();
            while (!File.Exists(_folder["result.json"]) && waited.Elapsed < ProgramProcess.Deadline)
            {
                await Task.Delay(50);
            }

            // A kill at any moment, also by Ctrl-C; each leaves a part, and each later one has less to do.
            string part = Path.Combine(_folder["store"], Id, "000001.part");
            long before = 0;
            int grown = 0;
            for (int kill = 0; kill < 4; kill++)
            {
                using Process sync = StartSync(address);
                long wanted = before + 500;
                Stopwatch since = Stopwatch.StartNew();
                while (!sync.HasExited && Length(part) < wanted && since.Elapsed < ProgramProcess.Deadline)
                {
                    Thread.Sleep(2);
                }

                if (kill % 2 == 0)
                {
                    sync.Kill();
                    await sync.WaitForExitAsync();
                }
                else
                {
                    using Process interrupt = Process.Start("kill", ["-INT", $"{sync.Id}"]);
                    Outcome outcome = await ProgramProcess.EndAsync(sync);
                    Assert.Equal(ExitCode.Failed, outcome.ExitCode);
                    Assert.StartsWith("ecgchip: Interrupted: what was collected is kept", outcome.Error, StringComparison.Ordinal);
                }

                grown += Length(part) > before ? 1 : 0;
                before = Length(part);
            }

            Assert.Equal(4, grown);
            using Process last = StartSync(address);
            Outcome done = await ProgramProcess.EndAsync(last);
            Assert.Equal((ExitCode.Done, ""), (done.ExitCode, done.Error));
            JsonElement record = Assert.Single(done.Json().GetProperty("records").EnumerateArray().ToArray());
            Assert.Equal(record.GetProperty("bytes").GetInt64() - before, record.GetProperty("collected").GetInt64());
            byte[] here = File.ReadAllBytes(record.GetProperty("file").GetString()!);
            byte[] key = Convert.FromHexString(File.ReadAllText(Path.Combine(_folder["keys"], Id + ".key")).Trim());
            Assert.True(RecordSeal.Verify(DeviceKeys.Record(key), 0xA7, 1, here));
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder["out"], "record-1.rec")), RecordSeal.Unsealed(here));
            Assert.False(File.Exists(part));

            using Process again = StartSync(address);
            Assert.Empty((await ProgramProcess.EndAsync(again)).Json().GetProperty("records").EnumerateArray());
        }
        finally
        {
            device.Kill();
        }
    }

    private static long Length(string file) => new FileInfo(file) is { Exists: true } there ? there.Length : 0;

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [ProgramProcess.Path, .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private Process StartSync(string address) => Start("sync", "--tcp", address, "--keys", _folder["keys"], "--store", _folder["store"], "--json", "-");
}
