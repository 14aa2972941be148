using Dom.LocalHost.Commands;

return await DomCommand.RunAsync(args);
