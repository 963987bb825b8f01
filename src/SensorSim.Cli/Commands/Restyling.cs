using SensorSim.Cli.Console;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Styles;
using SensorSim.Style;

namespace SensorSim.Cli.Commands;

/// <summary>A restyling with its progress on the terminal.</summary>
internal static class Restyling
{
    /// <returns>The finished dataset; null when it was stopped.</returns>
    public static DatasetDescription? Run(Terminal terminal, RestyleRun run, string output, long frames, CancellationToken stop)
    {
        try
        {
            using var display = ProgressDisplay.Start(terminal, "frames restyled", frames);
            return run.Execute(new DisplayProgress(display), stop);
        }
        catch (StyleException broken) when (DatasetWriter.IsBegun(output))
        {
            throw new BrokenOffException($"{broken.Message} What is written is kept: mend that, then the same command with --resume carries on in {output}.", broken);
        }
    }
}
