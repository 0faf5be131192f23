using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.Flash;

/// <summary>What nanoff is asked for. Its options are those of nanoFirmwareFlasher's README.</summary>
internal static class NanoffCommands
{
    /// <summary>The image of nanoFramework that the firmware is made for: 240 MHz, and it boots without PSRAM too.</summary>
    public const string Target = "ESP32_PSRAM_REV3";

    /// <summary>Lists the serial ports of this computer.</summary>
    public static readonly string[] ListPorts = ["--listports"];

    /// <summary>Says what chip is at a port.</summary>
    public static string[] DeviceDetails(string port) => ["--platform", "esp32", "--serialport", port, "--devicedetails"];

    /// <summary>
    /// Writes nanoFramework and the program. Quietly: else it moves the cursor of a console that it does not have when it is run by another program.
    /// </summary>
    public static string[] Flash(string port, string image) =>
        ["--target", Target, "--update", "--serialport", port, "--deploy", "--image", image, "--verbosity", "m"];

    /// <summary>As a person would type it.</summary>
    public static string Line(IEnumerable<string> arguments) => "nanoff " + string.Join(' ', arguments.Select(Quoted));

    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
