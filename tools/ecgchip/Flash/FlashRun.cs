using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Commands;
using EcgChip.Cli.Output;
using EcgChip.Link;

namespace EcgChip.Cli.Flash;

/// <summary>
/// Makes a device of a board, step by step: each says what it does before it does it, and when it fails, what to do. Any step can be done again: a
/// device that has an id and a key keeps them.
/// </summary>
internal sealed class FlashRun
{
    private const int Steps = 7;

    // A board that was flashed starts anew: nanoFramework takes some seconds, the display and the log one more.
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    // A clock that was set differs by the time that the answer takes.
    private static readonly TimeSpan ClockError = TimeSpan.FromSeconds(5);

    private readonly FlashRequest _request;
    private readonly TextWriter _writer;
    private int _step;

    /// <summary>A run that has not begun.</summary>
    public FlashRun(FlashRequest request, TextWriter writer)
    {
        _request = request;
        _writer = writer;
    }

    /// <summary>Prints what would be done, and does nothing.</summary>
    public void Rehearse()
    {
        string link = _request.Link ?? "the port of the link";
        Step($"see that nanoff is there and {_request.Port} exists");
        Would(NanoffCommands.ListPorts);
        Step("see that the chip is an ESP32 of revision 3");
        Would(NanoffCommands.DeviceDetails(_request.Port));
        Step($"flash nanoFramework ({NanoffCommands.Target}) and the program");
        Would(NanoffCommands.Flash(_request.Port, _request.ImagePath));
        Step($"wait for the device to say hello on {link}");
        Step($"set its id ({(_request.DeviceId is long id ? DeviceHello.Text(id) : "its own, or a new one")}), its key (kept in {new DeviceKeys(_request.Keys).Folder}) and its clock");
        Step("let it test itself");
        Step("print the label for the box");
        _writer.WriteLine("Nothing was done: this was a dry run.");
    }

    /// <summary>Does it.</summary>
    /// <exception cref="UnusableInputException">Something that is needed is not there.</exception>
    /// <exception cref="FlashException">A step failed.</exception>
    /// <exception cref="LinkException">The device does not answer, or refuses.</exception>
    public async Task<FlashResult> RunAsync(CancellationToken cancellation)
    {
        if (!File.Exists(_request.ImagePath))
        {
            throw new UnusableInputException(
                $"The program {_request.ImagePath} is not there: build it as docs/building.md says, or give --image the .bin of a release.");
        }

        Step($"see that nanoff is there and {_request.Port} exists");
        NanoffTool nanoff = NanoffTool.Find(_request.Nanoff);
        string[] ports = await PortsAsync(nanoff, cancellation);
        string link = _request.Link ?? OtherPort(ports);

        // A link that cannot be opened is better known now than when the board is flashed.
        Connect(link, cancellation).Dispose();
        Step("see that the chip is an ESP32 of revision 3");
        await CheckChipAsync(nanoff, cancellation);
        Step($"flash nanoFramework ({NanoffCommands.Target}) and the program {_request.ImagePath} (some two minutes; leave the cable in)");
        await DoAsync(nanoff, NanoffCommands.Flash(_request.Port, _request.ImagePath), cancellation);
        Step($"wait for the device to say hello on {link}");
        return await Task.Run(() => OverTheLink(link, cancellation), CancellationToken.None);
    }

    private FlashResult OverTheLink(string link, CancellationToken cancellation)
    {
        using LinkClient client = Connect(link, cancellation);
        DeviceHello hello = Greet(client, cancellation);
        long id = _request.DeviceId ?? hello.DeviceId ?? NewId();
        DeviceKeys keys = new(_request.Keys);
        Step($"set its id ({DeviceHello.Text(id)}), its key (kept in {keys.FileOf(id)}, for your eyes only) and its clock");
        Set(client, id, keys.KeyOf(id), cancellation);
        hello = client.Hello(cancellation);
        Step("let it test itself (half a minute; clip its electrodes together)");
        (IReadOnlyList<TestLine> lines, bool stored) = SelfTestSession.Run(client, line => SelfTestText.Print(line, _writer), cancellation);
        SelfTestText.PrintEnd(lines, stored, _writer);
        FlashResult result = new() { Device = hello, KeyFile = keys.FileOf(id), Lines = lines, Stored = stored, Made = DateTimeOffset.UtcNow };
        if (lines.Any(line => line.Verdict == LineVerdict.Failed) || !stored)
        {
            return result;
        }

        Step("print the label for the box");
        foreach (string line in BoxLabel.Lines(hello, result.Made))
        {
            _writer.WriteLine(line);
        }

        return result;
    }

