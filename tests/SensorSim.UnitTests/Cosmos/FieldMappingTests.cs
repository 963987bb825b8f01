using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Style;
using SensorSim.UnitTests.Vulkan;
using SensorSim.Video;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>Requests are filled by what the server's document says, and nothing is sent where they cannot be.</summary>
public sealed class FieldMappingTests
{
    private CosmosBench _bench = null!;

    [SetUp]
    public void Begin() => _bench = new();

    [TearDown]
    public void End() => _bench?.Dispose();

    [Test]
    public void TheNimOfTransfer25GetsWhatItsDocumentNames()
    {
        JsonObject sent = Sent(
            OpenApiDocuments.Transfer25(), ("seed", 42), ("guidance", 5), ("steps", 12), ("resolution", "480"), ("sigma_max", "80"), ("negative_prompt", "cartoon"),
            ("control_seg", 0.25), ("edge_threshold", "high"), ("mask_instances", true));

        Assert.Multiple(() =>
        {
            Assert.That(sent.Select(field => field.Key), Is.EqualTo(["prompt", "negative_prompt", "video", "seed", "guidance", "num_steps", "resolution", "sigma_max", "edge", "seg"]));
            Assert.That((int)sent["seed"]!, Is.EqualTo(42));
            Assert.That((int)sent["guidance"]!, Is.EqualTo(5));
            Assert.That((int)sent["num_steps"]!, Is.EqualTo(12));
            Assert.That((string?)sent["resolution"], Is.EqualTo("480"));
            Assert.That((string?)sent["sigma_max"], Is.EqualTo("80"));
            Assert.That(sent["edge"]!.AsObject().Select(field => field.Key), Is.EqualTo(["control_weight", "control", "mask", "preset_edge_threshold"]));
            Assert.That((string?)sent["edge"]!["preset_edge_threshold"], Is.EqualTo("high"));
            Assert.That((double)sent["seg"]!["control_weight"]!, Is.EqualTo(0.25));
            Assert.That(sent["seg"]!.AsObject().ContainsKey("preset_edge_threshold"), Is.False);
        });
        VideoFrame[] segments = [.. Frames((string)sent["seg"]!["control"]!)], mask = [.. Frames((string)sent["seg"]!["mask"]!)];
        Assert.That(segments, Has.Length.EqualTo(5));
        Assert.That(segments[0].Samples[..3].ToArray(), Is.EqualTo(new byte[] { 255, 0, 0 }), "instance 4, the largest");
        Assert.That(mask[0].Samples[(3 * 30)..(3 * 31)].ToArray(), Is.All.Zero);
    }

    [Test]
    public void TheNimOfCosmos3GetsItsOwnNames()
    {
        JsonObject sent = Sent(OpenApiDocuments.Cosmos3, ("control_vis", 1), ("vis_blur", "low"), ("frame_rate", 12.5));

        Assert.Multiple(() =>
        {
            Assert.That((string?)sent["model_mode"], Is.EqualTo("video2video"));
            Assert.That(sent["transfer"]!.AsObject().Select(field => field.Key), Is.EqualTo(["edge", "blur", "num_conditional_frames"]));
            Assert.That((string?)sent["transfer"]!["blur"]!["preset_blur_strength"], Is.EqualTo("low"));
            Assert.That((string?)sent["transfer"]!["edge"]!["video"], Does.StartWith("data:video/mp4;base64,"));
            Assert.That((double)sent["fps"]!, Is.EqualTo(12.5));
            Assert.That((int)sent["num_frames"]!, Is.EqualTo(5));
            Assert.That((string?)sent["resolution"], Is.EqualTo("720_16_9"));
            Assert.That(sent.ContainsKey("lora"), Is.False, "nobody demands it");
        });
    }

    [Test]
    public void AFormGetsFiles()
    {
        PretendRequest request = Posted(OpenApiDocuments.Form, ("control_edge", 0.75));
        string text = Encoding.Latin1.GetString(request.Body);

        Assert.That(request.Path, Is.EqualTo("/transfer"));
        Assert.That(request.ContentType, Does.StartWith("multipart/form-data; boundary=sensorsim-"));
        Assert.That(text, Does.Contain("name=video; filename=input.mp4").And.Contain("name=edge_video; filename=edge.mp4").And.Match("name=edge_strength\r\n\r\n0.75\r\n").And.Match("name=model\r\n\r\nbase\r\n"));
        Assert.That(text, Does.Contain("ftyp"));
    }

