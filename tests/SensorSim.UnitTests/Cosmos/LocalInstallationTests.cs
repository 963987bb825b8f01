using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>A program on this machine that plays Cosmos-Transfer: it reads the specification, makes the negative, leaves it where the real one does.</summary>
public sealed class LocalInstallationTests
{
    private const string Program = """
        import json, os, subprocess, sys
        spec, output, mode = sys.argv[1:4]
        s = json.load(open(spec))
        base = os.path.dirname(spec)
        video = os.path.join(base, s.get("video_path") or s["input_video_path"])
        name = s.get("name", "output")
        open(os.path.join(output, "runs"), "a").write("x")
        if mode == "fail":
            print("\n".join(f"line {i}" for i in range(100)), file=sys.stderr)
            sys.exit("CUDA error: out of memory")
        def make(path, *more):
            subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", video, "-vf", "negate", *more, "-c:v", "libx264rgb", "-qp", "0", path], check=True)
        if mode == "elsewhere":
            make(os.path.join(output, "made.mp4"))
        elif mode == "short":
            make(os.path.join(output, name + ".mp4"), "-frames:v", "3")
        elif mode != "nothing":
            make(os.path.join(output, name + ".mp4"))
        make(os.path.join(output, name + "_control_edge.mp4"))
        """;

    private CosmosBench _bench = null!;
    private string _command = "";

    private string Runs => Path.Combine(_bench.RequestFolder, "output", "runs");

    [SetUp]
    public void Begin()
    {
        _bench = new();
        _command = $"/usr/bin/env python3 '{_bench.Write("pretend cosmos.py", Program)}' {{spec}} {{output}}";
    }

    [TearDown]
    public void End() => _bench?.Dispose();

    [TestCase("transfer2.5", "well")]
    [TestCase("transfer1", "well")]
    [TestCase("transfer2.5", "elsewhere")]
    public void ItsVideoComesBack_AndIsMadeOnce(string version, string mode)
    {
        (string, JsonNode?)[] parameters = [("command", $"{_command} {mode}"), ("version", version), ("control_depth", 0.5), ("seed", 11)];
        StyleResult result = _bench.Run(parameters);
        _bench.IsNegative(result);
        _bench.IsNegative(_bench.Run(parameters));

        Assert.That(File.ReadAllText(Runs), Is.EqualTo("x"), "what was made is used again");
        Assert.That((int)result.Evidence["seed"]!, Is.EqualTo(11));
        Assert.That(result.Evidence["videos"]!.AsObject().Select(video => video.Key), Is.EqualTo(["depth", "edge", "input"]));
        Assert.That((string?)result.Evidence["output"], Does.EndWith(".mp4"));
    }

    [TestCase("fail", "python3|env ends with 1. The last that it says:\nline 81\n")]
    [TestCase("nothing", "left no video in")]
    [TestCase("short", "it has 3 frames and the clip has 5")]
    public void WhatGoesWrongIsTold_AndNotRepeated(string mode, string expected)
    {
        StyleException told = Assert.Throws<StyleException>(() => _bench.Run(("command", $"{_command} {mode}")))!;

        Assert.That(told.Message, Does.Contain(expected[(expected.IndexOf('|', StringComparison.Ordinal) + 1)..]));
        Assert.That(File.ReadAllText(Runs), Is.EqualTo("x"));
        if (mode == "fail") Assert.That(told.Message, Does.EndWith("CUDA error: out of memory").And.Not.Contain("line 80\n"));
    }

    [Test]
    public void PlaceholdersAreFilledAndWordsKeptTogether()
    {
        string program = _bench.Write("arguments.sh", "#!/bin/sh\nfor word in \"$@\"; do echo \"[$word]\" >&2; done; exit 1\n");
        string command = $"/bin/sh '{program}' --seed={{seed}} \"two words\" a\\ b '' $HOME {{guidance}}/{{steps}}/{{fps}}/{{sigma_max}} {{spec}} {{output}} {{name}}";
        string said = Assert.Throws<StyleException>(() => _bench.Run(("command", command), ("seed", 3), ("sigma_max", "70")))!.Message;

        Assert.That(said, Does.Contain("[--seed=3]\n[two words]\n[a b]\n[]\n[$HOME]\n[3/35/10/70]\n").And.Contain("/spec.json]").And.Contain("/output]").And.EndWith("[000012_front]"));
    }

    [TestCase("nowhere-to-be-found {spec} {output}", "not in the folders of PATH")]
    [TestCase("python3 {spec}", "where {spec} and {output} go")]
    [TestCase("python3 {spec} {output} {speed}", "has {speed}; known are {spec}")]
    [TestCase("python3 'open {spec} {output}", "not closed")]
    public void ACommandThatIsNoneIsRefused(string command, string expected)
    {
        StyleException told = Assert.Throws<StyleException>(() => _bench.Prepare(("command", command)))!;

        Assert.That(told.Message, Does.Contain(expected));
        Assert.That(told.IsRequestWrong);
    }

    [Test]
    public void ASpecificationThatTheModelWouldRefuseIsNotGivenToIt() => Assert.That(
        () => _bench.Run(("command", $"{_command} well"), ("resolution", "333")),
        Throws.TypeOf<StyleException>().With.Message.Contains("resolution: \"333\"; expected \"480\" or \"720\""));

    [Test]
    public void ATimeLimitEndsIt() => Assert.That(
        () => _bench.Run(("command", $"/bin/sh '{_bench.Write("sleeper.sh", "exec sleep 60\n")}' {{spec}} {{output}}"), ("timeout_s", 30)),
        Throws.TypeOf<StyleException>().With.Message.Contains("within 30 seconds"));
}
