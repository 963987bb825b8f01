using System.Globalization;
using SensorSim.Scenes.Scenarios;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SensorSim.Cli.Console;

/// <summary>Progress for a person: a bar with count, rate and time left, redrawn in place.</summary>
internal sealed class ProgressBar : ProgressDisplay
{
    private readonly IAnsiConsole _console;
    private readonly TaskCompletionSource<ProgressTask> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RateColumn _rateColumn = new();
    private readonly RateEstimate _rate;
    private readonly ProgressTask _task;
    private readonly Task _drawing;

    public ProgressBar(Terminal terminal, string unit, long total)
    {
        _rate = new(total, TimeProvider.System);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.Colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(terminal.Error),
        });
        _drawing = Task.Run(() => Draw(unit, total));
        _task = _started.Task.GetAwaiter().GetResult();
    }

    public override void Report(long done)
    {
        _rate.Report(done);
        _rateColumn.Show(string.Join("  ", ProgressText.Rate(_rate.PerSecond), ProgressText.Eta(_rate.Remaining)).Trim());
        _task.Value = done;
    }

    public override void Say(string line) => _console.WriteLine(PrintableText.OfLines(line));

    protected override void Dispose(bool disposing)
    {
        _finished.TrySetResult();
        _drawing.GetAwaiter().GetResult();
    }

    private Task Draw(string unit, long total) =>
        new Progress(_console) { AutoRefresh = true }
            .Columns(new ProgressBarColumn(), new CountColumn(unit), _rateColumn)
            .StartAsync(async context =>
            {
                _started.SetResult(context.AddTask(unit, autoStart: true, maxValue: Math.Max(total, 1)));
                await _finished.Task;
            });

    private sealed class CountColumn(string unit) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value:F0}/{task.MaxValue:F0} {unit}"));
    }

    private sealed class RateColumn : ProgressColumn
    {
        // Written by the worker, read by the thread that draws.
        private volatile string _text = "";

        public void Show(string text) => _text = text;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(_text);
    }
}