    [Test]
    public void WhatHasNoFieldIsRecordedAsNotSent()
    {
        using var server = new PretendEndpoint(OpenApiDocuments.Cosmos3, request => PretendReply.Video(_bench.Negative(Convert.FromBase64String(((string)request.Json["transfer"]!["edge"]!["video"]!).Split(',')[1]))));
        StyleResult result = _bench.Run(("endpoint", server.Address), ("negative_prompt", "cartoon"));

        Assert.That(result.Evidence["not_sent"]!.AsArray().Select(what => (string?)what), Is.EqualTo(["negative_prompt", "video", "chunk_frames", "weight of edge"]));
    }

    [Test]
    public void WhatCannotBeFilledIsListedBeforeAnythingIsSent()
    {
        JsonObject document = OpenApiDocuments.Transfer25(""","licence_key":{"type":"string"},"tiles":{"type":"array"},"mode":{"type":"string","default":"fast"}""", ",\"licence_key\",\"tiles\",\"mode\"");
        StyleException told = Refused(document);

        Assert.That(told.IsRequestWrong);
        Assert.That(told.Message, Does.Contain("licence_key is demanded (string), and there is nothing to fill it with").And.Contain("tiles is demanded (array)").And.Not.Contain("mode is demanded"));
    }

    [Test]
    public void AControlWithoutAFieldIsRefused_WithTheFieldsThatThereAre() =>
        Assert.That(Refused(OpenApiDocuments.Cosmos3, ("control_seg", 1)).Message, Does.Contain("there is no field for the control video of seg (turn it off with control_seg=0): its fields are model_mode, prompt, transfer, transfer.edge"));

    [Test]
    public void AValueOutOfItsLimitsIsRefused()
    {
        JsonObject document = OpenApiDocuments.Transfer25(""","num_frames":{"type":"integer","minimum":93,"maximum":480}""");
        using var server = new PretendEndpoint(document, _ => null);

        Assert.That(() => _bench.Run(("endpoint", server.Address)), Throws.TypeOf<StyleException>().With.Message.Contains("num_frames takes 93 to 480, and this is 5"));
        Assert.That(server.Posts, Is.Empty);
    }

    [Test]
    public void NoDocumentIsTold()
    {
        using var server = new PretendEndpoint(null, _ => null);

        Assert.That(() => _bench.Run(("endpoint", server.Address)), Throws.TypeOf<StyleException>().With.Message.Contains("no OpenAPI document at /openapi.json (it answers 404)"));
    }

    [Test]
    public void AnOperationThatIsNotThereIsToldWithThoseThatAre() =>
        Assert.That(Refused(OpenApiDocuments.Form, ("infer_path", "/v2/infer")).Message, Does.Contain("no POST /v2/infer").And.Contain("it has /transfer"));

    [TestCase("""{"allOf":[{"$ref":"#/components/schemas/Self"},{"$ref":"#/components/schemas/Self"}]}""", "more than 1000 parts")]
    [TestCase("""{"type":"object","properties":{"a":{"$ref":"#/components/schemas/Self"},"b":{"$ref":"#/components/schemas/Self"}}}""", "more than 10000 fields")]
    public void ADocumentThatLeadsBackToItselfIsTold(string self, string expected)
    {
        JsonObject document = OpenApiDocuments.Transfer25(""","self":{"$ref":"#/components/schemas/Self"}""");
        document["components"]!["schemas"]!["Self"] = JsonNode.Parse(self);

        Assert.That(Refused(document).Message, Does.Contain(expected));
    }

    [Test]
    public void OddTypesInADocumentSayNothing()
    {
        JsonObject document = OpenApiDocuments.Transfer25(""","odd":{"type":5,"properties":{"$ref":{"type":["null",7]}},"required":[5]},"other":{"$ref":{"type":"string"}}""");

        Assert.That(Sent(document).ContainsKey("odd"), Is.False);
    }

    private StyleException Refused(JsonObject document, params (string Key, JsonNode? Value)[] parameters)
    {
        using var server = new PretendEndpoint(document, _ => null);
        StyleException told = Assert.Throws<StyleException>(() => _bench.Prepare([("endpoint", server.Address), .. parameters]))!;
        Assert.That(server.Posts, Is.Empty);
        return told;
    }

    private JsonObject Sent(JsonObject document, params (string Key, JsonNode? Value)[] parameters) => Posted(document, parameters).Json;

    private PretendRequest Posted(JsonObject document, params (string Key, JsonNode? Value)[] parameters)
    {
        using var server = new PretendEndpoint(document, _ => new(403, "text/plain", "enough"u8.ToArray()));
        Assert.That(() => _bench.Run([("endpoint", server.Address), .. parameters]), Throws.TypeOf<StyleException>().With.Message.Contains("403: enough"));
        return server.Posts.Single();
    }

    private static IReadOnlyList<VideoFrame> Frames(string base64)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "a.mp4");
        File.WriteAllBytes(path, Convert.FromBase64String(base64));
        return VideoReader.Read(path, 100, CancellationToken.None).Frames;
    }
}
