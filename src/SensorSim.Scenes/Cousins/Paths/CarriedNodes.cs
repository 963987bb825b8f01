using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;

namespace SensorSim.Scenes.Cousins.Paths;

/// <summary>The nodes of a cousin that travel.</summary>
internal static class CarriedNodes
{
    /// <summary>Node → what carries it; empty where no draw is a path.</summary>
    /// <param name="twin">Whose nodes.</param>
    /// <param name="names">Of its objects.</param>
    /// <param name="values">The cousin's draws.</param>
    /// <param name="atRest">By node: to the world in the pose of the file.</param>
    /// <param name="unmoved">The cousin with everything else that moves it.</param>
    /// <exception cref="ArgumentException">A node that travels hangs on one that has no size along some axis.</exception>
    public static Dictionary<int, NodePath> Of(Scene twin, SceneNames names, DrawnValues values, IReadOnlyList<Matrix4x4d> atRest, AnimatedMotion unmoved)
    {
        var carried = new Dictionary<int, NodePath>();
        IReadOnlyList<Matrix4x4d>? toWorld = null;
        foreach (Instance thing in names.Objects)
        {
            if (values.PathOf(thing.Name) is { } path)
            {
                toWorld ??= unmoved.At(0).NodeToWorld;
                carried.Add(thing.Node, Carry(twin, thing, path, values, atRest, toWorld));
            }
        }

        return carried;
    }

    private static NodePath Carry(Scene twin, Instance thing, TimedPath path, DrawnValues values, IReadOnlyList<Matrix4x4d> atRest, IReadOnlyList<Matrix4x4d> toWorld)
    {
        int? parent = twin.Nodes[thing.Node].Parent;
        Matrix4x4d parentToWorld = parent is { } above ? toWorld[above] : Matrix4x4d.Identity, own = toWorld[thing.Node];
        if (parentToWorld.Determinant3x3 == 0 || (parent is { } at && atRest[at].Determinant3x3 == 0))
        {
            throw new ArgumentException($"'{thing.Name}' hangs on a node that has no size along some axis and cannot travel.", nameof(values));
        }

        ObjectPose? placed = values.PoseOf(thing.Name);

        // What a draw shifts or replaces stays shifted beside the path; what is placed is where its path says.
        Vector3d origin = placed is not null ? own.Translation : parentToWorld.TransformPoint((parent is { } rest ? atRest[rest].InverseAffine() : Matrix4x4d.Identity).TransformPoint(atRest[thing.Node].Translation));
        double turned = placed is not null ? 0 : values.Apply(default(ObjectMotion), CousinFamily.Objects, thing.Name, CousinAttributes.Objects).YawDegrees * (Math.PI / 180);
        return new(path, origin, own.Translation, Math.Atan2(own.ColumnZ.X, own.ColumnZ.Z) - turned, parentToWorld);
    }
}
