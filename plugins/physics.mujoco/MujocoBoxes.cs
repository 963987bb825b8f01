using SensorSim.Geometry;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>
/// Contacts between boxes that cannot be: the library's collider of two boxes now and then reports a point as deep as a box is wide (google-deepmind/mujoco, issue 3476). Convex bodies are nowhere deeper in each other
/// along a direction than their shadows on it overlap.
/// </summary>
internal static unsafe class MujocoBoxes
{
    /// <summary>Shallower points are not looked at, metres.</summary>
    private const double Noticed = 1e-3;

    public static bool IsPhantom(MujocoModel model, MujocoContact contact)
    {
        if (contact.Distance > -Noticed || !IsBox(model, contact.FirstGeometry) || !IsBox(model, contact.SecondGeometry))
        {
            return false;
        }

        double* first = model.GeometryPosition(contact.FirstGeometry), second = model.GeometryPosition(contact.SecondGeometry);
        double apart = Vector3d.Dot(contact.Normal, new(second[0] - first[0], second[1] - first[1], second[2] - first[2]));
        double overlap = HalfShadow(model, contact.FirstGeometry, contact.Normal) + HalfShadow(model, contact.SecondGeometry, contact.Normal) - apart;
        return -contact.Distance > overlap + Noticed;
    }

    private static bool IsBox(MujocoModel model, int geometry) => model.TypeOfGeometry(geometry) == MujocoLayout.number_mjGEOM_BOX;

    private static double HalfShadow(MujocoModel model, int box, Vector3d direction)
    {
        double* half = model.SizeOfGeometry(box), axes = model.GeometryRotation(box);
        double shadow = 0;
        for (int axis = 0; axis < 3; axis++)
        {
            shadow += half[axis] * Math.Abs((axes[axis] * direction.X) + (axes[3 + axis] * direction.Y) + (axes[6 + axis] * direction.Z));
        }

        return shadow;
    }
}
