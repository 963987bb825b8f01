using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Style;
using SensorSim.UnitTests.Controls;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>Specification files against the rules of the published configuration classes, restated in Python: with pydantic for Transfer 2.5, as plain checks for Transfer1.</summary>
public sealed class SpecificationTests
{
    // Names, types, ranges and defaults as published; extra keys forbidden; paths must be files, seen from the specification's folder.
    private const string Rules = """
        import json, os, sys
        from typing import List, Literal, Optional
        from pydantic import BaseModel, Extra, FilePath, ValidationError, confloat, conint, root_validator, validator
        from pydantic.types import StrictBool, StrictFloat, StrictInt, StrictStr

        Strength = Literal["very_low", "low", "medium", "high", "very_high"]
        Positive = conint(strict=True, gt=0)

        class Forbidding(BaseModel):
            class Config:
                extra = Extra.forbid

        class Control(Forbidding):
            control_path: Optional[FilePath]
            control_weight: confloat(ge=0, le=1) = 1.0
            mask_path: Optional[FilePath]
            mask_prompt: Optional[StrictStr]
            @root_validator
            def one_mask(cls, values):
                assert not (values.get("mask_path") and values.get("mask_prompt")), "mask_path and mask_prompt"
                return values

        class Edge(Control):
            preset_edge_threshold: Strength = "medium"

        class Vis(Control):
            preset_blur_strength: Strength = "medium"

        class Seg(Control):
            control_prompt: Optional[StrictStr]

        class Transfer25(Forbidding):
            name: StrictStr
            prompt: Optional[StrictStr]
            prompt_path: Optional[FilePath]
            video_path: FilePath
            negative_prompt: Optional[StrictStr]
            seed: StrictInt = 2025
            guidance: conint(strict=True, ge=0, le=7) = 3
            max_frames: Optional[Positive]
            context_frame_index: Optional[Positive]
            image_context_path: Optional[FilePath]
            num_conditional_frames: Literal[0, 1, 2] = 1
            resolution: StrictStr = "720"
            sigma_max: Optional[StrictStr]
            num_video_frames_per_chunk: Positive = 93
            num_steps: Positive = 35
            show_control_condition: StrictBool = False
            show_input: StrictBool = False
            keep_input_resolution: StrictBool = True
            guided_generation_mask: Optional[FilePath]
            guided_generation_step_threshold: StrictInt = 25
            guided_generation_foreground_labels: Optional[List[int]]
            edge: Optional[Edge]
            depth: Optional[Control]
            vis: Optional[Vis]
            seg: Optional[Seg]
            @root_validator
            def together(cls, values):
                assert values.get("prompt") or values.get("prompt_path"), "no prompt"
                assert any(values.get(key) for key in ("edge", "depth", "vis", "seg")), "no control"
                assert not (values.get("vis") and values.get("image_context_path")), "vis with image_context_path"
                assert values.get("sigma_max") is None or 0 <= float(values["sigma_max"]) <= 200, "sigma_max"
                return values

        ARGUMENTS = {"prompt": str, "negative_prompt": str, "input_video_path": str, "sigma_max": (int, float), "guidance": (int, float), "num_steps": int, "fps": int, "seed": int}

        def transfer1(spec):
            hints = {"vis", "seg", "edge", "depth", "keypoint", "upscale", "hdmap", "lidar"}
            found = False
            for key, value in spec.items():
                if key in hints:
                    found = True
                    assert set(value) <= {"input_control", "control_weight", "control_weight_prompt", "input_control_prompt", "ckpt_path"}, f"{key}: {set(value)}"
                    assert 0 <= float(value["control_weight"]) <= 1, f"{key}.control_weight"
                    assert os.path.isabs(value["input_control"]) and os.path.isfile(value["input_control"]), f"{key}.input_control"
                else:
                    assert not isinstance(value, dict), f"invalid hint key {key}"
                    assert key in ARGUMENTS, f"no such argument {key}"
                    assert isinstance(value, ARGUMENTS[key]) and not isinstance(value, bool), f"{key}: {value}"
            assert found, "no control"
            assert os.path.isfile(spec["input_video_path"]), "input_video_path"
            assert 0 <= spec.get("sigma_max", 70) <= 200, "sigma_max"

        given = json.load(sys.stdin)
        os.chdir(given["folder"])
        problems = []
        for spec in given["specs"]:
            try:
                Transfer25(**spec) if given["version"] == "transfer2.5" else transfer1(spec)
                problems.append(None)
            except (ValidationError, AssertionError) as refusal:
                problems.append(str(refusal))
        print(json.dumps(problems))
        """;

