using SensorSim.Geometry;
using SensorSim.Plugins.PhysicsMujoco.Generated;

namespace SensorSim.Plugins.PhysicsMujoco.Native;

/// <summary>A <c>mjContact</c> in the library's list.</summary>
internal readonly unsafe struct MujocoContact(byte* at)
{
    private readonly byte* _at = at;

    public int FirstGeometry => *(int*)(_at + MujocoLayout.mjContact_geom1);

    public int SecondGeometry => *(int*)(_at + MujocoLayout.mjContact_geom2);

    /// <summary>Below 0: one is inside the other.</summary>
    public double Distance => *(double*)(_at + MujocoLayout.mjContact_dist);

    public Vector3d Point => Vector(MujocoLayout.mjContact_pos, 0);

    /// <summary>From the first geometry to the second.</summary>
    public Vector3d Normal => Vector(MujocoLayout.mjContact_frame, 0);

    public Vector3d FirstTangent => Vector(MujocoLayout.mjContact_frame, 3);

    public Vector3d SecondTangent => Vector(MujocoLayout.mjContact_frame, 6);

    /// <summary>The first of three rows, along the normal and the tangents; below 0 when there is none.</summary>
    public int Row => *(int*)(_at + MujocoLayout.mjContact_efc_address);

    public void SetFriction(double friction)
    {
        var coefficients = (double*)(_at + MujocoLayout.mjContact_friction);
        (coefficients[0], coefficients[1]) = (friction, friction);
    }

    /// <summary>Leaves it out of what is solved.</summary>
    public void Exclude() => *(int*)(_at + MujocoLayout.mjContact_exclude) = 1;

    private Vector3d Vector(int offset, int first)
    {
        double* numbers = (double*)(_at + offset) + first;
        return new(numbers[0], numbers[1], numbers[2]);
    }
}
