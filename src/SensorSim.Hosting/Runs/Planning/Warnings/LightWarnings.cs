using System.Numerics;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Lights;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>A scene that nothing lights, in any sample, and added lamps that never shine, or from far away or below.</summary>
/// <param name="sample">The first one.</param>
internal sealed class LightWarnings(FirstSample sample)
{
    /// <summary>Who is so many times its longest side from a scene was put there in millimetres.</summary>
    private const double FarSides = 50;

    private static readonly string[] s_switches = [".intensity", ".failed", ".present"];

    public IEnumerable<PlanWarning> All()
    {
        bool hasLamps = SceneNames.Of(Scene).Lamps.Count > 0;
        bool glows = sample.Cousin.Materials.Any(material => material.Emissive != Vector3.Zero && (!hasLamps || material.GlowOf is null));
        return MayShine || (glows && !hasLamps) ? Off().Concat(Misplaced())
            : [new(Darkened(), $"{(glows ? "only what glows" : "nothing")} gives light: {(hasLamps ? "every lamp is off" : "the scene has no lamp")}, and the scenario no environment. Labels are right, but every picture will be black{(glows ? " around it" : "")}: give a lamp an intensity, or the scenario an environment")];
    }

    // Draws of its intensity are times 0.
    private IEnumerable<PlanWarning> Off() => TurnedOff.Select(lamp => new PlanWarning(IntensityOf(lamp), $"lamps: {lamp.Name} has an intensity of 0 and gives no light in any sample"));

    private IEnumerable<PlanWarning> Misplaced()
    {
        Box bounds = sample.Resting.Bounds;
        return bounds.IsEmpty ? []
            : from lamp in Scenario.Lamps
              where lamp.Light.Kind != LightKind.Directional
              let line = !bounds.Grown(FarSides * bounds.LongestSide).Contains(lamp.At) ? Invariant($"is {(lamp.At - bounds.Centre).Length:0} m from the middle of the scene, whose longest side is {bounds.LongestSide:0.#} m: places are in metres")
                  : lamp.At.Y < bounds.Min.Y ? "is lower than everything in the scene: look at its place"
                  : null
              where line is not null
              select new PlanWarning(lamp.Keys.Of("at"), $"lamps: {lamp.NameOfFirst} {line}");
    }

    private Scene Scene => sample.Plan.Scene.Scene;

    private Scenario Scenario => sample.Plan.Scenario;

    // Where light is drawn, it may be on in other samples.
    private bool MayShine => IsLit(sample.Cousin) || sample.Plan.Cousins.Space.Draws.Any(draw => draw.BinCount > 1 && MayLight(draw));

    // Draws of a lamp's light are times what the scene gives it.
    private bool MayLight(BoundDraw draw) => draw.Name.StartsWith("environment.", StringComparison.Ordinal)
        || (draw.Name.StartsWith("lights.", StringComparison.Ordinal) && Scene.Lights.Any(light => light.Intensity > 0));

    private static bool IsLit(SceneInstance cousin) => cousin.Environment is { Hdr: not null, Intensity: > 0 } || cousin.Lamps.Any(lamp => lamp.Light.Intensity > 0);

    private IEnumerable<LampGroup> TurnedOff => Scenario.Lamps.Where(lamp => lamp.Light.Intensity == 0);

    private static SourcePosition IntensityOf(LampGroup lamp) => lamp.Keys.Of("intensity_cd", "intensity_lx");

    private static bool TurnsOff(BoundDraw draw) => draw.Name == "environment.intensity"
        || (draw.Name.StartsWith("lights.", StringComparison.Ordinal) && Array.Exists(s_switches, name => draw.Name.EndsWith(name, StringComparison.Ordinal)));

    // What the scenario itself turns off, else the scene, whose lamps they are.
    private SourcePosition Darkened() =>
        sample.Plan.Cousins.Space.Draws.Where(TurnsOff).Select(draw => draw.Rule.KeyPosition)
            .Concat(TurnedOff.Select(IntensityOf))
            .Append(Scenario.Environment.Hdr is null ? Scenario.Keys.Of("scene") : Scenario.Keys.Of("environment.intensity"))
            .First();
}
