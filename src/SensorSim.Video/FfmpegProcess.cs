using System.Diagnostics;
using System.Text;
using SensorSim.Plugins;

namespace SensorSim.Video;

/// <summary>One run of ffmpeg or ffprobe. What it complains of is kept.</summary>
internal sealed class FfmpegProcess : IDisposable
{
    private const int MostComplaints = 4000;

    private readonly Process _process;
    private readonly StringBuilder _complaints = new();
    private readonly CancellationTokenRegistration _stop;

    /// <param name="program">"ffmpeg" or "ffprobe": both are in Debian's package ffmpeg.</param>
    /// <param name="arguments">As they are; no shell sees them.</param>
    /// <param name="stop">Ends the program.</param>
    /// <exception cref="MissingLibraryException">It is not installed.</exception>
    public FfmpegProcess(string program, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        string path = ProgramPath.Of(program) ?? throw new MissingLibraryException(VideoPrograms.WhatIsMissing);
        stop.ThrowIfCancellationRequested();
        _process = Process.Start(new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new VideoException($"{path} does not start.");
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginErrorReadLine();
        _stop = stop.Register(End);
    }

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public string Complaints
    {
        get
        {
            lock (_complaints)
            {
                return _complaints.ToString().Trim();
            }
        }
    }

    /// <summary>Waits until it ends; its exit code.</summary>
    public int Finish()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void End()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    public void Dispose()
    {
        _stop.Dispose();
        if (!_process.HasExited)
        {
            End();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_complaints)
        {
            if (line is not null && _complaints.Length < MostComplaints)
            {
                _complaints.AppendLine(line);
            }
        }
    }
}
