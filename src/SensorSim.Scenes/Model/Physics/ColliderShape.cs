namespace SensorSim.Scenes.Model.Physics;

/// <summary>The form of a <see cref="SceneCollider"/>, in metres, about the origin of its node. Those with an axis stand along Y.</summary>
public abstract record ColliderShape
{
    private protected ColliderShape()
    {
    }
}
