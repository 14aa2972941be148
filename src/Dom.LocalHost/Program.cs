using Dom.LocalHost.Commands;

return await DomCommand.Create().Parse(args).InvokeAsync();
