using EcgChip.Hub.Commands;

return await HubCommand.RunAsync(args);
