using SensorSim.Physics;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Gltf.Extensions.RigidBodies;

/// <summary>What the limits of a joint leave free, of the connected node against the joint's.</summary>
/// <param name="Type">A kind that backends know.</param>
/// <param name="Axis">0 to 2, of a revolute or prismatic joint.</param>
/// <param name="Lower">Along it; null is without end.</param>
/// <param name="Upper">As <paramref name="Lower"/>.</param>
internal sealed record JointFreedom(JointType Type, int Axis = 0, double? Lower = null, double? Upper = null)
{
    /// <summary>Null when it is of no kind that backends know.</summary>
    public static JointFreedom? Read(JsonCursor description, GltfWarnings warnings)
    {
        var linear = new AxisLimits();
        var angular = new AxisLimits();
        foreach (JsonCursor limit in description.Items("limits"))
        {
            (JsonCursor? along, JsonCursor? about) = (limit.Find("linearAxes"), limit.Find("angularAxes"));
            if (along is null == about is null)
            {
                throw limit.Error("expected either linearAxes or angularAxes; keep one of them");
            }

            if (limit.Find("stiffness") is not null)
            {
                warnings.Add($"{limit.Path}: the stiffness of the limit was left out: limits are hard.");
            }

            (along is null ? angular : linear).Add(limit, (along ?? about)!);
        }

        return (linear.Locked, angular.Locked) switch
        {
            (3, 3) => new(JointType.Fixed),
            (3, 2) when !angular.IsJoined => angular.Range(angular.Open) is var (lower, upper) && lower <= -Math.PI && upper >= Math.PI
                ? new(JointType.Revolute, angular.Open)
                : new(JointType.Revolute, angular.Open, angular.Range(angular.Open).Lower, angular.Range(angular.Open).Upper),
            (2, 3) when !linear.IsJoined => new(JointType.Prismatic, linear.Open, linear.Range(linear.Open).Lower, linear.Range(linear.Open).Upper),
            (3, 0) => Ball(description, angular, warnings),
            (0, 0) when linear.IsEmpty && angular.IsEmpty => new(JointType.Free),
            _ => null,
        };
    }

    /// <summary>The joint whose frames are these two nodes.</summary>
    public SceneJoint Between(string name, int node, int connected) => new()
    {
        Name = name,
        Type = Type,
        Child = connected,
        Parent = node,
        Axis = AxisLimits.Unit(Axis),
        Lower = Lower,
        Upper = Upper,
    };

    private static JointFreedom Ball(JsonCursor description, AxisLimits angular, GltfWarnings warnings)
    {
        if (!angular.IsEmpty)
        {
            warnings.Add($"{description.Path}: the limits of its turn were left out: a ball joint has none.");
        }

        return new(JointType.Ball);
    }
}
