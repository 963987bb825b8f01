using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Runs.Planning.Warnings;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Gltf;
using SensorSim.UnitTests.Scenarios;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Runs;

/// <summary>What is allowed and hardly meant is told.</summary>
public sealed class PlanWarningsTests
{
    [TestCase("0.5", 4, new string[0])]
    [TestCase("5", 4, new[] { "events: shove happens at 5 s, and the episode ends at 1 s: its episodes are those in which nothing happens" })]
    [TestCase("{ uniform: [5, 6] }", 4, new string[0], Description = "what is drawn is not looked through")]
    [TestCase("0.5", 3, new[] { "events: a cousin has 2 episodes, and of the last one there is 1 only; samples that are a multiple of 2 make it whole" })]
    public void Events_ThatDoNotHappen(string at, int count, string[] expected)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "aisle.yaml");
        File.WriteAllText(path, ScenarioText.With($$"""
            physics: { backend: mujoco, bodies: [{ match: ball_1, motion: dynamic, shape: sphere }] }
            events: [{ name: shove, kind: push, match: ball_1, at_s: {{at}}, impulse_n_s: 1, direction: [1, 0, 0] }]
            episode: { duration_s: 1, frame_rate_hz: 10 }
            cousins: { count: {{count}} }
            """).Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal).Replace("from: [0, 1.4, 3]", "from: [0, 1.4, 2.4]", StringComparison.Ordinal));
        Assert.That(ProblemsOf(new() { ScenarioPath = path }), Is.EqualTo(expected));
    }

    [TestCase(1, null)]
    [TestCase(1000, "the scene's longest side is 1000 m. A unit of a glTF file is a metre: if this one is in millimetres")]
    public void ASceneInMillimetres_IsTold(int scale, string? expected)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "scene.glb");
        File.WriteAllBytes(path, TestGltf.Triangle().Set("nodes", $$"""[{"mesh":0,"scale":[{{scale}},{{scale}},{{scale}}]}]""").Glb());
        Assert.That(ProblemsOf(new() { ScenePath = path }), expected is null ? Is.Empty : Has.One.StartsWith(expected));
    }

    [Test]
    public void ASceneWithoutObjects_IsTold()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "scene.glb");
        File.WriteAllBytes(path, TestGltf.Triangle().Set("nodes", """[{"name":"nothing"}]""").Glb());
        Assert.That(ProblemsOf(new() { ScenePath = path }), Has.One.StartsWith("the scene has no object"));
    }

    [TestCase("{ uniform: [0.5, 1] }", "", "lights.key.intensity varies, and camera front is exposed anew for each sample")]
    [TestCase("{ uniform: [0.5, 1] }", "exposure: { f_number: 2, time_s: 0.01, iso: 400 }, ", null)]
    [TestCase("0.5", "", null, Description = "the same for all")]
    public void LightThatVaries_IsCancelledByAnAutomaticExposure(string intensity, string exposure, string? expected)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "aisle.yaml");
        File.WriteAllText(path, ScenarioText.With($"cousins: {{ count: 2, vary: {{ lights.key.intensity: {intensity} }} }}")
            .Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal).Replace("from: [0, 1.4, 3]", "from: [0, 1.4, 2.4]", StringComparison.Ordinal).Replace("name: front, ", $"name: front, {exposure}", StringComparison.Ordinal));
        Assert.That(ProblemsOf(new() { ScenarioPath = path }), expected is null ? Is.Empty : Has.One.StartsWith(expected));
    }

    [TestCase("at: [0, 1.5, 0]", "objects: mug hangs in the air, ")]
    [TestCase("at: [0, -9, 0]", "objects: mug is below floor_1, and nothing is below it")]
    [TestCase("at: [60, 1, 0]", "objects: mug hangs in the air with nothing below it")]
    public void AddedObjectsInTheAir_AreTold(string at, string expected) => Assert.That(WarningsOf($"objects: [{{ name: mug, use: builtin:mug, {at} }}]")[0], Does.StartWith(expected));

    // What is added by count is told by its own surroundings, and what would mend it is its group's.
    [Test]
    public void ACountedObjectInTheAir_IsTold_WithWhatIsBelowIt() => Assert.That(
        WarningsOf("objects: [{ name: can, use: builtin:tin-can, count: 2, at: [0, 0.001, 0], step: [0, 0.15, 0] }]\nphysics: { backend: mujoco, bodies: [{ match: board_1, motion: dynamic }] }"),
        Has.Length.EqualTo(1).And.All.Match("^objects: can_2 hangs in the air, 0\\.0[0-9]* m above can_1: look at its group's at and step$"));

    // The smaller one was put into the larger, whichever was written first.
    [Test]
    public void OfTwoInEachOther_TheSmallerIsNamed() => Assert.That(
        WarningsOf("objects: [{ name: crate, use: builtin:medium-box, at: [0.6, 0.001, 0] }, { name: jug, use: builtin:jar, at: [0.61, 0.05, 0] }]")[0],
        Is.EqualTo("objects: the middle of jug is inside crate: look at its place"));

    // Whether they touch each other or not: nothing of the scene holds them.
    [TestCase("count: 2, at: [0, 0.4, 0], step: [0.07, 0, 0]", "nut_1 hangs in the air together with nut_2, 0.4 m above floor_1: look at its group's at and step")]
    [TestCase("count: 4, at: [0, 0.4, 0], step: [0.01, 0.03, 0]", "nut_1 hangs in the air together with nut_2 and 2 more, 0.4 m above floor_1: look at its group's at and step", Description = "a leaning stack")]
    [TestCase("count: 2, at: [9, 1, 0], step: [0.07, 0, 0]", "nut_1 hangs in the air together with nut_2 with nothing below it: look at its group's at and step")]
    [TestCase("count: 4, at: [0, 0.001, 0], step: [0.07, 0, 0]", null, Description = "a row on the floor")]
    [TestCase("count: 4, at: [0, 0.001, 0], step: [0, 0.032, 0]", null, Description = "a stack on the floor")]
    public void WhatHoldsItselfAlone_HangsInTheAir(string places, string? expected) => Assert.That(
        WarningsOf($"objects: [{{ name: nut, use: builtin:hex-nut, {places} }}]").Where(line => !line.Contains("camera", StringComparison.Ordinal)),
        Is.EqualTo(expected is null ? Array.Empty<string>() : [$"objects: {expected}"]));

    // What would fall beside them holds nothing, and what stands on something holds all.
    [TestCase("0.4", 1)]
    [TestCase("0.001", 0)]
    public void ABodyBesideIt_HoldsNothingInTheAir(string y, int count) => Assert.That(
        WarningsOf($"objects: [{{ name: nut, use: builtin:hex-nut, at: [0, {y}, 0] }}, {{ name: moving, use: builtin:hex-nut, at: [0.07, {y}, 0] }}]\nphysics: {{ backend: mujoco, bodies: [{{ match: moving, motion: dynamic }}] }}"),
        Has.Length.EqualTo(count).And.All.StartsWith("objects: nut hangs in the air together with moving, "));

    // What physics would only reject is told before it is simulated.
    [Test]
    public void ObjectsInEachOther_AreTold_UnderPhysicsToo() => Assert.That(
        WarningsOf("objects: [{ name: low, use: builtin:medium-box, at: [0.6, 0.001, 0] }, { name: high, use: builtin:medium-box, at: [0.75, 0.1, 0] }]\nphysics: { backend: mujoco, bodies: [{ match: high, motion: dynamic }] }"),
        Has.Length.EqualTo(1).And.All.EqualTo("objects: the middle of low is inside high: look at its place. Physics does not push it out: episodes that begin deep in each other are rejected"));

    [TestCase("")]
    [TestCase("physics: { backend: mujoco, bodies: [{ match: mug, motion: dynamic }] }")]
    [TestCase("paths: [{ object: mug, points: [[0, 1, 0], [1, 1, 0]], speed_m_s: 1 }]")]
    public void WhatIsPutElsewhere_IsNot(string line)
    {
        string[] told = WarningsOf($"objects: [{{ name: mug, use: builtin:mug, at: [0, 1.5, 0] }}]\n{line}");
        Assert.That(told.Length, Is.EqualTo(line.Length == 0 ? 1 : 0), string.Join('\n', told));
    }

    // Where samples move it, it is looked for where the first has it, and no other place is named.
    [TestCase("[0, 1.5, 0]", "yaw_deg: { uniform: [0, 360] }", "objects: mug hangs in the air, 1\\.5 m above floor_1: at: \\[0, 0, 0\\] would put it there$")]
    [TestCase("[0, 1.5, 0]", "offset_x_m: 0.1", "objects: mug hangs in the air, .* above floor_1, in the first sample: look at its place and its draws$")]
    [TestCase("[0, 1.5, 0]", "offset_y_m: -1.5", null)]
    [TestCase("[0, 0, 0]", "offset_z_m: 2.7", "objects: mug is in no camera's image, in the first sample: look at the objects' places")]
    [TestCase("[0, 0, 0]", "offset_y_m: -0.03", "objects: mug is 0.03 m deep in floor_1, in the first sample")]
    [TestCase("[0, 0, 0]", "offset_z_m: -0.35", "objects: the middle of mug is inside board_1, in the first sample")]
    public void WhatSamplesMove_IsLookedForInTheFirst(string at, string draw, string? expected)
    {
        string[] told = WarningsOf($"objects: [{{ name: mug, use: builtin:mug, at: {at} }}]\ncousins: {{ vary: {{ objects.mug.{draw} }} }}");
        Assert.That(told, expected is null ? Is.Empty : Has.Length.EqualTo(1).And.All.Match(expected));
    }

    [Test]
    public void WhatPhysicsDoesNotMove_IsToldAsWithoutIt() => Assert.That(
        WarningsOf("objects: [{ name: mug, use: builtin:mug, at: [0, 1.5, 0] }]\nphysics: { backend: mujoco, bodies: [{ match: ball_1, motion: dynamic }] }"),
        Has.Length.EqualTo(1).And.All.StartsWith("objects: mug hangs in the air, "));

    [TestCase("motion: dynamic", "physics: mug is dynamic and has nothing below it: it falls as long as the episode lasts")]
    [TestCase("motion: dynamic, held_by: world", null)]
    public void ABodyWithNothingBelowIt_IsToldToFall(string body, string? expected)
    {
        string[] told = WarningsOf($"objects: [{{ name: mug, use: builtin:mug, at: [9, 1.5, 0] }}]\nepisode: {{ duration_s: 1, frame_rate_hz: 2 }}\nphysics: {{ backend: mujoco, bodies: [{{ match: mug, {body} }}] }}");
        Assert.That(told, expected is null ? Is.Empty : Has.Length.EqualTo(1).And.All.StartsWith(expected));
    }

    [TestCase("mass_kg: 300", true)]
    [TestCase("density_kg_m3: 50000", true)]
    [TestCase("mass_kg: 0.3", false)]
    [TestCase("density_kg_m3: 19300", false, Description = "gold")]
    [TestCase("density_kg_m3: 0.9", true, Description = "plastic, in grams per cubic centimetre")]
    [TestCase("density_kg_m3: 15", false, Description = "foam")]
    public void ABodyDenserThanAnyMetalOrLighterThanAir_IsTold(string mass, bool isTold)
    {
        string[] told = WarningsOf($"objects: [{{ name: mug, use: builtin:mug, at: [0, 1.5, 0] }}]\nphysics: {{ backend: mujoco, bodies: [{{ match: mug, motion: dynamic, {mass} }}] }}");
        Assert.That(told, isTold ? Has.Length.EqualTo(1).And.All.Match("^physics: mug has ([0-9]+ kg in each cubic metre of its box|a density of 0.9 kg/m³, less than air)") : Is.Empty);
    }

    [TestCase("from: [0, 1, -3.1], look_at: [0, 1, 0]", "69", "front stands inside wall_2 and sees through it")]
    [TestCase("from: [0, 1600, 1200], look_at: [0, 1, 0]", "69", "front is 1999 m from the middle of the scene, whose longest side is 6.4 m, and poses are in metres: look at its pose")]
    [TestCase("from: [0, 1, 9], look_at: [0, 1, 20]", "69", "nothing of the scene is before front or in its image")]
    [TestCase("from: [0, 1, 9], look_at: [0, 1, 0]", "69", "front is outside of the scene, which is lit from inside, behind wall_4, and sees 5 of 10 objects: look at its pose")]
    [TestCase("from: [0, 1, 2.5], look_at: [0, 1, 0]", "69", null)]
    [TestCase("from: [0, -1, 2], look_at: [0, 0.1, 0]", "69", "front is lower than everything in the scene, below floor_1, and sees 1 of 10 objects: look at its pose")]
    [TestCase("from: [0, 1, 5], look_at: [0, 1, 0]", "69", "front is outside of the scene, which is lit from inside, behind wall_4, and sees 1 of 10 objects: look at its pose")]
    [TestCase("from: [0, 0.5, 2], look_at: [0, 0.1, 2.01]", "30", "front sees nothing but floor_1: look at its pose")]
    [TestCase("from: [0, 1, 2], look_at: [0, 1, 0]", "1.2", "front has hfov_deg: 1.2, which is a strong telescope's; 1.2 radians are 68.8 degrees")]
    public void CamerasThatAreHardlyMeant_AreTold(string pose, string hfov, string? expected)
    {
        string[] told = WarningsOf("", text => text.Replace("from: [0, 1.4, 2.4], look_at: [0, 1, 0]", pose, StringComparison.Ordinal).Replace("hfov_deg: 69", $"hfov_deg: {hfov}", StringComparison.Ordinal));
        Assert.That(told, expected is null ? Is.Empty : Has.Length.EqualTo(1).And.All.StartsWith(expected));
    }

    [TestCase("at: [0, 0, 0]", null)]
    [TestCase("at: [0, 0, 2.7]", "objects: mug is in no camera's image: look at the objects' places and the cameras' poses")]
    [TestCase("count: 3, step: [0.3, 0, 0], at: [0, 0, 2.7]", "objects: mug_1, mug_2, mug_3 are in no camera's image: look at the objects' places and the cameras' poses")]
    public void WhatNoCameraLooksAt_IsTold(string where, string? expected) =>
        Assert.That(WarningsOf($"objects: [{{ name: mug, use: builtin:mug, {where} }}]"), expected is null ? Is.Empty : Is.EqualTo(new[] { expected }));

    // What hangs in the air may hide others; what is out of every image is so by itself.
    [Test]
    public void WhatNoCameraLooksAt_IsToldBesideWhatHangs() => Assert.That(
        WarningsOf("objects: [{ name: mug, use: builtin:mug, at: [0, 0.5, 0] }, { name: cup, use: builtin:mug, at: [0, 0, 2.7] }, { name: high, use: builtin:mug, at: [0.5, 0.5, 2.7] }]"),
        Has.Length.EqualTo(3).And.Some.StartsWith("objects: mug hangs").And.Some.StartsWith("objects: cup is in no camera's image").And.Some.StartsWith("objects: high hangs"));

    [Test]
    public void ManyInTheAir_AreTold_AFewOfThem() => Assert.That(
        WarningsOf($"objects: [{string.Join(", ", Enumerable.Range(0, 15).Select(i => FormattableString.Invariant($"{{ name: mug_{i}, use: builtin:mug, at: [{-1.05 + (0.15 * i):0.##}, 1.5, 0] }}")))}]"),
        Has.Length.EqualTo(11).And.Some.StartsWith("objects: there are more in the air or in others"));

    // What is written once is told once, where it is written: the first place, or the steps from it.
    [TestCase("at: [-1.05, 1.5, 0], step: [0.15, 0, 0]", "objects: mug_1 hangs in the air, 1.5 m above floor_1: look at its group's at and step; others of the group, too", "at: ")]
    [TestCase("at: [-1.05, 0, 0], step: [0.15, 0.2, 0]", "objects: mug_2 hangs in the air, 0.2 m above floor_1: look at its group's at and step; others of the group, too", "step: ")]
    public void OfAGroupInTheAir_OneLineIsTold(string places, string expected, string key)
    {
        PlanWarning told = Told($"objects: [{{ name: mug, use: builtin:mug, count: 5, {places} }}]").Single();
        Assert.That((told.Problem, told.At.Column), Is.EqualTo((expected, 1 + $"objects: [{{ name: mug, use: builtin:mug, count: 5, {places}".IndexOf(key, StringComparison.Ordinal) + key.Length)));
    }

    // Beside it on the same height is nothing that it stands on.
    [TestCase("count: 4, at: [0, 0.5, -2.965], step: [0.07, 0, 0]", null, Description = "each at the wall")]
    [TestCase("count: 4, at: [0, 0.5, -2.965], step: [0, 0, 0.065]", "objects: nut_2 hangs in the air together with nut_3 and 1 more, 0.5 m above floor_1")]
    public void ARowThatTouchesAWallWithItsEnd_HangsInTheAir(string places, string? expected)
    {
        string[] told = [.. WarningsOf($"objects: [{{ name: nut, use: builtin:hex-nut, {places} }}]").Where(line => !line.Contains("camera", StringComparison.Ordinal))];
        Assert.That(told, expected is null ? Is.Empty : Has.One.StartsWith(expected));
    }

    [Test]
    public void WhatIsInOtherUnits_IsTold_AndNothingElse() => Assert.That(
        WarningsOf("objects: [{ name: mug, use: builtin:mug, scale: 1000 }, { name: cup, use: builtin:mug, at: [0, 1, 0] }]"), Has.Length.EqualTo(1).And.All.Match("^objects: the longest side of mug is \\d+.* m, .*look at its scale$"));

    [Test]
    public void WhatIsLessThanAGrain_IsTold() => Assert.That(WarningsOf("objects: [{ name: mug, use: builtin:mug, scale: 0.001 }]"), Has.Length.EqualTo(1).And.All.Match("^objects: the longest side of mug is 0.1[0-9]* mm, less than a grain"));

    [Test]
    public void APlaceInMillimetres_IsTold() => Assert.That(WarningsOf("objects: [{ name: mug, use: builtin:mug, at: [-300, 0, 2000] }]")[0], Is.EqualTo("objects: mug hangs in the air with nothing below it: look at its place. Places are in metres"));

    [Test]
    public void WhatIsHiddenFromEveryCamera_IsTold_WithWhatHidesIt() => Assert.That(
        WarningsOf("objects: [{ name: mug, use: builtin:mug, at: [0, 0, -0.8] }]"),
        Is.EqualTo(new[] { "objects: mug is behind board_1 in every camera's image: look at the objects' places and the cameras' poses" }));

    [TestCase("objects: [{ name: mug, use: builtin:mug, yaw_deg: 1.5708 }]", "objects[0].yaw_deg is 1.5708: in radians that would be 90 degrees, and degrees are expected")]
    [TestCase("objects: [{ name: mug, use: builtin:mug, yaw_deg: 90 }]", null)]
    [TestCase("objects: [{ name: mug, use: builtin:mug, yaw_deg: 0.7 }]", "objects[0].yaw_deg is 0.7: in radians that would be 40 degrees, and degrees are expected")]
    [TestCase("objects: [{ name: mug, use: builtin:mug, yaw_deg: 3 }]", null)]
    [TestCase("cousins: { vary: { lights.key.elevation_deg: { uniform: [0.5, 1.2] } } }", "lights.key.elevation_deg reaches 1.2: in radians that would be 69 degrees")]
    [TestCase("cousins: { vary: { lights.key.elevation_deg: 1.2 } }", "lights.key.elevation_deg is 1.2: in radians that would be 69 degrees")]
    [TestCase("cousins: { vary: { lights.key.elevation_deg: { uniform: [20, 60] } } }", null)]
    [TestCase("cousins: { vary: { cameras.front.hfov_deg: { uniform: [0.9, 1.2] } } }", "front has hfov_deg: 0.9 in some samples, which is")]
    [TestCase("cousins: { vary: { cameras.front.hfov_deg: { uniform: [1, 70] } } }", "front has hfov_deg: 1 in some samples, which is")]
    [TestCase("cousins: { vary: { cameras.front.hfov_deg: { uniform: [50, 70] } } }", null)]
    [TestCase("lamps: [{ name: work, kind: point, at: [500, 2500, 3500], intensity_cd: 100 }]", "lamps: work is 4329 m from the middle of the scene, whose longest side is 6.4 m: places are in metres")]
    [TestCase("lamps: [{ name: work, kind: point, count: 2, step: [1, 0, 0], at: [0, -1, 0], intensity_cd: 100 }]", "lamps: work_1 is lower than everything in the scene: look at its place")]
    [TestCase("lamps: [{ name: work, kind: point, at: [0, 2, 0], intensity_cd: 100 }]", null)]
    [TestCase("objects: [{ name: cone, use: builtin:mug, count: 3, at: [0, 0, 0] }]", "objects: cone_1 and all others of its group are in one place: give the group a step")]
    [TestCase("objects: [{ name: cone, use: builtin:mug, count: 3, at: [0, 0, 0] }]\ncousins: { vary: { \"objects.cone_*.pose\": { scatter_on: floor_1 } } }", null)]
    [TestCase("objects: [{ name: mug, use: builtin:mug, yaw_deg: 22.5 }]", null)]
    [TestCase("lamps: [{ name: spot, kind: spot, at: [0, 2, 0], outer_deg: 0.6, intensity_cd: 1000 }]", "lamps[0].outer_deg is 0.6: in radians that would be 34 degrees")]
    [TestCase("lamps: [{ name: sun, kind: directional, azimuth_deg: 30, elevation_deg: 2.5, intensity_lx: 1000 }]", null)]
    [TestCase("lamps: [{ name: sun, kind: directional, azimuth_deg: 30, elevation_deg: 1.0472, intensity_lx: 1000 }]", "lamps[0].elevation_deg is 1.0472: in radians that would be 60 degrees")]
    [TestCase("paths: [{ object: board_1, points: [[0, 1, 0], [1, 1, 0]], speed_m_s: 500 }]", "paths: speed_m_s of board_1 is 500 m/s, faster than sound")]
    [TestCase("physics: { backend: mujoco, bodies: [{ match: board_1, motion: dynamic, angular_velocity_deg_s: [0, 3.14159, 0] }] }", "physics.bodies[0].angular_velocity_deg_s is 3.14159: in radians")]
    [TestCase("objects: [{ name: mug, use: builtin:mug }]\ncousins: { vary: { objects.mug.yaw_deg: { uniform: [-3.14, 3.14] } } }", "objects.mug.yaw_deg reaches 3.14: in radians that would be 180 degrees, and degrees are expected")]
    [TestCase("objects: [{ name: mug, use: builtin:mug }]\ncousins: { vary: { objects.mug.yaw_deg: { uniform: [-180, 180] } } }", null)]
    [TestCase("objects: [{ name: mug, use: builtin:mug }]\ncousins: { vary: { objects.mug.offset_x_m: { uniform: [-50, 50] } } }", "objects.mug.offset_x_m reaches 50 m, and the longest side of the scene is 6.4 m")]
    [TestCase("physics: { backend: mujoco, bodies: [{ match: board_1, motion: dynamic, velocity_m_s: [0, 0, 3000] }] }", "physics: velocity_m_s of board_1 is 3000 m/s, faster than sound")]
    [TestCase("physics: { backend: mujoco, rate_hz: 20, bodies: [{ match: board_1, motion: dynamic }] }", "physics: rate_hz: 20 makes steps of 50 ms, in which what fell from a metre goes 0.22 m")]
    [TestCase("physics: { backend: mujoco, density_kg_m3: 1, bodies: [{ match: board_1, motion: dynamic }] }", "physics: density_kg_m3: 1 is less than that of air: that of water is 1000")]
    [TestCase("physics: { backend: mujoco, bodies: [{ match: board_1, motion: dynamic }] }\ncousins: { vary: { physics.density_kg_m3: { uniform: [0.5, 1000] } } }", "physics: density_kg_m3: 0.5 in some samples is less than that of air")]
    [TestCase("physics: { backend: mujoco, rate_hz: 120, bodies: [{ match: board_1, motion: dynamic }] }", null)]
    public void NumbersInOtherUnits_AreTold(string lines, string? expected) =>
        Assert.That(WarningsOf(lines).Where(line => !line.Contains("hangs", StringComparison.Ordinal)), expected is null ? Is.Empty : Has.Exactly(1).StartsWith(expected));

    [TestCase("lights.*.intensity: 0", "nothing gives light: every lamp is off, and the scenario has no environment. Labels are right, but every picture will be black: let a lamp shine, or give the scenario an environment")]
    [TestCase("lights.*.intensity: [0, 1]", null)]
    public void LampsThatAreOff_AreTold(string draw, string? expected) =>
        Assert.That(WarningsOf($"cousins: {{ count: 2, vary: {{ {draw} }} }}").Where(line => line.Contains("gives light", StringComparison.Ordinal)), expected is null ? Is.Empty : Is.EqualTo(new[] { expected }));

    [TestCase("lamps: [{ name: spot, kind: point, at: [0, 2, 0], intensity_cd: 0 }]", "lamps: spot has an intensity of 0 and gives no light in any sample")]
    [TestCase("lamps: [{ name: spot, kind: point, at: [0, 2, 0], intensity_cd: 1 }]", null)]
    [TestCase("lamps: [{ name: spot, kind: point, at: [0, 2, 0], intensity_cd: 1 }]\ncousins: { vary: { lights.spot.intensity: 0 } }", "lamps: spot has an intensity of 0 and gives no light in any sample")]
    public void ALampThatNeverShines_IsTold(string lines, string? expected) => Assert.That(WarningsOf(lines), expected is null ? Is.Empty : Is.EqualTo(new[] { expected }));

    [TestCase("[0, 1]")]
    [TestCase("{ uniform: [0, 1] }")]
    public void ALampThatShinesInSomeSamples_IsNotToldOff(string draw) => Assert.That(
        WarningsOf($"lamps: [{{ name: spot, kind: point, at: [0, 2, 0], intensity_cd: 1 }}]\ncousins: {{ vary: {{ lights.spot.intensity: {draw} }} }}"),
        Has.None.Contains("gives no light"));

    // As errors have it; and what is written once is told once.
    [TestCase("objects: [{ name: mug, use: builtin:mug, at: [0, 1.5, 0] }]", "12:46")]
    [TestCase("objects: [{ name: mug, use: builtin:mug, scale: 1000 }]", "12:49")]
    [TestCase("objects: [{ name: mug, use: builtin:mug, at: [0, 0, 2.7] }]", "12:46")]
    [TestCase("lamps: [{ name: spot, kind: point, at: [0, 2, 0], intensity_cd: 0 }]", "12:65")]
    [TestCase("cousins: { vary: { lights.*.intensity: 0 } }", "12:40")]
    [TestCase("cousins: { vary: { lights.*.failed: true } }", "12:37")]
    [TestCase("cousins: { vary: { cameras.front.hfov_deg: 1.2 } }", "12:44")]
    [TestCase("cousins: { vary: { lights.*.present: false } }", "12:38")]
    [TestCase("paths: [{ object: board_1, points: [[0, 1, 0], [1, 1, 0]], speed_m_s: 500 }]", "12:71")]
    [TestCase("physics: { backend: mujoco, bodies: [{ match: board_1, motion: dynamic, velocity_m_s: [0, 0, 3000] }] }", "12:87")]
    [TestCase("objects: [{ name: mug, use: builtin:mug, at: [0, 1.5, 0] }]\nphysics: { backend: mujoco, bodies: [{ match: mug, motion: dynamic, mass_kg: 4000 }] }", "13:78")]
    [TestCase("objects: [{ name: mug, use: builtin:mug, count: 3, step: [0.2, 0, 0] }]\ncousins: { vary: { objects.mug_*.yaw_deg: { uniform: [-3.14, 3.14] } } }", "13:43")]
    [TestCase("cousins: { vary: { \"cameras.front.offset_x_m\": { uniform: [-50, 50] } } }", "12:48")]
    [TestCase("objects: [{ name: mug, use: builtin:mug, at: [0, 1.5, 0] }]\nphysics: { backend: mujoco, bodies: [{ match: mug, motion: dynamic }] }\ncousins: { vary: { objects.mug.mass_kg: 4000 } }", "14:41")]
    [TestCase("physics: { backend: mujoco, rate_hz: 20, bodies: [{ match: board_1, motion: dynamic }] }", "12:38")]
    public void EachSaysWhereItWasWritten(string lines, string expected)
    {
        PlanWarning told = Told(lines).Single();
        Assert.That(told.ToString(), Is.EqualTo($"{told.At.File}:{expected}: {told.Problem}").And.Contains("/aisle.yaml:"));
    }

    [TestCase("hfov_deg: 69", "hfov_deg: 1.2", "hfov_deg: ")]
    [TestCase("from: [0, 1.4, 2.4]", "from: [0, 1600, 1200]", "pose: ")]
    [TestCase("hfov_deg: 69", "hfov_deg: 69, exposure: { f_number: 2, time_s: 10, iso: 400 }", "time_s: ")]
    public void ACamera_SaysWhichKey(string before, string after, string key)
    {
        string written = "";
        PlanWarning told = Told("", text => written = text.Replace(before, after, StringComparison.Ordinal)).Single();
        Assert.That(written.Split('\n')[told.At.Line - 1][..(told.At.Column - 1)], Does.EndWith(key));
    }

    [TestCase("10", "", "front has exposure.time_s: 10: look at its unit, ten milliseconds are 0.01")]
    [TestCase("10", "episode: { steps: 2, frame_rate_hz: 20 }", "front has exposure.time_s: 10, and a frame begins each 0.05 s: look at its unit, ten milliseconds are 0.01")]
    [TestCase("0.05", "episode: { steps: 2, frame_rate_hz: 20 }", null)]
    public void AnExposureLongerThanAFrame_IsTold(string seconds, string lines, string? expected) => Assert.That(
        WarningsOf(lines, text => text.Replace("hfov_deg: 69,", $"hfov_deg: 69, exposure: {{ f_number: 2, time_s: {seconds}, iso: 400 }},", StringComparison.Ordinal)), expected is null ? Is.Empty : Is.EqualTo(new[] { expected }));

    // The tote's floor is 1.5 cm thick; what a solver fills in lies as it lies.
    [TestCase("objects: [{ name: tote, use: builtin:tote-bin, at: [0, 0, 0.2] }, { name: nut, use: builtin:hex-nut, at: [0, 0.015, 0.2] }]")]
    [TestCase("objects: [{ name: tote, use: builtin:tote-bin, at: [0, 0, 1] }, { name: part, use: builtin:mug, count: 4, at: [0, 0, 0] }]\ncousins: { vary: { \"objects.part_*.pose\": { fill: tote } } }")]
    public void WhatLiesInABin_LiesThere(string lines) => Assert.That(WarningsOf(lines), Has.None.Contains("hangs").And.None.Contains("reaches").And.None.Contains("deep").And.None.Contains("inside"));

    [Test]
    public void WhatTheImageCutsOff_IsNotHidden() => Assert.That(WarningsOf("objects: [{ name: drum, use: builtin:drum, scale: 3, at: [0, 0, 1] }]"), Has.None.StartsWith("objects"));

    [TestCase("wall_1", new[] { "physics: wall_1 is dynamic and as long as the room: it falls, and others push it. Let match name the objects that should move" })]
    [TestCase("board_1", new string[0])]
    public void AWallThatFalls_IsTold(string body, string[] expected) => Assert.That(WarningsOf($"physics: {{ backend: mujoco, bodies: [{{ match: {body}, motion: dynamic }}] }}"), Is.EqualTo(expected));

    [Test]
    public void AFloorThatFallsToo_IsTold() => Assert.That(
        WarningsOf("physics: { backend: mujoco, bodies: [{ match: \"*\", motion: dynamic }] }"), Has.Length.EqualTo(1).And.All.StartsWith("physics: everything that is drawn is dynamic"));

    private static string[] WarningsOf(string lines, Func<string, string>? change = null) => [.. Told(lines, change).Select(warning => warning.Problem)];

    private static PlanWarning[] Told(string lines, Func<string, string>? change = null)
    {
        using var folder = new TemporaryFolder();
        return Told(new RunRequest { ScenarioPath = Write(folder, lines, change) });
    }

    private static PlanWarning[] Told(RunRequest request) => [.. PlanWarnings.Of(new RunPlanner(SensorBench.Catalog).Plan(request))];

    private static string Write(TemporaryFolder folder, string lines, Func<string, string>? change = null)
    {
        string path = Path.Combine(folder.Path, "aisle.yaml");
        string text = ScenarioText.With(lines).Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal).Replace("from: [0, 1.4, 3]", "from: [0, 1.4, 2.4]", StringComparison.Ordinal);
        File.WriteAllText(path, change?.Invoke(text) ?? text);
        return path;
    }

    private static string[] ProblemsOf(RunRequest request) => [.. Told(request).Select(warning => warning.Problem)];
}
