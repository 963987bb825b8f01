using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Style;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Cosmos;

public sealed class ParameterTests
{
    private CosmosBench _bench = null!;

    [SetUp]
    public void Begin() => _bench = new();

    [TearDown]
    public void End() => _bench?.Dispose();

    [TestCase("version", "transfer2", "expected transfer2.5 or transfer1. Did you mean")]
    [TestCase("sigma_max", "lots", "expected a number from 0 to 200")]
    [TestCase("prompt_file", "/etc/hostname", "both given")]
    public void WhatDoesNotFitIsRefused(string key, string value, string expected)
    {
        ParameterBinding bound = SensorBench.Catalog.Require("style.cosmos").Schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["prompt"] = "x", [key] = value });

        Assert.That(bound.Errors.Select(error => error.Message), Has.Some.Contains(expected));
    }

    [Test]
    public void OneOfEndpointAndCommandIsNeeded_APromptAndAControlToo()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => _bench.Prepare(), Throws.TypeOf<StyleException>().With.Message.Contains("nothing makes the video").And.Property("IsRequestWrong").True);
            Assert.That(() => _bench.Prepare(("endpoint", "http://localhost:1"), ("prompt", " ")), Throws.TypeOf<StyleException>().With.Message.Contains("no prompt"));
            Assert.That(() => _bench.Prepare(("endpoint", "http://localhost:1"), ("control_edge", 0)), Throws.TypeOf<StyleException>().With.Message.Contains("every control is off"));
            Assert.That(() => _bench.Prepare(("endpoint", "http://name:key@localhost:1")), Throws.TypeOf<StyleException>().With.Message.Contains("expected the base address"));
            Assert.That(() => _bench.Prepare(("endpoint", "localhost:8000")), Throws.TypeOf<StyleException>().With.Message.Contains("expected the base address"));
        });
    }

    [Test]
    public void APromptMayComeFromAFile()
    {
        string file = _bench.Write("prompt.txt", "rain on\nthe floor\n");
        using var server = new PretendEndpoint(OpenApiDocuments.Transfer25(), _ => new(403, "text/plain", []));
        Assert.That(() => _bench.Run(("endpoint", server.Address), ("prompt", ""), ("prompt_file", file)), Throws.TypeOf<StyleException>());

        Assert.That((string?)server.Posts.Single().Json["prompt"], Is.EqualTo("rain on\nthe floor"));
    }

    [Test]
    public void ItIsALearnedBackendForClips_AndNotDeterministic()
    {
        InstalledPlugin plugin = SensorBench.Catalog.Require("style.cosmos");
        var backend = (StyleBackend)plugin.Instance;

        Assert.That((backend.Nature, backend.Scope), Is.EqualTo((StyleNature.Learned, StyleScope.Clip)));
        Assert.That(backend.IsDeterministicWith(plugin.Schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal)).Parameters!), Is.False);
    }

    [Test]
    public void ItMayTakeAsLongAsItIsWaitedFor() => Assert.That(
        (SensorBench.Catalog.Require("style.cosmos").Schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["timeout_s"] = 50000 }).Parameters as IPatientParameters)?.LongestCall,
        Is.GreaterThan(TimeSpan.FromSeconds(50000)));

    [Test]
    public void EachClipHasASeedOfItsOwn_TheSameEachTime()
    {
        using var server = new PretendEndpoint(OpenApiDocuments.Transfer25(), _ => new(403, "text/plain", []));
        using (IStyleTransfer transfer = _bench.Prepare(("endpoint", server.Address)))
        {
            foreach (StyleClip clip in new[] { _bench.Clip, CosmosBench.ClipOf(13, 5), _bench.Clip }) Assert.That(() => transfer.Apply(clip, CancellationToken.None), Throws.TypeOf<StyleException>());
        }

        int[] seeds = [.. server.Posts.Select(post => (int)post.Json["seed"]!)];
        Assert.That(seeds[0], Is.EqualTo(seeds[2]).And.Not.EqualTo(seeds[1]).And.GreaterThanOrEqualTo(0));
    }
}
