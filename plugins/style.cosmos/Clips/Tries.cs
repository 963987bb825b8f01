using System.Globalization;
using SensorSim.Randomness;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Clips;

/// <summary>How often and how long one clip may still be tried. Pauses double, and half of each is drawn, so that many clients do not come back at once.</summary>
internal sealed class Tries
{
    private const double LongestPauseSeconds = 60;

    private readonly CosmosParameters _parameters;
    private readonly string _clip;
    private readonly long _begin;
    private int _again;

    /// <param name="parameters">Limits and pauses.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="clip">Addresses the draws.</param>
    public Tries(CosmosParameters parameters, TimeProvider clock, string clip)
    {
        (_parameters, Clock, _clip) = (parameters, clock, clip);
        _begin = clock.GetTimestamp();
    }

    public TimeProvider Clock { get; }

    public TimeSpan Left => TimeSpan.FromSeconds(_parameters.TimeoutS) - Clock.GetElapsedTime(_begin);

    /// <summary>Waits before another try.</summary>
    /// <param name="why">What went wrong: what is told when no try is left.</param>
    /// <param name="asked">How long the server asks to wait.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="StyleException">No try or no time is left.</exception>
    public void Pause(string why, TimeSpan? asked, CancellationToken stop)
    {
        if (_again == _parameters.Retries)
        {
            throw new StyleException(string.Create(CultureInfo.InvariantCulture, $"{why} That was try {_again + 1} of {_again + 1} (\"retries\": {_parameters.Retries}); what was received for other clips is kept."));
        }

        double drawn = RandomStream.Uniform(new RandomStream(RandomKey.ForDraw(0, _again, $"style.cosmos/pause/{_clip}"), 0, 0, 0).Draw(0).X);
        double pause = Math.Min(LongestPauseSeconds, _parameters.PauseS * Math.Pow(2, _again)) * (0.5 + (0.5 * drawn));
        _again++;
        Wait(asked is { } time && time.TotalSeconds > pause ? time : TimeSpan.FromSeconds(pause), why, stop);
    }

    /// <summary>Waits without counting a try: a job is being worked on.</summary>
    public void WaitForJob(TimeSpan? asked, string what, CancellationToken stop)
    {
        double own = _parameters.PollS;
        Wait(asked is { } time && time.TotalSeconds > own ? time : TimeSpan.FromSeconds(own), what, stop);
    }

    /// <summary>The time that is left, as a reason to stop.</summary>
    /// <param name="stop">The other reason.</param>
    public Deadline Begin(CancellationToken stop) => new(Left, Clock, stop);

    public StyleException OutOfTime(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} There is no answer within {_parameters.TimeoutS} seconds (\"timeout_s\"); what was sent and received is kept: the same command again goes on from there."));

    private void Wait(TimeSpan pause, string what, CancellationToken stop)
    {
        if (pause >= Left)
        {
            throw OutOfTime(what);
        }

        Task.Delay(pause, Clock, stop).GetAwaiter().GetResult();
    }
}
