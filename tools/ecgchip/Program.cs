using System.CommandLine;
using EcgChip.Cli;
using EcgChip.Cli.Commands;

RootCommand root = new("EcgChip on the desktop: simulate the device, look at what it found.")
{
    SimulateCommand.Create(),
    BenchCommand.Create(),
};

return await CommandRunner.RunAsync(root, args);