    private CosmosBench _bench = null!;

    [SetUp]
    public void Begin() => _bench = new();

    [TearDown]
    public void End() => _bench?.Dispose();

    private static IEnumerable<TestCaseData> Choices()
    {
        foreach (string version in (string[])["transfer2.5", "transfer1"])
        {
            yield return new TestCaseData(version, Array.Empty<(string, JsonNode?)>()).SetArgDisplayNames(version, "defaults");
            yield return new TestCaseData(version, new (string, JsonNode?)[]
            {
                ("control_edge", 0.4), ("control_vis", 0.3), ("control_depth", 0.2), ("control_seg", 0.1), ("edge_threshold", "very_high"), ("vis_blur", "very_low"), ("mask_instances", true), ("guidance", 7),
                ("steps", 1), ("seed", 0), ("sigma_max", "200"), ("resolution", "480"), ("negative_prompt", "cartoon \"quoted\" ü"), ("chunk_frames", 121), ("conditional_frames", 2), ("frame_rate", 29.97),
            }).SetArgDisplayNames(version, "everything");
            yield return new TestCaseData(version, new (string, JsonNode?)[] { ("control_edge", 0), ("control_seg", 1), ("guidance", 0), ("sigma_max", "0") }).SetArgDisplayNames(version, "segments");
        }
    }

    [TestCaseSource(nameof(Choices))]
    public void TheyKeepThePublishedRules(string version, (string Key, JsonNode? Value)[] parameters)
    {
        JsonObject spec = SpecOf([("version", version), .. parameters]);

        Assert.That(Problems(version, spec), Is.EqualTo(new string?[] { null }), spec.ToJsonString());
    }

    [Test]
    public void TheRulesRefuseWhatIsNotAllowed()
    {
        JsonObject spec = SpecOf(("version", "transfer2.5"));
        JsonObject[] wrong =
        [
            With(spec, "output_dir", "out"), With(spec, "guidance", 8), With(spec, "guidance", 2.5), With(spec, "sigma_max", 80), With(spec, "sigma_max", "201"), With(spec, "video_path", "none.mp4"),
            With(spec, "num_conditional_frames", 3), With(spec, "edge", null), With(spec, "edge", new JsonObject { ["control_weight"] = 1.5 }), With(spec, "edge", new JsonObject { ["preset_blur_strength"] = "low" }),
        ];

        Assert.That(Problems("transfer2.5", wrong), Has.None.Null);
    }

    [Test]
    public void PathsOfTransfer25AreSeenFromTheFile_AndEveryKeyIsAsGiven()
    {
        JsonObject spec = SpecOf(("control_vis", 0.5), ("vis_blur", "high"), ("mask_instances", true), ("seed", 5));

        Assert.That(JsonNode.DeepEquals(spec, JsonNode.Parse("""
            {"name":"000012_front","prompt":"a warehouse at night","video_path":"input.mp4","seed":5,"guidance":3,"max_frames":5,"num_conditional_frames":1,"resolution":"720","num_video_frames_per_chunk":93,
             "num_steps":35,"show_control_condition":false,"show_input":false,"keep_input_resolution":true,
             "edge":{"control_path":"edge.mp4","control_weight":1,"mask_path":"mask.mp4","preset_edge_threshold":"medium"},
             "vis":{"control_path":"vis.mp4","control_weight":0.5,"mask_path":"mask.mp4","preset_blur_strength":"high"}}
            """)), spec.ToJsonString());
    }

    private JsonObject SpecOf(params (string Key, JsonNode? Value)[] parameters)
    {
        Assert.That(() => _bench.Run([("command", "/bin/false {spec} {output}"), .. parameters]), Throws.TypeOf<StyleException>().With.Message.Contains("ends with 1"));
        return JsonNode.Parse(File.ReadAllText(Path.Combine(_bench.RequestFolder, "spec.json")))!.AsObject();
    }

    private static JsonObject With(JsonObject spec, string key, JsonNode? value)
    {
        JsonObject changed = spec.DeepClone().AsObject();
        changed[key] = value;
        return changed;
    }

    private string?[] Problems(string version, params JsonObject[] specs)
    {
        var given = new JsonObject { ["folder"] = _bench.RequestFolder, ["version"] = version, ["specs"] = new JsonArray([.. specs.Select(spec => spec.DeepClone())]) };
        byte[] answer = PythonPeer.Run("pydantic", "python3-pydantic", Rules, Encoding.UTF8.GetBytes(given.ToJsonString()));
        return [.. JsonNode.Parse(answer)!.AsArray().Select(problem => (string?)problem)];
    }
}
