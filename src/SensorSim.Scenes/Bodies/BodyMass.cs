using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model.Physics;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Bodies;

/// <summary>How heavy a dynamic body is: what the sample or the scenario says, else the file, else its volume and the density of everything.</summary>
internal static class BodyMass
{
    /// <param name="own">What the sample or the scenario says of it alone.</param>
    /// <param name="everything">Of what nothing else is said.</param>
    /// <param name="file">What the file says.</param>
    /// <param name="solid">What it is filled with; null of what has neither colliders nor a surface.</param>
    /// <param name="stretch">Of the file's node.</param>
    /// <returns>Null when it cannot be told.</returns>
    public static MassDescription? Of(BodyProperties own, BodyProperties everything, SceneBody? file, Solid? solid, Matrix4x4d stretch)
    {
        bool isOwn = own.MassKg is not null || own.Density is not null;
        double? fileKilograms = isOwn && own.MassKg is null ? null : file?.MassKg;
        double? kilograms = own.MassKg ?? (own.Density is { } density ? density * solid?.Volume : null) ?? fileKilograms ?? (everything.Density * solid?.Volume);
        if (kilograms is not { } mass || (own.Density is not null && own.MassKg is null) || file is null)
        {
            return kilograms is { } known ? solid?.Weighing(known) : null;
        }

        MassDescription? filled = solid?.Weighing(mass);
        Vector3d? moments = file.Moments is { } said ? (mass / (file.MassKg ?? mass)) * said : filled?.Moments;
        return moments is { } m ? new()
        {
            Kilograms = mass,
            Centre = file.CentreOfMass is { } centre ? stretch.TransformPoint(centre) : filled?.Centre ?? Vector3d.Zero,
            Moments = m,
            Axes = file.Moments is null ? filled!.Axes : file.Axes,
        }
        : null;
    }
}
