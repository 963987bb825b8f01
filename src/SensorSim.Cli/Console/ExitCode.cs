namespace SensorSim.Cli.Console;

/// <summary>What the process returns. Scripts and schedulers rely on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for is done.</summary>
    public const int Done = 0;

    /// <summary>It was tried and did not work; trying again may help.</summary>
    public const int Failed = 1;

    /// <summary>The request itself is wrong. Nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>The run is complete, but a gate rejected some of its frames; a rehearsal found episodes whose frames would be.</summary>
    public const int RejectedFrames = 3;

    /// <summary>A dataset has not what was asked of it.</summary>
    public const int Rejected = 4;

    /// <summary>A dataset does not suffice to tell whether it has what was asked of it.</summary>
    public const int InsufficientEvidence = 5;

    /// <summary>A failure that trying again on this machine cannot mend.</summary>
    public const int Permanent = 42;

    /// <summary>Stopped by Ctrl-C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by SIGTERM: 128 + SIGTERM.</summary>
    public const int Terminated = 143;
}
