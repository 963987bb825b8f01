using System.Text;

namespace SensorSim.Cli.Console;

/// <summary>A stream of this process that may be full or closed: one place decides what that means.</summary>
/// <param name="open">Gives the stream; called once, before the first write.</param>
/// <param name="show">What of a text a terminal may get.</param>
/// <param name="onFailure">Told why something could not be written. When it returns, the text is dropped.</param>
internal sealed class GuardedWriter(Func<TextWriter> open, Func<string, string> show, Action<Exception> onFailure) : TextWriter
{
    private readonly Lazy<TextWriter> _inner = new(open);

    public override Encoding Encoding => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public override void Write(char value) => Attempt(writer => writer.Write(value));

    public override void Write(string? value) => Attempt(writer => writer.Write(Shown(value)));

    public override void Write(char[] buffer, int index, int count) => Attempt(writer => writer.Write(buffer, index, count));

    public override void WriteLine() => Attempt(writer => writer.WriteLine());

    // In one piece, so that lines of two threads do not mix.
    public override void WriteLine(string? value) => Attempt(writer => writer.WriteLine(Shown(value)));

    public override void Flush() => Attempt(writer => writer.Flush());

    private string? Shown(string? value) => value is null ? null : show(value);

    // A bad descriptor comes as a refused access.
    private void Attempt(Action<TextWriter> write)
    {
        try
        {
            write(_inner.Value);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            onFailure(failure);
        }
    }
}
