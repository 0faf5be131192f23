using EcgChip.WeightsGen.Commands;

return CommandLine.Run(args);
