using SensorSim.Cli.Commands;
using SensorSim.Cli.Console;

return CommandTree.Run(args, Terminal.OfProcess());
