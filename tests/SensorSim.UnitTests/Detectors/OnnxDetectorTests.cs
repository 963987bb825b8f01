using SensorSim.Datasets.Preservation;
using SensorSim.Hosting;
using SensorSim.Hosting.Detectors;
using SensorSim.OnnxNetworks;
using SensorSim.Signals;
using SensorSim.Style;
using SensorSim.UnitTests.Onnx;

namespace SensorSim.UnitTests.Detectors;

public class OnnxDetectorTests
{
    // Centre, size, then a score for each of two categories: two that overlap by 81/119, one of the other category in the same place, one apart, one uncertain.
    private static readonly float[][] Candidates =
    [
        [50, 40, 20, 10, 0.6f, 0.1f], [51, 40.5f, 20, 10, 0.9f, 0.1f], [50, 40, 20, 10, 0.1f, 0.8f], [10, 10, 8, 6, 0.7f, 0f], [80, 80, 8, 8, 0.2f, 0.1f],
    ];

    private string _folder = "";

    private string Model => Path.Combine(_folder, "people.onnx");

    [SetUp]
    public void Require()
    {
        OnnxTests.Require();
        _folder = Directory.CreateTempSubdirectory("sensorsim-detector").FullName;
    }

    [TearDown]
    public void Remove()
    {
        if (_folder.Length > 0) Directory.Delete(_folder, recursive: true);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Candidates_Become_Boxes_And_The_Less_Certain_Of_Two_Goes(bool byCandidate)
    {
        Write(DetectorNetworks.Yolo(Candidates, 4, byCandidate), """{ "categories": ["person", "forklift"] }""");

        DetectedBox[] found = Detect(White(100, 100));

        Assert.That(found.Select(Shown), Is.EqualTo(new[] { "person 0.9 at 41, 35.5: 20x10", "forklift 0.8 at 40, 35: 20x10", "person 0.7 at 6, 7: 8x6" }));
    }

    [Test]
    public void The_Picture_Is_What_It_Looks_At()
    {
        Write(DetectorNetworks.Yolo(Candidates, 4, byCandidate: false), """{ "categories": ["person", "forklift"], "least_score": 0.4, "most_overlap": 0.9 }""");
        StyleImage grey = White(100, 100);
        grey.Samples.Fill(0.5f);
        byte[] bytes = new byte[100 * 100 * 3];
        bytes.AsSpan().Fill(255);
        using var detector = OnnxDetector.Load(Model);

        Assert.That(detector.Detect(grey).Select(Shown), Is.EqualTo(new[] { "person 0.45 at 41, 35.5: 20x10", "forklift 0.4 at 40, 35: 20x10" }));
        Assert.That(detector.Detect(new PixelPlane(100, 100, 3, SampleType.UInt8, bytes)), Has.Count.EqualTo(4), "all but the uncertain one: they may overlap");
        Assert.That(detector.Detect(new StyleImage(100, 100)), Is.Empty);
        Assert.That((detector.Sha256, detector.Categories), Is.EqualTo((Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Model))), new[] { "person", "forklift" })));
    }

    [Test]
    public void The_Score_That_Anything_Is_There_Counts()
    {
        Write(DetectorNetworks.Yolo([[50, 40, 20, 10, 0.5f, 0.2f, 0.9f], [50, 40, 20, 10, 0.1f, 0.2f, 0.9f]], 5, byCandidate: true), """{ "categories": ["person", "forklift"], "output": { "form": "yolo_objectness" } }""");

        Assert.That(Detect(White(100, 100)).Select(Shown), Is.EqualTo(new[] { "forklift 0.45 at 40, 35: 20x10" }));
    }

    [Test]
    public void A_Letterbox_Is_Taken_Off_Again()
    {
        // 200×100 goes into 100×100 at half the size, below 25 rows of grey.
        Write(DetectorNetworks.Yolo([[50, 50, 20, 10, 1, 0]], 4, byCandidate: false, (100, 100)), """{ "categories": ["person", "forklift"] }""");

        DetectedBox found = Detect(White(200, 100)).Single();

        Assert.That((found.Left, found.Top, found.Width, found.Height), Is.EqualTo((80.0, 40.0, 40.0, 20.0)));
        Assert.That(found.Score, Is.EqualTo((0.5 * 1) + (0.5 * 114 / 255)).Within(1e-5), "half of what it sees is grey");
    }

    [Test]
    public void A_Picture_That_Is_Scaled_Gives_Boxes_In_Its_Own_Pixels()
    {
        Write(DetectorNetworks.Yolo([[50, 50, 20, 10, 1, 0], [0, 0, 20, 20, 0, 1]], 4, byCandidate: false, (100, 100)), """{ "categories": ["person", "forklift"], "size": { "fit": "resize" } }""");

        Assert.That(Detect(White(200, 50)).Select(Shown), Is.EqualTo(new[] { "person 1 at 80, 22.5: 40x5", "forklift 1 at 0, 0: 20x5" }), "the second is cut at the corner");
    }

    [Test]
    public void Boxes_Scores_And_Labels_As_Torchvision_Has_Them()
    {
        Write(
            DetectorNetworks.Boxes([10, 20, 30, 50, 1, 2, 3, 4, 5, 5, 9, 9], [0.5f, 0.9f, 0.8f], [2, 0, 1]),
            """{ "categories": ["person", "forklift"], "output": { "form": "boxes", "names": ["boxes", "scores", "labels"], "first_label": 1 } }""");

        Assert.That(Detect(White(64, 64)).Select(Shown), Is.EqualTo(new[] { "person 0.8 at 5, 5: 4x4", "forklift 0.5 at 10, 20: 20x30" }), "0 is the background");
    }

    [Test]
    public void Shares_Of_The_Sides_Become_Pixels()
    {
        Write(DetectorNetworks.Boxes([0.25f, 0.5f, 0.5f, 1f], [1f], [0]), """{ "categories": ["person"], "output": { "form": "boxes", "names": ["boxes", "scores", "labels"], "coordinates": "relative" } }""");

        Assert.That(Detect(White(80, 40)).Select(Shown), Is.EqualTo(new[] { "person 1 at 20, 20: 20x20" }));
    }

    [Test]
    public void What_Does_Not_Fit_Is_Told()
    {
        Assert.That(() => OnnxDetector.Load(Model).Dispose(), Throws.TypeOf<RequestException>().With.Message.Contains("people.onnx is not there"));
        Write(DetectorNetworks.Yolo(Candidates, 4, byCandidate: false), """{ "categories": ["person", "forklift", "tote"] }""");
        Assert.That(() => Detect(White(8, 8)), Throws.TypeOf<RequestException>().With.Message.Contains("float32 [1, 6, 5]; expected [1, 7, candidates]"));
        Write([1, 2, 3], """{ "categories": ["person"] }""");
        Assert.That(() => OnnxDetector.Load(Model).Dispose(), Throws.TypeOf<RequestException>().With.Message.Contains("people.onnx"));
        Write([], """{ "output": { "form": "yollo", "names": ["a", "b"] }, "size": { "width": 5 }, "least_score": 2 }""");
        RequestException? all = Assert.Throws<RequestException>(() => OnnxDetector.Load(Model).Dispose());
        string[] expected = ["$.categories is missing", "$.output.form is \"yollo\"; expected one of yolo, yolo_objectness, boxes", "$.output.names has 2 names; expected one", "$.size.height is missing", "$.least_score is 2; expected a number from 0 to 1"];
        foreach (string problem in expected)
        {
            Assert.That(all!.Problems, Has.Some.Contains(problem));
        }
    }

    private void Write(byte[] model, string declaration)
    {
        File.WriteAllBytes(Model, model);
        File.WriteAllText(Path.ChangeExtension(Model, ".detector.json"), declaration);
    }

    private DetectedBox[] Detect(StyleImage picture)
    {
        using var detector = OnnxDetector.Load(Model);
        return [.. detector.Detect(picture)];
    }

    private static string Shown(DetectedBox box) => FormattableString.Invariant($"{box.Category} {box.Score:0.###} at {box.Left:0.##}, {box.Top:0.##}: {box.Width:0.##}x{box.Height:0.##}");

    private static StyleImage White(int width, int height)
    {
        var picture = new StyleImage(width, height);
        picture.Samples.Fill(1);
        return picture;
    }
}
