using System.Collections.Concurrent;
using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Cousins.Paths;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Cousins;

/// <summary>
/// Builds cousins from drawn values alone. Sampling and replay use the same one, so that a record with its draws is enough
/// to have the cousin again.
/// </summary>
/// <param name="twin">The scene as given.</param>
/// <param name="environment">The scenario's environment before draws.</param>
/// <param name="waveforms">Lamp name → how it flickers; lamps that are not named are steady.</param>
/// <param name="animation">What plays; null holds the pose of the file.</param>
public sealed class CousinAssembly(Scene twin, EnvironmentLight environment, IReadOnlyDictionary<string, PluginUse> waveforms, Animation? animation = null)
{
    private readonly SceneNames _names = SceneNames.Of(twin);
    private readonly Matrix4x4d[] _world = twin.WorldTransforms([.. twin.Nodes.Select(n => n.LocalTransform)]);
    private readonly Lazy<double[]> _metresPerUnit = new(() => TextureScale.MetresPerUnit(twin));
    private readonly ConcurrentDictionary<(int Node, int Mesh), Matrix4x4d> _standIns = new();
    private AnimatedMotion? _unmoved;

    /// <summary>Lamp name → the size of its source; lamps that are not named keep the file's.</summary>
    public IReadOnlyDictionary<string, LightSize> Sizes { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, LightSize>.Empty;

    /// <summary>What the names of drawn waveforms stand for.</summary>
    public IReadOnlyDictionary<string, PluginUse> WaveformChoices { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, PluginUse>.Empty;

    /// <summary>How the joints of robots move; null leaves them as the file has them.</summary>
    public RobotMotion? Robot { get; init; }

    /// <summary>Whether what glows lights its surroundings.</summary>
    public bool EmissiveLights { get; init; }

    /// <summary>The cousin with these draws, at the start of its episode.</summary>
    /// <param name="sample">Index of the cousin.</param>
    /// <param name="draws">
    /// Name → value. What is drawn for cameras, free parameters and names outside lights, materials, objects and environment are carried along without effect.
    /// </param>
    /// <exception cref="ArgumentException">A draw names nothing in this scene, or has a value that its attribute does not take.</exception>
    public SceneInstance Apply(long sample, IReadOnlyDictionary<string, JsonNode?> draws)
    {
        var values = DrawnValues.Of(draws);
        var shapes = new ShapeDraws(twin, values);
        AnimatedMotion motion = MotionOf(values, shapes);
        LampState[] lamps = Lamps(values);
        SceneInstance instance = new SceneInstance(
            twin, sample, [], [.. Materials(values).Select(material => Glowing(material, lamps))], lamps,
            values.Apply(environment, CousinFamily.Environment, "", CousinAttributes.Environment), draws) { Shapes = shapes.Of(_names.Objects), Motion = motion, EmissiveLights = EmissiveLights }.In(motion.At(0));
        return values.Unused is string unused
            ? throw new ArgumentException($"The draw '{unused}' names nothing in this scene.", nameof(draws))
            : instance;
    }

    private LampState[] Lamps(DrawnValues values)
    {
        var presence = new DrawnPresence(values, CousinFamily.Lights);
        LampState[] all = [.. _names.Lamps.Select(lamp => Lamp(lamp.Name, lamp.Of.Node, twin.Lights[lamp.Of.Light], values))];
        return [.. all.Where(lamp => presence.Has(lamp.Name))];
    }

    private LampState Lamp(string name, int node, Light light, DrawnValues values)
    {
        Light sized = Sizes.TryGetValue(name, out LightSize? size) ? size.Of(light) : light;
        PluginUse? own = values.Peek(CousinFamily.Lights, name, LampAttributes.Waveform) is { } drawn ? LampAttributes.Chosen(drawn, WaveformChoices) : waveforms.GetValueOrDefault(name);
        PluginUse? waveform = LampAttributes.Flicker(name, own, values.TakeAll(CousinFamily.Lights, name, LampAttributes.FlickerPrefix));
        var lamp = new LampState(name, node, values.Apply(sized, CousinFamily.Lights, name, CousinAttributes.Lights), waveform);
        return values.Apply(lamp, CousinFamily.Lights, name, LampAttributes.States);
    }

    private Material[] Materials(DrawnValues values) => [.. _names.Materials.Select((name, i) =>
        values.Apply(Swapped(Replacement(values, name), i), CousinFamily.Materials, name, CousinAttributes.Materials))];

    // What is seen of a lamp has its draws, and is dark where this cousin does without it.
    private Material Glowing(Material material, LampState[] lamps)
    {
        if (material.GlowOf is not { } name) return material;
        (int node, int light) = _names.Lamps.First(lamp => lamp.Name == name).Of;
        Vector3 given = LightOf(twin.Lights[light]);
        Vector3 drawn = Array.Find(lamps, lamp => lamp.Node == node) is { } lamp ? LightOf(lamp.Light) : Vector3.Zero;
        return drawn == given ? material : material with { Emissive = material.Emissive * new Vector3(Share(drawn.X, given.X), Share(drawn.Y, given.Y), Share(drawn.Z, given.Z)) };
    }

    private static Vector3 LightOf(Light light) => light.Color * (float)light.Intensity;

    private static float Share(float drawn, float given) => given > 0 ? drawn / given : 0;

    private static JsonValue? Replacement(DrawnValues values, string name) =>
        values.Peek(CousinFamily.Materials, name, CousinAttributes.TextureSet) ?? values.Peek(CousinFamily.Materials, name, CousinAttributes.Swap);

    private Material Swapped(JsonValue? draw, int index)
    {
        if (draw is null || (draw.TryGetValue(out string? same) && same == ScenarioAdditions.Keep))
        {
            return twin.Materials[index];
        }

        int other = draw.TryGetValue(out string? name) ? _names.IndexOfMaterial(name) : -1;
        return other >= 0
            ? Scaled(twin.Materials[other], index)
            : throw new ArgumentException($"The scene has no material {draw.ToJsonString()}.", nameof(draw));
    }

    // Materials of the library are made for texture coordinates in metres.
    private Material Scaled(Material material, int index) => SceneLibrary.IsReference(material.Name ?? "")
        ? MaterialTextures.Map(material, binding => binding with { Transform = Matrix3x2.CreateScale((float)_metresPerUnit.Value[index]) * binding.Transform })
        : material;

    private AnimatedMotion MotionOf(DrawnValues values, ShapeDraws shapes)
    {
        var moved = new Dictionary<int, Matrix4x4d>();
        foreach (Instance thing in _names.Objects)
        {
            // Recorded for physics, which moves the cousin later.
            values.Apply(default(BodyProperties), CousinFamily.Objects, thing.Name, PhysicsAttributes.Bodies);
            ObjectMotion motion = values.Apply(default(ObjectMotion), CousinFamily.Objects, thing.Name, CousinAttributes.Objects);
            Matrix4x4d? standIn = shapes.ItemOf(thing) is { } mesh ? StandInPose(thing, mesh) : null;
            if (standIn is { } pose)
            {
                moved.Add(thing.Node, InParent(thing.Node, motion.About(pose.Translation) * pose * _world[thing.Node].InverseAffine()));
            }
            else if (motion != default)
            {
                moved.Add(thing.Node, InParent(thing.Node, motion.About(_world[thing.Node].Translation)));
            }
        }

        foreach ((string name, (int node, int _)) in _names.Lamps)
        {
            LampMotion motion = values.Apply(default(LampMotion), CousinFamily.Lights, name, LampAttributes.Motions);
            if (motion != default)
            {
                Matrix4x4d before = moved.GetValueOrDefault(node, Matrix4x4d.Identity);
                moved[node] = InParent(node, motion.From(_world[node])) * before;
            }
        }

        AnimatedMotion unplaced = moved.Count == 0 ? _unmoved ??= Motion(moved) : Motion(moved);
        AnimatedMotion still = PlacedNodes.Of(twin, _names, values, unplaced.At(0).NodeToWorld, moved) > 0 ? Motion(moved) : unplaced;
        Dictionary<int, NodePath> carried = CarriedNodes.Of(twin, _names, values, _world, still);
        RobotMotion robot = still.Robot.From(still.At(0));
        return carried.Count > 0 || robot != still.Robot ? new(twin, animation, moved) { Paths = carried, Robot = robot } : still;
    }

    private AnimatedMotion Motion(Dictionary<int, Matrix4x4d> moved) => Robot is null ? new(twin, animation, moved) : new(twin, animation, moved) { Robot = Robot };

    private Matrix4x4d StandInPose(Instance thing, int mesh) =>
        _standIns.GetOrAdd((thing.Node, mesh), _ => StandIn.PoseOf(twin.Meshes[thing.Mesh], _world[thing.Node], twin.Meshes[mesh]));

    // In the frame that the parent has at rest, so that an object also follows whatever it is attached to.
    private Matrix4x4d InParent(int node, Matrix4x4d move) =>
        twin.Nodes[node].Parent is int parent ? _world[parent].InverseAffine() * move * _world[parent] : move;
}
