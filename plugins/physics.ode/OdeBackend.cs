using SensorSim.Physics;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>The Open Dynamics Engine 0.16 through its C interface. It has no snapshots: warm starts and islands are its own.</summary>
public sealed class OdeBackend : PhysicsBackend<OdeParameters>
{
    public override PhysicsDeterminism Determinism => PhysicsDeterminism.FromStart;

    public override string LibraryVersion => OdeLibrary.Version();

    public override IPhysicsWorld Build(OdeParameters parameters, WorldDescription description)
    {
        OdeLibrary.Require();
        lock (OdeLibrary.Turn)
        {
            return new OdeWorld(parameters, description);
        }
    }
}
