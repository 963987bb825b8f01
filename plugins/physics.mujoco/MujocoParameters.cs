namespace SensorSim.Plugins.PhysicsMujoco;

public sealed record MujocoParameters
{
    [Parameter("newton: few rounds, each in time that grows as the third power of what touches; cg: conjugate gradients, many quick rounds; auto: newton below 40 dynamic bodies")]
    public MujocoSolver Solver { get; init; }

    [Parameter("Rounds of the solver in each step at most", Min = 1, Max = 1000)]
    public int Iterations { get; init; } = 25;

    [Parameter("Improvement of a round, relative to all motion, below which the solver has done enough", Min = 1e-15, Max = 0.01)]
    public double Tolerance { get; init; } = 1e-8;

    [Parameter("Time in which contacts, limits and releasable joints take back what is amiss; never less than two steps", Unit = "s", Min = 0.0001, Max = 0.1)]
    public double ContactTime { get; init; } = 0.004;

    [Parameter("Share of what contacts, limits and releasable joints ask for that they get in a step, with newton", Min = 0.9, Max = 0.9999)]
    public double Hardness { get; init; } = 0.98;

    [Parameter("The same with cg, which needs more rounds for what is harder", Min = 0.9, Max = 0.9999)]
    public double CgHardness { get; init; } = 0.96;

    [Parameter("How many times harder a contact holds against slipping than against sinking in: with little, bodies creep down slopes", Min = 1, Max = 100)]
    public double FrictionStiffness { get; init; } = 1;

    [Parameter("How far bodies that rest are inside each other: with less than gravity makes in a step they would touch and part all the time, and so they are never less than 1.5 g step²", Unit = "m", Min = 0, Max = 0.01)]
    public double ContactLayer { get; init; } = 0.00002;

    [Parameter("Speed at most with which bodies that are inside each other are parted: faster, and hard landings hop", Unit = "m/s", Min = 0.001, Max = 10)]
    public double CorrectingSpeed { get; init; } = 0.1;
}
