using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

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
    private readonly AnimatedMotion _unmoved = new(twin, animation, new Dictionary<int, Matrix4x4d>());

    /// <summary>Lamp name → the size of its source; lamps that are not named keep the file's.</summary>
    public IReadOnlyDictionary<string, LightSize> Sizes { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, LightSize>.Empty;

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
        AnimatedMotion motion = MotionOf(values);
        SceneInstance instance = new SceneInstance(
            twin, sample, [], Materials(values), Lamps(values),
            values.Apply(environment, CousinFamily.Environment, "", CousinAttributes.Environment), draws) { Motion = motion, EmissiveLights = EmissiveLights }.In(motion.At(0));
        return values.Unused is string unused
            ? throw new ArgumentException($"The draw '{unused}' names nothing in this scene.", nameof(draws))
            : instance;
    }

    private LampState[] Lamps(DrawnValues values) => [.. _names.Lamps.Select(lamp => new LampState(
        lamp.Name,
        lamp.Of.Node,
        values.Apply(Sizes.TryGetValue(lamp.Name, out LightSize? size) ? size.Of(twin.Lights[lamp.Of.Light]) : twin.Lights[lamp.Of.Light], CousinFamily.Lights, lamp.Name, CousinAttributes.Lights),
        waveforms.GetValueOrDefault(lamp.Name)))];

    private Material[] Materials(DrawnValues values) => [.. _names.Materials.Select((name, i) =>
        values.Apply(Swapped(values.Peek(CousinFamily.Materials, name, CousinAttributes.Swap), i), CousinFamily.Materials, name, CousinAttributes.Materials))];

    private Material Swapped(JsonValue? draw, int index)
    {
        if (draw is null)
        {
            return twin.Materials[index];
        }

        int other = draw.TryGetValue(out string? name) ? _names.IndexOfMaterial(name) : -1;
        return other >= 0
            ? twin.Materials[other]
            : throw new ArgumentException($"The scene has no material {draw.ToJsonString()}.", nameof(draw));
    }

    private AnimatedMotion MotionOf(DrawnValues values)
    {
        var moved = new Dictionary<int, Matrix4x4d>();
        foreach (Instance thing in _names.Objects)
        {
            ObjectMotion motion = values.Apply(default(ObjectMotion), CousinFamily.Objects, thing.Name, CousinAttributes.Objects);
            if (motion != default)
            {
                moved.Add(thing.Node, InParent(thing.Node, motion));
            }
        }

        AnimatedMotion unplaced = moved.Count == 0 ? _unmoved : new(twin, animation, moved);
        return PlacedNodes.Of(twin, _names, values, unplaced.At(0).NodeToWorld, moved) > 0 ? new(twin, animation, moved) : unplaced;
    }

    // In the frame that the parent has at rest, so that an object also follows whatever it is attached to.
    private Matrix4x4d InParent(int node, ObjectMotion motion)
    {
        Matrix4x4d move = motion.About(_world[node].Translation);
        return twin.Nodes[node].Parent is int parent ? _world[parent].InverseAffine() * move * _world[parent] : move;
    }
}
