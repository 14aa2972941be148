using System.CommandLine;
using Dom.Benchmarks;

var root = new RootCommand("Measures Dom on this machine and prints Markdown tables. Nothing is judged here: the tables go into the documents.")
{
    StartCommand.Create(),
    OrdersCommand.Create(),
    MemoryCommand.Create(),
    OperationsCommand.Create(),
    SourcingCommand.Create(),
    RulesCommand.Create(),
    SolverCommand.Create(),
    RivalsCommand.Create(),
    MillionCommand.Create(),
    PricesCommand.Create(),
    DriftCommand.Create(),
    ReplayCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
