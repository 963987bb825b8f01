namespace SensorSim.Plugins.PhysicsOde;

public sealed record OdeParameters
{
    [Parameter("Rounds of the solver in each step", Min = 5, Max = 1000)]
    public int Iterations { get; init; } = 60;

    [Parameter("How far each round of the solver overshoots", Min = 0.5, Max = 1.7)]
    public double OverRelaxation { get; init; } = 1.3;

    [Parameter("Share of what joints have drifted apart, and bodies are inside each other, that a step takes back", Min = 0.01, Max = 0.8)]
    public double ErrorReduction { get; init; } = 0.2;

    [Parameter("How far bodies that rest are inside each other: with none they would touch and part all the time", Unit = "m", Min = 0, Max = 0.01)]
    public double ContactLayer { get; init; } = 0.00002;

    [Parameter("Speed at most with which bodies that are inside each other are parted: faster, and hard landings hop", Unit = "m/s", Min = 0.001, Max = 10)]
    public double CorrectingSpeed { get; init; } = 0.1;
}
