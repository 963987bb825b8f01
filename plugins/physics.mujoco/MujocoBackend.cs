using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Models;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>MuJoCo 2.2.2 through its C interface.</summary>
public sealed class MujocoBackend : PhysicsBackend<MujocoParameters>
{
    public override PhysicsDeterminism Determinism => PhysicsDeterminism.FromSnapshot;

    public override string LibraryVersion => MujocoLibrary.Version();

    public override IPhysicsWorld Build(MujocoParameters parameters, WorldDescription description)
    {
        MujocoLibrary.Require();
        return new MujocoWorld(parameters, description);
    }

    /// <summary>MJCF, and what else the library reads.</summary>
    public override bool ReadsModels => true;

    protected override ArticulatedModel ReadModel(string path)
    {
        MujocoLibrary.Require();
        return ModelReader.Read(path);
    }
}
