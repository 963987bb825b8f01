using SensorSim.Cli.Commands;
using SensorSim.Cli.Console;

var terminal = Terminal.OfProcess();

// Before anything else is loaded: loading is what fails.
if (OpenFileLimit.Problem() is not { } problem) return CommandTree.Run(args, terminal);
terminal.Say($"error: {problem}");
if (args.Contains("--json", StringComparer.Ordinal)) JsonOutput.WriteError(terminal, new(ExitCode.Failed, [problem]));
return ExitCode.Failed;
