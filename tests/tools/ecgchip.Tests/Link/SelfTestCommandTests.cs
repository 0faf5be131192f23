using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Device.SelfTest;
using EcgChip.Models.Seed;

namespace EcgChip.Cli.Tests.Link;

/// <summary><c>ecgchip self-test</c> against the simulator over TCP.</summary>
[Collection(ConsoleTests.Name)]
public sealed class SelfTestCommandTests
{
    [Fact]
    public async Task A_sound_device_passes_and_says_who_it_is()
    {
        using LinkedSimulator device = new();
        Outcome outcome = await CommandLine.RunAsync(["self-test", "--tcp", device.Address, "--json", "-"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        JsonElement json = outcome.Json();
        Assert.True(json.GetProperty("passed").GetBoolean() && json.GetProperty("stored").GetBoolean());
        JsonElement told = json.GetProperty("device");
        Assert.Equal(JsonValueKind.Null, told.GetProperty("id").ValueKind);
        Assert.Equal(1, told.GetProperty("records").GetInt32());
        Assert.Contains(told.GetProperty("models").EnumerateArray(), model => model.GetProperty("hash").GetString() == new SeedModel().Hash);
        JsonElement[] lines = [.. json.GetProperty("lines").EnumerateArray()];
        Assert.Equal(SelfTestRun.LinesInAll, lines.Length);
        Assert.All(lines, line => Assert.Equal("passed", line.GetProperty("verdict").GetString()));
        JsonElement reference = lines.Single(line => line.GetProperty("name").GetString() == "REFERENCE MV");
        Assert.Equal(("mV", 1150, 1450), (reference.GetProperty("unit").GetString(), reference.GetProperty("least").GetInt32(), reference.GetProperty("most").GetInt32()));

        // The record of it is one more in the log, and the device is back at its work.
        outcome = await CommandLine.RunAsync(["self-test", "--tcp", device.Address, "--json", "-"]);
        Assert.Equal(2, outcome.Json().GetProperty("device").GetProperty("records").GetInt32());
    }

    [Fact]
    public async Task A_device_with_a_fault_fails_by_the_line_that_is_wrong()
    {
        using LinkedSimulator device = new(board => board.Faults.ReferenceVolts = 0.9);
        Outcome outcome = await CommandLine.RunAsync(["self-test", "--tcp", device.Address]);
        Assert.Equal((ExitCode.Failed, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("FAILED: REFERENCE MV. Do not use this device.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_what_to_do()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string free = listener.LocalEndpoint.ToString()!;
        listener.Stop();
        (await CommandLine.RunAsync(["self-test", "--tcp", free])).IsRefusedBecause($"Nothing listens on {free}");
        (await CommandLine.RunAsync(["self-test", "--port", "/dev/no-such-port"])).IsRefusedBecause("There is no serial port /dev/no-such-port");
    }

    [Fact]
    public async Task What_answers_nothing_is_no_device()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        Outcome outcome = await CommandLine.RunAsync(["self-test", "--tcp", silent.LocalEndpoint.ToString()!]);
        Assert.Equal((ExitCode.Failed, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("No EcgChip answers on", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No device is named")]
    [InlineData("Two devices are named", "--port", "COM5", "--tcp", "127.0.0.1:1")]
    [InlineData("nonsense is no address", "--tcp", "nonsense")]
    [InlineData("127.0.0.1:99999 is no address", "--tcp", "127.0.0.1:99999")]
    [InlineData("--port needs a value", "--port")]
    public async Task An_address_that_is_none_is_refused(string because, params string[] args) =>
        (await CommandLine.RunAsync(["self-test", .. args])).IsRefusedBecause(because);

    [Theory]
    [InlineData("--listen 4000 is no address", "4000")]
    [InlineData("--listen nowhere:1 is no address", "nowhere:1")]
    public async Task An_address_to_listen_on_that_is_none_is_refused(string because, string address) =>
        (await CommandLine.RunAsync(["simulate", "--listen", address])).IsRefusedBecause(because);

    [Fact]
    public async Task An_address_that_somebody_has_is_refused()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        using TemporaryFolder folder = new();
        Outcome outcome = await CommandLine.RunAsync(["simulate", "--seconds", "1", "--out", folder["out"], "--listen", taken.LocalEndpoint.ToString()!]);
        outcome.IsRefusedBecause($"--listen {taken.LocalEndpoint} cannot be had");
    }
}
