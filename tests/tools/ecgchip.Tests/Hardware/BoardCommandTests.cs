using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using EcgChip.Cli.Commands;

namespace EcgChip.Cli.Tests.Hardware;

[Collection(ConsoleTests.Name)]
public sealed class BoardCommandTests
{
    [Fact]
    public async Task The_command_writes_what_is_in_the_repository()
    {
        using TemporaryFolder folder = new();
        Committed.Copy(folder["board"]);
        Outcome outcome = await CommandLine.RunAsync(["board", "--out", folder.Path]);
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.All(BoardCommand.Files(Committed.Design).Keys, name => Assert.Equal(
            File.ReadAllText(Path.Combine(Committed.Folder, name)), File.ReadAllText(Path.Combine(folder.Path, name))));
    }

    [Fact]
    public async Task A_netlist_that_is_wrong_is_said_and_nothing_is_written()
    {
        using TemporaryFolder folder = new();
        Committed.Copy(folder["board"]);
        string path = Path.Combine(folder["board"], "schematic.txt");
        File.WriteAllText(path, File.ReadAllText(path).Replace("R1 R 5.1k : CC1 GND\n", "", StringComparison.Ordinal));
        Outcome outcome = await CommandLine.RunAsync(["board", "--out", folder.Path]);
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("CC1 connects nothing", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["board.md"]));
        Assert.Equal(3, folder.Names("board").Length);
    }

    [Fact]
    public async Task A_folder_without_a_netlist_is_refused()
    {
        using TemporaryFolder folder = new();
        (await CommandLine.RunAsync(["board", "--out", folder.Path])).IsRefusedBecause("symbols.txt is missing");
    }
}
