using EcgChip.Cli;
using EcgChip.Cli.Commands;

using Interruption interruption = new();
return await CommandRunner.RunAsync(EcgChipCommand.Create(), args, interruption.Token);
