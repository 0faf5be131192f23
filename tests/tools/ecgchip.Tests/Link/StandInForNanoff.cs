using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace EcgChip.Cli.Tests.Link;

/// <summary>A small program in nanoff's place: notes what it was asked, and answers as nanoff does, or with an error of nanoff's.</summary>
internal sealed class StandInForNanoff
{
    private const string Chip = "ESP32 (ESP32-D0WD-V3 (revision v3.0))";
    private readonly string _asked;

    /// <summary>The program in a folder.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="chip">What it says is at the port.</param>
    /// <param name="fails">The first of what it is asked that fails: listports, devicedetails, update; null for none.</param>
    /// <param name="error">How that fails: what nanoff prints.</param>
    /// <param name="ports">The ports that it lists, as it prints them.</param>
    public StandInForNanoff(TemporaryFolder folder, string chip = Chip, string? fails = null, string error = "E6000", string ports = @"  COM5\n  COM6\n")
    {
        _asked = folder["asked"];
        Path = folder["nanoff"];
        string script = $$"""
            #!/bin/sh
            echo "$*" >> '{{_asked}}'
            case "$*" in
              *--{{fails ?? "never"}}*) echo '{{error}}'; exit 112;;
              *--listports*) printf 'Available COM ports:\n{{ports}}\n';;
              *--devicedetails*) printf '\nConnected to:\n{{chip}}\nFeatures WiFi, BT, Dual Core\nFlash size 16MB\nPSRAM: 8MB\n';;
              *) echo 'Flashing firmware...OK';;
            esac
            """;
        File.WriteAllText(Path, script.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The program.</summary>
    public string Path { get; }

    /// <summary>What it was asked, call by call.</summary>
    public IReadOnlyList<string> Asked => File.Exists(_asked) ? [.. File.ReadAllLines(_asked).Where(line => line.Length > 0)] : [];
}