    private async Task<string[]> PortsAsync(NanoffTool nanoff, CancellationToken cancellation)
    {
        NanoffOutcome listed = await DoAsync(nanoff, NanoffCommands.ListPorts, cancellation);
        string[] ports =
        [
            .. listed.Output.Split('\n', StringSplitOptions.TrimEntries).SkipWhile(line => !line.StartsWith("Available COM ports", StringComparison.Ordinal))
                .Skip(1).TakeWhile(line => line.Length > 0),
        ];
        return ports.Contains(_request.Port, StringComparer.OrdinalIgnoreCase) ? ports
            : throw new UnusableInputException(
                $"There is no port {_request.Port}: plug the cable in, install the driver of its USB bridge (CP210x, CH340, FTDI), or give one of those that are there ({(ports.Length == 0 ? "none" : string.Join(", ", ports))}).");
    }

    private string OtherPort(string[] ports)
    {
        string[] others = [.. ports.Where(port => !port.Equals(_request.Port, StringComparison.OrdinalIgnoreCase))];
        return others.Length == 1 ? others[0]
            : throw new UnusableInputException(
                $"Which port the device's link is on cannot be told ({(others.Length == 0 ? "there is no other" : string.Join(", ", others))}): give it by --link, the chip's second serial port or the simulator's HOST:PORT.");
    }

    private async Task CheckChipAsync(NanoffTool nanoff, CancellationToken cancellation)
    {
        NanoffOutcome details = await DoAsync(nanoff, NanoffCommands.DeviceDetails(_request.Port), cancellation);
        ChipDetails? chip = ChipDetails.Read(details.Output);
        if (chip is null)
        {
            throw new FlashException("nanoff does not name the chip: update it with 'dotnet tool update -g nanoff', and start again.");
        }

        if (!chip.Fits)
        {
            throw new UnusableInputException(
                $"This is the wrong chip ({chip.Description}): the firmware is for an ESP32 of revision 3, as on an ESP32-WROVER-E; use such a board, or give the port that one is on.");
        }

        _writer.WriteLine($"      {chip.Description}");
    }

    private async Task<NanoffOutcome> DoAsync(NanoffTool nanoff, string[] arguments, CancellationToken cancellation)
    {
        Would(arguments);
        NanoffOutcome outcome = await nanoff.RunAsync(arguments, cancellation);
        return outcome.Succeeded ? outcome : throw new FlashException(NanoffAdvice.Of(outcome, _request.Port));
    }

    // The port of a link, and a simulator's too, is there before the device is.
    private static LinkClient Connect(string link, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new LinkClient(link.Contains(':', StringComparison.Ordinal) ? LinkOptions.OpenTcp(link) : new SerialTransport(link));
    }

    private static DeviceHello Greet(LinkClient client, CancellationToken cancellation)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return client.Hello(cancellation);
            }
            catch (LinkException exception) when (exception.Fault == LinkFault.NoAnswer && waited.Elapsed < LongestStart)
            {
                // it starts yet
            }
        }
    }

    private static void Set(LinkClient client, long id, byte[] key, CancellationToken cancellation)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        DeviceSettings set = client.Set(new WantedSettings { DeviceId = id, Key = key, Clock = now }, cancellation);
        if (set.DeviceId != id || !set.HasKey || set.Clock is not { } clock || (clock - now).Duration() > ClockError)
        {
            throw new FlashException("The device says that it is set to something else than it was told: switch it off and on, and start again.");
        }
    }

    // Random, and never 0, which stands for none: two technicians who do not know of one another must not give the same.
    private static long NewId() => (BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue) | 1L << 62;

    private void Step(string what)
    {
        _step++;
        _writer.WriteLine($"{_step}/{Steps}   {what}");
    }

    private void Would(string[] arguments) => _writer.WriteLine($"      {NanoffCommands.Line(arguments)}");
}
