using SensorSim.Geometry;
using SensorSim.Hosting.Previews;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;

namespace SensorSim.Hosting.Physics;

/// <summary>A camera's first frame with the bodies drawn over it.</summary>
public static class ColliderPicture
{
    /// <param name="plan">Of a scenario, or of a scene alone.</param>
    /// <param name="camera">Name of one of its cameras.</param>
    /// <param name="renderer">On a device.</param>
    /// <exception cref="RequestException">There is no such camera.</exception>
    /// <exception cref="PhysicsException">The bodies cannot be described, or do not move.</exception>
    public static PixelPlane Of(RunPlan plan, string camera, PreviewRenderer renderer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(renderer);
        CameraPlan chosen = plan.Cameras.FirstOrDefault(one => one.Settings.Name == camera) ?? throw NoCamera(plan, camera);
        CousinWorld world = PhysicsSummary.WorldOf(plan, sample: 0).World;
        PixelPlane? picture = null;
        renderer.Render(plan with { Cameras = [chosen], Labels = LabelSet.Rgb, Skeletons = [] }, frame => picture ??= ColliderOverlay.Over(frame.Planes["rgb"], frame.View, Placed(world, frame)));
        return picture!.Value;
    }

    // Bodies are where the frame has their nodes: what settles has moved before it.
    private static IEnumerable<(BodyDescription Body, Pose At)> Placed(CousinWorld world, PreviewFrame frame)
    {
        var moving = world.Dynamic.Concat(world.Kinematic).ToDictionary(body => body.Body);
        return world.Description.Bodies.Select((body, i) => (body, moving.TryGetValue(i, out BodyNode? node) ? node.PoseOf(frame.Cousin.NodeToWorld[node.Node]) : body.Pose));
    }

    private static RequestException NoCamera(RunPlan plan, string camera)
    {
        string[] names = [.. plan.Cameras.Select(one => one.Settings.Name)];
        return new([$"There is no camera \"{camera}\"; there are {string.Join(", ", names.Take(10))}.{NearestName.Hint(camera, names)}"]);
    }
}
