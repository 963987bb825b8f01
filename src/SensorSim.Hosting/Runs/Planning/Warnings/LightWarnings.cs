using System.Numerics;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Lights;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>A scene that nothing lights, in any sample, and added lamps that never shine, or from far away or below.</summary>
/// <param name="sample">The first one.</param>
internal sealed class LightWarnings(FirstSample sample)
{
    private static readonly string[] s_switches = [".intensity", ".failed", ".present"];

    public IEnumerable<PlanWarning> All()
    {
        bool hasLamps = SceneNames.Of(Scene).Lamps.Count > 0;
        bool glows = sample.Cousin.Materials.Any(material => material.Emissive != Vector3.Zero && (!hasLamps || material.GlowOf is null));
        return MayShine || (glows && !hasLamps) ? Off().Concat(Misplaced())
            : [new(Darkened(), $"{(glows ? "only what glows" : "nothing")} gives light: {(hasLamps ? "every lamp is off" : "the scene has no lamp")}, and the scenario has no environment. Labels are right, but every picture will be black{(glows ? " around it" : "")}: let a lamp shine, or give the scenario an environment")];
    }

    // Draws of its intensity are times what it has.
    private IEnumerable<PlanWarning> Off() => TurnedOff.Select(lamp => (At: IntensityOf(lamp), lamp.Name))
        .Concat(from lamp in Scenario.Lamps.Except(TurnedOff)
                from draw in sample.Plan.Cousins.Space.Draws
                where lamp.Names.Any(name => draw.Name == $"lights.{name}.intensity") && draw.NumericExtremes.All(end => end == 0)
                select (At: draw.Rule.ValuePosition, lamp.Name)).Distinct()
        .Select(lamp => new PlanWarning(lamp.At, $"lamps: {lamp.Name} has an intensity of 0 and gives no light in any sample"));

    private IEnumerable<PlanWarning> Misplaced() =>
        from lamp in Scenario.Lamps
        where lamp.Light.Kind != LightKind.Directional
        let line = sample.FarAway(lamp.At) is { } far ? $"{far}: places are in metres"
            : lamp.At.Y < sample.Resting.Bounds.Min.Y ? "is lower than everything in the scene: look at its place"
            : null
        where line is not null
        select new PlanWarning(lamp.Keys.Of("at"), $"lamps: {lamp.NameOfFirst} {line}");

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
        sample.Plan.Cousins.Space.Draws.Where(TurnsOff).Select(draw => draw.Rule.ValuePosition)
            .Concat(TurnedOff.Select(IntensityOf))
            .Append(Scenario.Environment.Hdr is null ? Scenario.Keys.Of("scene") : Scenario.Keys.Of("environment.intensity"))
            .First();
}
