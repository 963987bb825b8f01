using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>The mechanical energy of all dynamic bodies.</summary>
/// <param name="KineticJoules">Of moving and turning.</param>
/// <param name="PotentialJoules">Of height against gravity; 0 with the centre of mass in the world's origin.</param>
public readonly record struct WorldEnergy(double KineticJoules, double PotentialJoules)
{
    public double TotalJoules => KineticJoules + PotentialJoules;

    /// <summary>Of a world as it is: ½ m v² + ½ ω·Iω − m g·x over its dynamic bodies.</summary>
    public static WorldEnergy Of(IPhysicsWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        double kinetic = 0, potential = 0;
        for (int i = 0; i < world.Description.Bodies.Count; i++)
        {
            if (world.Description.Bodies[i] is { Motion: BodyMotion.Dynamic, Mass: { } mass })
            {
                BodyState state = world.Body(i);
                Vector3d spin = (state.Pose.Rotation * mass.Axes).Conjugate().Rotate(state.AngularVelocity);
                kinetic += 0.5 * mass.Kilograms * Vector3d.Dot(state.LinearVelocity, state.LinearVelocity);
                kinetic += 0.5 * ((mass.Moments.X * spin.X * spin.X) + (mass.Moments.Y * spin.Y * spin.Y) + (mass.Moments.Z * spin.Z * spin.Z));
                potential -= mass.Kilograms * Vector3d.Dot(world.Description.GravityOf(i), state.CentreOfMass);
            }
        }

        return new(kinetic, potential);
    }
}
