namespace SensorSim.Plugins.PhysicsMujoco;

public enum MujocoSolver
{
    Auto,
    Newton,
    Cg,
}
