using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Styles;
using SensorSim.Style;

namespace SensorSim.Cli.Commands.Styles;

/// <summary>A restyling with its progress on the terminal.</summary>
internal static class Restyling
{
    /// <summary>Says what is waited for where a style takes long to prepare; to be disposed when it is there.</summary>
    public static DelayedLine Announced(Action<string> say) => new(say, "preparing the style: loading its network, or asking its server again until it answers; Ctrl-C ends it", TimeProvider.System);

    /// <returns>The finished dataset; null when it was stopped.</returns>
    public static DatasetDescription? Run(Terminal terminal, RestyleRun run, string output, long frames, CancellationToken stop)
    {
        try
        {
            using var display = ProgressDisplay.Start(terminal, "frames restyled", frames);
            return run.Execute(new DisplayProgress(display), stop, () => Announced(display.Say));
        }
        catch (Exception broken) when (broken is StyleException or DatasetException)
        {
            // Not in the filter: only behind the run's own clearing up is it known what is left.
            if (!DatasetWriter.IsBegun(output)) throw;
            throw BrokenOffException.Resumable(broken, output);
        }
    }
}
