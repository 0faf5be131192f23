using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Device;
using EcgChip.Formats.Sealing;
using EcgChip.NanoHost;
using EcgChip.Records;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Tests.Link;

/// <summary><c>ecgchip sync</c> against the simulator over TCP, with a hub's API at the other end and without.</summary>
[Collection(ConsoleTests.Name)]
public sealed class SyncCommandTests : IDisposable
{
    private const long Id = 0x0123456789ABCDEF;
    private const string IdText = "0123456789ABCDEF";
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly string? _password = Environment.GetEnvironmentVariable("ECGCHIP_HUB_PASSWORD");

    public SyncCommandTests()
    {
        Directory.CreateDirectory(_folder["keys"]);
        File.WriteAllText(Path.Combine(_folder["keys"], IdText + ".key"), Convert.ToHexStringLower(_key) + Environment.NewLine);
        Environment.SetEnvironmentVariable("ECGCHIP_HUB_PASSWORD", FakeHub.Password);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("ECGCHIP_HUB_PASSWORD", _password);
        _folder.Dispose();
    }

    [Fact]
    public async Task What_the_device_has_is_stored_as_its_log_holds_it_with_its_seal_and_the_clock_is_set()
    {
        (LinkedSimulator device, byte[][] stored) = await DeviceAsync(testsItself: true);
        using LinkedSimulator disposed = device;
        Outcome outcome = await SyncAsync(device, "--json", "-");
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        JsonElement json = outcome.Json();
        Assert.True(json.GetProperty("complete").GetBoolean());
        Assert.Equal(IdText, json.GetProperty("device").GetProperty("id").GetString());
        JsonElement[] records = [.. json.GetProperty("records").EnumerateArray()];
        Assert.Equal([1, 2], records.Select(record => record.GetProperty("sequence").GetInt32()));
        for (int i = 0; i < stored.Length; i++)
        {
            Assert.True(records[i].GetProperty("acknowledged").GetBoolean());
            Assert.True(records[i].GetProperty("sound").GetBoolean());
            byte[] file = File.ReadAllBytes(records[i].GetProperty("file").GetString()!);
            Assert.Equal(file.Length, records[i].GetProperty("bytes").GetInt32());
            Assert.True(RecordSeal.Verify(DeviceKeys.Record(_key), Id, i + 1, file));
            Assert.Equal(stored[i], RecordSeal.Unsealed(file));
        }

        // The clock is right now, and nothing is left to collect.
        outcome = await SyncAsync(device, "--json", "-");
        Assert.Empty(outcome.Json().GetProperty("records").EnumerateArray());
        Assert.InRange(outcome.Json().GetProperty("device").GetProperty("clock").GetDateTime(), DateTime.UtcNow.AddMinutes(-2), DateTime.UtcNow.AddMinutes(2));
        outcome = await SyncAsync(device);
        Assert.Contains("Nothing new on the device.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_hub_everything_is_handed_over_and_the_fleet_learns_how_the_device_is()
    {
        (LinkedSimulator device, byte[][] stored) = await DeviceAsync(testsItself: true);
        using LinkedSimulator disposed = device;
        using FakeHub hub = new();
        Outcome outcome = await SyncAsync(device, "--hub", hub.Address, "--user", FakeHub.User);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("has got 2 records", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(stored, hub.Records.OrderBy(pair => pair.Key).Select(pair => RecordSeal.Unsealed(pair.Value).ToArray()));
        Assert.Equal("1.0.0", hub.Status!["firmware"]!.ToString());
        Assert.Equal(3, hub.Status["models"]!.AsArray().Count);
        int requests = hub.Requests;
        outcome = await SyncAsync(device, "--hub", hub.Address, "--user", FakeHub.User);
        Assert.Contains("has got 0 records", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(requests + 3, hub.Requests);
    }

    [Fact]
    public async Task A_hub_that_fails_for_a_moment_before_or_after_it_stored_gets_everything_once()
    {
        (LinkedSimulator device, byte[][] stored) = await DeviceAsync(testsItself: true);
        using LinkedSimulator disposed = device;
        using FakeHub hub = new();
        foreach (int i in Enumerable.Range(0, 8))
        {
            hub.Failures.Enqueue((i % 2 == 0 ? 503 : 500, i % 3 == 0));
        }

        while (hub.Failures.TryPeek(out _))
        {
            await SyncAsync(device, "--hub", hub.Address, "--user", FakeHub.User);
        }

        Outcome outcome = await SyncAsync(device, "--hub", hub.Address, "--user", FakeHub.User);
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(stored, hub.Records.OrderBy(pair => pair.Key).Select(pair => RecordSeal.Unsealed(pair.Value).ToArray()));
    }

    [Fact]
    public async Task Where_the_hub_cannot_be_reached_records_are_stored_here_stay_on_the_device_and_go_to_it_next_time()
    {
        using LinkedSimulator device = (await DeviceAsync()).Device;
        string address;
        using (FakeHub gone = new())
        {
            address = gone.Address;
        }

        Outcome outcome = await SyncAsync(device, "--hub", address, "--user", FakeHub.User);
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("cannot be reached", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("1 record still to be handed over", outcome.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder["store"], "*.rec", SearchOption.AllDirectories));
        using FakeHub hub = new();
        outcome = await SyncAsync(device, "--hub", hub.Address, "--user", FakeHub.User, "--json", "-");
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal((1, 1), (outcome.Json().GetProperty("uploaded").GetInt32(), hub.Records.Count));
        Assert.All(outcome.Json().GetProperty("records").EnumerateArray(), record => Assert.Equal(0, record.GetProperty("collected").GetInt32()));
    }

    [Fact]
    public async Task What_the_hub_refuses_is_said_and_stays_while_the_rest_goes_on()
    {
        using LinkedSimulator device = (await DeviceAsync(testsItself: true)).Device;
        using FakeHub hub = new();
        hub.Refuses.Add(1);
        Outcome outcome = await SyncAsync(device, "--hub", hub.Address, "--user", FakeHub.User);
        Assert.Equal((ExitCode.Failed, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("record 1 is refused by the hub: The seal is wrong. It stays here and on the device.", outcome.Output, StringComparison.Ordinal);
        Assert.Equal([2], hub.Records.Keys);
    }

    [Fact]
    public async Task Who_has_no_key_gets_the_links_from_the_hub_and_checks_no_seal()
    {
        (LinkedSimulator device, byte[][] stored) = await DeviceAsync(testsItself: true);
        using LinkedSimulator disposed = device;
        using FakeHub hub = new() { LinkKey = DeviceKeys.Link(_key) };
        Outcome outcome = await CommandLine.RunAsync(
            ["sync", "--tcp", device.Address, "--store", _folder["store"], "--keys", _folder["none"], "--hub", hub.Address, "--user", FakeHub.User]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(stored.Length, hub.Records.Count);
        Assert.False(Directory.Exists(_folder["none"]));
    }

    [Fact]
    public async Task A_link_key_that_was_handed_out_is_enough_to_collect()
    {
        using LinkedSimulator device = (await DeviceAsync()).Device;
        Directory.CreateDirectory(_folder["handed"]);
        File.WriteAllText(Path.Combine(_folder["handed"], IdText + ".link"), Convert.ToHexString(DeviceKeys.Link(_key)));
        Outcome outcome = await CommandLine.RunAsync(["sync", "--tcp", device.Address, "--store", _folder["store"], "--keys", _folder["handed"]]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_a_sentence_with_what_to_do()
    {
        (await CommandLine.RunAsync(["sync"])).IsRefusedBecause("No device is named");
        (await CommandLine.RunAsync(["sync", "--tcp", "127.0.0.1:1", "--port", "COM6"])).IsRefusedBecause("Two devices are named");
        (await CommandLine.RunAsync(["sync", "--tcp", "127.0.0.1:1"])).IsRefusedBecause("Nothing listens on 127.0.0.1:1");
        (await CommandLine.RunAsync(["sync", "--tcp", "127.0.0.1:1", "--hub", "hub.example.org"])).IsRefusedBecause("--hub hub.example.org is no address");
        using (LinkedSimulator fresh = new())
        {
            Failed(await SyncAsync(fresh), "has no id and key yet: set it up with 'ecgchip flash' first");
        }

        using LinkedSimulator device = (await DeviceAsync()).Device;
        Refused(await CommandLine.RunAsync(["sync", "--tcp", device.Address, "--store", _folder["store"], "--keys", _folder["none"]]), $"There is no key for device {IdText}");
        Refused(await SyncAsync(device, "--hub", "http://127.0.0.1:9"), "give --user");
        using (FakeHub hub = new())
        {
            Refused(await SyncAsync(device, "--hub", hub.Address, "--user", "nobody@example.org"), "does not let nobody@example.org in");
            hub.KnowsDevice = false;
            Outcome unknown = await SyncAsync(device, "--hub", hub.Address, "--user", FakeHub.User);
            Assert.Equal(ExitCode.Failed, unknown.ExitCode);
            Assert.Contains("does not know device " + IdText, unknown.Error, StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(_folder["keys"], IdText + ".key"), new string('1', 64));
        Failed(await SyncAsync(device), "has another key than the one given for it");
        File.WriteAllText(Path.Combine(_folder["keys"], IdText + ".key"), "torn");
        Refused(await SyncAsync(device), "holds no key");
    }

    [Fact]
    public async Task With_the_real_hub_a_recording_goes_from_the_device_to_the_doctor_once_though_the_hub_is_killed_on_the_way()
    {
        (LinkedSimulator device, byte[][] stored) = await DeviceAsync(testsItself: true);
        using LinkedSimulator disposed = device;
        using HubProcess hub = new(_folder["hub"]);
        Directory.CreateDirectory(_folder["hub"]);
        Environment.SetEnvironmentVariable("ECGCHIP_HUB_PASSWORD", HubProcess.Password);
        foreach (string role in new[] { "Administrator", "FieldWorker", "Doctor" })
        {
            await hub.AddUserAsync(role);
        }

        await hub.StartAsync();
        Task<Outcome> SyncWithHub() => SyncAsync(device, "--hub", hub.Address, "--user", HubProcess.User("FieldWorker"));

        // Nobody has enrolled the device yet: what was collected stays here, and nothing is acknowledged.
        Outcome outcome = await SyncWithHub();
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("have its administrator enrol it", outcome.Error, StringComparison.Ordinal);
        (await hub.AskAsync("Administrator", HttpMethod.Put, $"devices/{IdText}", new { key = Convert.ToHexStringLower(_key), village = "Kibera" })).Dispose();

        // A hub that is gone is no reason to lose anything.
        string gone = hub.Address;
        hub.Kill();
        outcome = await SyncAsync(device, "--hub", gone, "--user", HubProcess.User("FieldWorker"));
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);

        // A laptop that has never seen the key gets that of the link from the hub, and the next sync completes it all.
        await hub.StartAsync();
        File.Delete(Path.Combine(_folder["keys"], IdText + ".key"));
        outcome = await SyncWithHub();
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        hub.Kill();
        await hub.StartAsync();
        outcome = await SyncWithHub();
        Assert.Contains("Nothing new on the device.", outcome.Output, StringComparison.Ordinal);

        for (int sequence = 1; sequence <= stored.Length; sequence++)
        {
            using HttpResponseMessage content = await hub.AskAsync("Doctor", HttpMethod.Get, $"records/{IdText}/{sequence}/content");
            byte[] there = await content.Content.ReadAsByteArrayAsync();
            Assert.True(RecordSeal.Verify(DeviceKeys.Record(_key), Id, sequence, there));
            Assert.Equal(stored[sequence - 1], RecordSeal.Unsealed(there));
        }

        using HttpResponseMessage list = await hub.AskAsync("Doctor", HttpMethod.Get, "records");
        JsonElement listed = Assert.Single((await list.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("records").EnumerateArray().ToArray());
        Assert.Equal((IdText, 1, "Kibera"), (listed.GetProperty("device").GetString(), listed.GetProperty("sequence").GetInt32(), listed.GetProperty("village").GetString()));
    }

    [Fact]
    public async Task A_store_that_nothing_can_be_written_to_is_refused_and_nothing_is_acknowledged()
    {
        using LinkedSimulator device = (await DeviceAsync()).Device;
        File.WriteAllText(_folder["file"], "");
        Refused(await CommandLine.RunAsync(["sync", "--tcp", device.Address, "--keys", _folder["keys"], "--store", _folder["file"]]), "give --store a folder that is yours");
        Assert.Equal(1, (await SyncAsync(device, "--json", "-")).Json().GetProperty("records").GetArrayLength());
    }

    private static void Refused(Outcome outcome, string because) => (outcome with { Output = "" }).IsRefusedBecause(because);

    private static void Failed(Outcome outcome, string because)
    {
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains(because, outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }

    private Task<Outcome> SyncAsync(LinkedSimulator device, params string[] args) => CommandLine.RunAsync(
        ["sync", "--tcp", device.Address, "--store", _folder["store"], "--keys", _folder["keys"], .. args]);

    // A device that was set up and has made a recording; and, where that is asked for, has tested itself, which is a record too.
    private async Task<(LinkedSimulator Device, byte[][] Stored)> DeviceAsync(bool testsItself = false)
    {
        LinkedSimulator device = new(options: new SimulationOptions { DeviceId = Id, Key = _key });
        if (testsItself)
        {
            Assert.Equal(ExitCode.Done, (await CommandLine.RunAsync(["self-test", "--tcp", device.Address, "--json", "-"])).ExitCode);
        }

        using IDisposable attachment = HostBoard.Attach(device.Board);
        RecordLog log = Open();
        return (device, [.. Enumerable.Range(1, testsItself ? 2 : 1).Select(sequence => Read(log, sequence))]);
    }

    private static RecordLog Open() => Firmware.OpenLog(new FirmwareSettings());

    private static byte[] Read(RecordLog log, int sequence)
    {
        LogReader reader = new(log);
        reader.BeginFind(sequence);
        while (!reader.Step())
        {
        }

        byte[] record = new byte[reader.Length];
        Assert.Equal(record.Length, reader.Read(0, record, 0, record.Length));
        return record;
    }
}
