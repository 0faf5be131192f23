using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Tasks;

namespace EcgChip.Cli.Tests.Link;

/// <summary><c>ecgchip flash</c> with a small program in nanoff's place, and the simulator in the device's.</summary>
[Collection(ConsoleTests.Name)]
public sealed class FlashCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // Where somebody listens and no device is.
    private readonly TcpListener _idle = new(IPAddress.Loopback, 0);

    public FlashCommandTests()
    {
        Skip.If(OperatingSystem.IsWindows(), "The program in nanoff's place is a shell script.");
        File.WriteAllBytes(_folder["program.bin"], [1]);
        _idle.Start();
    }

    private string Idle => _idle.LocalEndpoint.ToString()!;

    public void Dispose()
    {
        _idle.Dispose();
        _folder.Dispose();
    }

    [SkippableFact]
    public async Task A_board_becomes_a_device_with_an_id_a_key_a_clock_and_a_label()
    {
        StandInForNanoff nanoff = new(_folder);
        using LinkedSimulator device = new();
        Outcome outcome = await FlashAsync(nanoff, "--link", device.Address, "--id", "0123456789ABCDEF");
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(
            [
                "--listports", "--platform esp32 --serialport COM5 --devicedetails",
                $"--target ESP32_PSRAM_REV3 --update --serialport COM5 --deploy --image {_folder["program.bin"]} --verbosity m",
            ],
            nanoff.Asked);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], Enumerable.Range(1, 7).Where(step => outcome.Output.Contains($"{step}/7 ", StringComparison.Ordinal)));
        Assert.Contains("Device    0123 4567 89AB CDEF", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Firmware  1.0.0", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Model     seed ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"Tested    {DateTime.UtcNow:yyyy-MM-dd}", outcome.Output, StringComparison.Ordinal);

        // The device has them all now, and its key is nowhere but in its file, which is its owner's alone.
        JsonElement told = (await CommandLine.RunAsync(["self-test", "--tcp", device.Address, "--json", "-"])).Json().GetProperty("device");
        Assert.Equal("0123456789ABCDEF", told.GetProperty("id").GetString());
        Assert.True(told.GetProperty("hasKey").GetBoolean());
        Assert.InRange(told.GetProperty("clock").GetDateTime(), DateTime.UtcNow.AddMinutes(-2), DateTime.UtcNow.AddMinutes(2));
        string file = Path.Combine(_folder["keys"], "0123456789ABCDEF.key");
        string key = File.ReadAllText(file).Trim();
        Assert.Matches("^[0-9a-f]{64}$", key);
        Assert.DoesNotContain(key, outcome.Output, StringComparison.OrdinalIgnoreCase);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["keys"]));
        }
    }

    [SkippableFact]
    public async Task A_device_that_is_flashed_again_keeps_its_id_and_its_key()
    {
        using LinkedSimulator device = new();
        JsonElement first = (await FlashAsync(new StandInForNanoff(_folder), "--link", device.Address, "--json", "-")).Json();
        string key = File.ReadAllText(first.GetProperty("keyFile").GetString()!);
        JsonElement second = (await FlashAsync(new StandInForNanoff(_folder), "--link", device.Address, "--json", "-")).Json();
        Assert.Equal(first.GetProperty("device").GetProperty("id").GetString(), second.GetProperty("device").GetProperty("id").GetString());
        Assert.Equal(key, File.ReadAllText(second.GetProperty("keyFile").GetString()!));
        Assert.Single(Directory.GetFiles(_folder["keys"]));
    }

    [SkippableFact]
    public async Task A_device_that_fails_its_self_test_gets_no_label()
    {
        using LinkedSimulator device = new(board => board.Faults.ComparatorVolts = _ => 1.6);
        Outcome outcome = await FlashAsync(new StandInForNanoff(_folder), "--link", device.Address);
        Assert.Equal((ExitCode.Failed, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("FAILED: LEAD OFF+ MV, LEAD OFF- MV. Do not use this device.", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("7/7", outcome.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_dry_run_prints_the_commands_and_does_nothing()
    {
        StandInForNanoff nanoff = new(_folder);
        Outcome outcome = await FlashAsync(nanoff, "--dry-run");
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("nanoff --listports", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"nanoff --target ESP32_PSRAM_REV3 --update --serialport COM5 --deploy --image \"{_folder["program.bin"]}\"", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(nanoff.Asked);
        Assert.False(Directory.Exists(_folder["keys"]));
    }

    [SkippableTheory]
    [InlineData("ESP32-S3 (ESP32-S3 (revision v0.2))", "This is the wrong chip (ESP32-S3")]
    [InlineData("ESP32 (ESP32-D0WDQ6 (revision v1.0))", "This is the wrong chip (ESP32 (ESP32-D0WDQ6 (revision v1.0)))")]
    public async Task A_wrong_chip_is_refused_before_anything_is_written(string chip, string because)
    {
        StandInForNanoff nanoff = new(_folder, chip);
        Refused(await FlashAsync(nanoff, "--link", Idle), because);
        Assert.Equal(2, nanoff.Asked.Count);
    }

    [SkippableFact]
    public async Task What_is_missing_is_said_with_what_to_do()
    {
        StandInForNanoff nanoff = new(_folder);
        Refused(await CommandLine.RunAsync(["flash", "--port", "COM5", "--image", _folder["program.bin"], "--nanoff", _folder["none"]]), "is not there: give the program's own path");
        Refused(await CommandLine.RunAsync(["flash", "--port", "COM5", "--image", _folder["none.bin"], "--nanoff", nanoff.Path]), "is not there: build it as docs/building.md says");
        Refused(await CommandLine.RunAsync(["flash", "--port", "COM9", "--image", _folder["program.bin"], "--nanoff", nanoff.Path, "--link", Idle]), "There is no port COM9");
        (await CommandLine.RunAsync(["flash"])).IsRefusedBecause("--port");
        (await CommandLine.RunAsync(["flash", "--port", "COM5", "--id", "12"])).IsRefusedBecause("--id 12 is no id");
    }

    [SkippableFact]
    public async Task Without_a_link_the_only_other_port_is_taken_and_more_or_none_are_not_guessed_at()
    {
        Refused(await FlashAsync(new StandInForNanoff(_folder)), "There is no serial port COM6");
        StandInForNanoff three = new(_folder, ports: @"  COM5\n  COM6\n  COM7\n");
        Refused(await FlashAsync(three), "cannot be told (COM6, COM7): give it by --link");
        Refused(await FlashAsync(new StandInForNanoff(_folder, ports: @"  COM5\n")), "cannot be told (there is no other): give it by --link");
        Assert.All(three.Asked, asked => Assert.Equal("--listports", asked));
    }

    [SkippableFact]
    public async Task Where_nanoff_is_nowhere_it_says_how_it_is_installed()
    {
        ProcessStartInfo start = new("dotnet", [ProgramProcess.Path, "flash", "--port", "COM5", "--image", _folder["program.bin"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = _folder.Path;
        start.Environment["HOME"] = _folder.Path;
        using Process process = Process.Start(start)!;
        Refused(await ProgramProcess.EndAsync(process), "nanoff is missing: install it with 'dotnet tool install -g nanoff', open a new terminal, and start again");
    }

    [SkippableTheory]
    [InlineData("update", "E4000", "hold BOOT, press RESET once")]
    [InlineData("update", "Error E4003: Failed to write new firmware to ESP32.", "shorter cable")]
    [InlineData("update", "E9007", "on the internet")]
    [InlineData("devicedetails", "Error E6000: Couldn't open serial device.", "cannot be opened (E6000)")]
    [InlineData("devicedetails", "Error E6002: busy", "is busy (E6002): close the program that has it")]
    [InlineData("update", "Something new went wrong", "its last words: Something new went wrong")]
    public async Task What_nanoff_cannot_do_is_said_with_what_to_do(string fails, string error, string advice)
    {
        StandInForNanoff nanoff = new(_folder, fails: fails, error: error.Replace("'", "", StringComparison.Ordinal));
        Outcome outcome = await FlashAsync(nanoff, "--link", Idle);
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains(advice, outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }

    [SkippableFact]
    public async Task A_key_file_that_holds_no_key_is_not_overwritten()
    {
        using LinkedSimulator device = new();
        Directory.CreateDirectory(_folder["keys"]);
        string file = Path.Combine(_folder["keys"], "0123456789ABCDEF.key");
        File.WriteAllText(file, "torn");
        Refused(await FlashAsync(new StandInForNanoff(_folder), "--link", device.Address, "--id", "0123456789ABCDEF"), "holds no key");
        Assert.Equal("torn", File.ReadAllText(file));
    }

    // What was done until then is on the output.
    private static void Refused(Outcome outcome, string because) => (outcome with { Output = "" }).IsRefusedBecause(because);

    private Task<Outcome> FlashAsync(StandInForNanoff nanoff, params string[] args) => CommandLine.RunAsync(
        ["flash", "--port", "COM5", "--image", _folder["program.bin"], "--nanoff", nanoff.Path, "--keys", _folder["keys"], .. args]);
}
