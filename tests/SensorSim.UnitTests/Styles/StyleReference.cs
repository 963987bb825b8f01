using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using SensorSim.Style;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Styles;

/// <summary>The same styles by NumPy (Debian package python3-numpy; resizing by python3-pil): an independent computation.</summary>
internal static class StyleReference
{
    private const string Interpreter = "/usr/bin/python3";

    private static string Program => Path.Combine(Repository.Root, "tests/SensorSim.UnitTests/Styles/style_reference.py");

    /// <summary>What NumPy gives. Ends the test as ignored where it is not installed.</summary>
    public static StyleImage Of(string style, StyleImage source, StyleImage target, double beta = 0)
    {
        if (!File.Exists("/usr/lib/python3/dist-packages/numpy/__init__.py") || !File.Exists("/usr/lib/python3/dist-packages/PIL/Image.py"))
        {
            Assert.Ignore("NumPy or Pillow is not installed (packages python3-numpy, python3-pil).");
        }

        using var scratch = new ScratchFolder();
        string result = Path.Combine(scratch.Path, "result");
        var request = new JsonObject { ["style"] = style, ["source"] = Save(source, scratch, "source"), ["target"] = Save(target, scratch, "target"), ["beta"] = beta, ["out"] = result };
        using var process = Process.Start(new ProcessStartInfo(Interpreter, [Program]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true })!;
        process.StandardInput.Write(request.ToJsonString());
        process.StandardInput.Close();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors);
        return new(source.Width, source.Height, MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(result)).ToArray());
    }

    private static JsonObject Save(StyleImage image, ScratchFolder scratch, string name)
    {
        string path = Path.Combine(scratch.Path, name);
        File.WriteAllBytes(path, MemoryMarshal.AsBytes(image.Samples).ToArray());
        return new() { ["file"] = path, ["width"] = image.Width, ["height"] = image.Height };
    }
}
