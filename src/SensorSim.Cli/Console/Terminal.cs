using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Cli.Console;

/// <summary>
/// Where a command writes: results on <see cref="Out"/>, everything said on the way (progress, warnings, errors) on <see cref="Error"/>.
/// </summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="ErrorIsTerminal">A person watches standard error: a moving progress bar is welcome.</param>
/// <param name="Colour">Colours are welcome on standard error.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool ErrorIsTerminal, bool Colour)
{
    /// <summary>
    /// A terminal whose streams may fail: a result that cannot be written is an <see cref="OutputException"/>, what is said on the way is dropped.
    /// </summary>
    /// <param name="output">Gives standard output.</param>
    /// <param name="error">Gives standard error.</param>
    public static Terminal Over(Func<TextWriter> output, Func<TextWriter> error, bool errorIsTerminal = false, bool colour = false) => new(
        new GuardedWriter(output, PrintableText.WithoutControls, static failure => throw new OutputException(FileFailure.Reason(failure), failure)),
        new GuardedWriter(error, static text => text, static _ => { }),
        errorIsTerminal,
        colour);

    /// <summary>The streams of this process. NO_COLOR (any value) and TERM=dumb turn colours off.</summary>
    public static Terminal OfProcess()
    {
        bool isTerminal = StandardStream.IsInherited(StandardStream.Error) && !System.Console.IsErrorRedirected;
        bool isDumb = Environment.GetEnvironmentVariable("TERM") is "dumb" or null or "";
        bool noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return Over(
            () => Given(StandardStream.Output, () => System.Console.Out),
            () => Given(StandardStream.Error, () => System.Console.Error),
            isTerminal && !isDumb,
            isTerminal && !isDumb && !noColour);
    }

    /// <summary>A line to the person who watches.</summary>
    public void Say(string line) => Error.WriteLine(PrintableText.OfLines(line));

    /// <summary>A line that ought to be read: "warning: …".</summary>
    public void Warn(string message) => Say(WarningOf(message));

    /// <summary>The line of a warning.</summary>
    public static string WarningOf(string message) => $"warning: {message}";

    private static TextWriter Given(int descriptor, Func<TextWriter> stream) =>
        StandardStream.IsInherited(descriptor) ? stream() : throw new IOException("it is closed");
}
