using SensorSim.Onnx;

namespace SensorSim.UnitTests.Onnx;

public class OnnxLibraryTests
{
    [Test]
    public void A_Library_That_Is_Named_And_Not_There_Is_Told()
    {
        (OnnxRuntime? runtime, string? problem) = OnnxLibrary.Load("/nowhere/libonnxruntime.so.1", "/");

        Assert.That(runtime, Is.Null);
        Assert.That(problem, Does.StartWith("SENSORSIM_ONNXRUNTIME is \"/nowhere/libonnxruntime.so.1\"").And.Contain("does not load"));
        Assert.That(OnnxRuntime.Remedy, Does.Contain("eng/setup.sh onnx").And.Contain("SENSORSIM_ONNXRUNTIME"));
    }

    [Test]
    public void Another_Library_Is_Not_Taken_For_It()
    {
        (OnnxRuntime? runtime, string? problem) = OnnxLibrary.Load("libspng.so.0", "/");

        Assert.That(runtime, Is.Null);
        Assert.That(problem, Does.Contain("is not ONNX Runtime"));
    }

    [TestCase("1.18.0", ExpectedResult = true)]
    [TestCase("1.30.0", ExpectedResult = true)]
    [TestCase("1.24.0-dev.20260114", ExpectedResult = true)]
    [TestCase("1.17.3", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Versions_From_1_18_On_Are_Known(string version) => OnnxLibrary.IsKnown(version);

    [Test]
    public void It_Is_Looked_For_Where_It_Is_Named_Then_By_The_Linker_Then_Above_The_Program()
    {
        string clone = TestContext.CurrentContext.TestDirectory + "/onnx-clone", program = $"{clone}/src/bin";
        string left = $"{clone}/{OnnxLibrary.SetupPath}x64/{OnnxLibrary.Name}";
        Directory.CreateDirectory(program);
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        File.WriteAllText(left, "");

        Assert.That(OnnxLibrary.Candidates(null, program).Take(2), Is.EqualTo(new[] { OnnxLibrary.Name, left }));
        Assert.That(OnnxLibrary.Candidates("/opt/ort/lib.so", program), Is.EqualTo(new[] { "/opt/ort/lib.so" }));
        Assert.That(OnnxLibrary.Candidates(clone, program), Is.EqualTo(new[] { $"{clone}/{OnnxLibrary.Name}" }));
        Directory.Delete(clone, recursive: true);
    }
}
