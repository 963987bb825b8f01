using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Datasets.Labels;
using SensorSim.Datasets.Storage;
using SensorSim.Geometry;
using SensorSim.Signals;
using SensorSim.UnitTests.Datasets.Images;

namespace SensorSim.UnitTests.Datasets.Storage;

/// <summary>A dataset of few and small frames whose labels fit its images: two objects on a background, pixels from the frame's number.</summary>
internal static class TinyDataset
{
    public const int Width = 8;
    public const int Height = 6;

    public static DatasetPlan Plan(int samples = 3, string deviceClass = "test device 1.0") => new(
        new("aisle-flicker", "1.0.0", new string('a', 64)),
        new("0.1.0", "unknown"),
        deviceClass,
        [new(1, "box", "goods"), new(2, "can")],
        ["front", "back"],
        0.001,
        new JsonObject { ["seed"] = 7, ["samples"] = samples });

    /// <summary>Every frame of a plan, in frame order: two steps, two cameras.</summary>
    public static IReadOnlyList<FrameContent> Frames(int samples = 3, string deviceClass = "test device 1.0") =>
    [
        .. from sample in Enumerable.Range(0, samples)
           from step in Enumerable.Range(0, 2)
           from camera in new[] { "front", "back" }
           select Frame(sample, step, camera, deviceClass),
    ];

    public static FrameContent Frame(int sample, int step, string camera, string deviceClass = "test device 1.0")
    {
        PixelPlane instance = Instances(sample + step);
        ushort[] ids = [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(instance.Bytes.Span)];
        var planes = new Dictionary<string, PixelPlane>(StringComparer.Ordinal)
        {
            ["rgb"] = Planes.Noise(Width, Height, 3, SampleType.UInt8, (sample * 100) + (step * 10) + camera.Length),
            ["instance"] = instance,
            ["semantic"] = new(Width, Height, 1, SampleType.UInt8, ids.Select(id => (byte)id).ToArray()),
            ["depth"] = Planes.Of(Width, Height, [.. ids.Select(id => (ushort)(id * 1000))]),
        };
        return new(Record(sample, step, camera, deviceClass, instance), planes)
        {
            Encodings = new Dictionary<string, PlaneEncoding>(StringComparer.Ordinal) { ["depth"] = PlaneEncoding.Depth(0.001) },
        };
    }

    /// <summary>Writes a whole dataset.</summary>
    public static DatasetDescription Write(string folder, int samples = 3, int threads = 1, DatasetShard? shard = null, string deviceClass = "test device 1.0", Func<FrameRecord, FrameRecord>? change = null)
    {
        using DatasetWriter writer = DatasetWriter.Create(folder, Plan(samples, deviceClass), shard);
        IEnumerable<FrameContent> frames = Frames(samples, deviceClass).Where(f => shard is null || f.Record.Sample % shard.Of == shard.Index - 1);
        Parallel.ForEach(frames, new ParallelOptions { MaxDegreeOfParallelism = threads }, frame => writer.Write(change is null ? frame : frame with { Record = change(frame.Record) }));
        return writer.Finish();
    }

    /// <summary>Every file of a folder: relative path → content.</summary>
    public static SortedDictionary<string, string> Content(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal),
        StringComparer.Ordinal);

    public static void CopyFolder(string source, string target)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static PixelPlane Instances(int shift)
    {
        ushort[] ids = new ushort[Width * Height];
        for (int y = 1; y < 4; y++)
            ids[(y * Width) + (shift % 4)] = ids[(y * Width) + (shift % 4) + 1] = 1;
        ids[(4 * Width) + 6] = 2;
        return Planes.Of(Width, Height, ids);
    }

    private static FrameRecord Record(int sample, int step, string camera, string deviceClass, in PixelPlane instance)
    {
        CameraIntrinsics intrinsics = CameraIntrinsics.FromHorizontalFieldOfView(Width, Height, 1);
        var view = new CameraView(camera, intrinsics, Matrix4x4d.FromTranslation(new(0, 0, -5)));
        var bounds = new LocalBounds(new(-0.5, -0.5, -0.5), new(0.5, 0.5, 0.5));
        LabelledInstance[] objects =
        [
            new(1, 1, "box_1", 3, Matrix4x4d.FromTranslation(new(0.1 * sample, 0, 0)), bounds),
            new(2, 2, "can é", 4, Matrix4x4d.Identity, bounds),
            new(3, 2, "hidden", 5, Matrix4x4d.Identity, bounds),
        ];
        return new(
            DatasetLayout.FrameName(sample, step, camera),
            sample,
            step,
            camera,
            step / 30.0,
            Width,
            Height,
            new("pinhole", intrinsics.Fx, intrinsics.Fy, intrinsics.Cx, intrinsics.Cy, new Dictionary<string, double>(StringComparer.Ordinal)),
            view.CameraToWorld.ToRowMajor(),
            new(-0.002, 0.004, 1.89e-5, 0.0123456789, 100),
            new Dictionary<string, FileReference>(StringComparer.Ordinal),
            ObjectLabels.Assemble(instance, objects, [new(8, 4), new(1, 0), new(0, 0)], view),
            new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["lights.a.intensity"] = 412.7, ["materials.b.swap"] = "metal", ["x"] = null },
            [new("camera.noise", "1.0.0", new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["gain"] = 2.5, ["list"] = new JsonArray(1, 2) })],
            "dim-light",
            null,
            new(
                ulong.MaxValue,
                "sensorsim 0.1.0",
                deviceClass,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["scenes/aisle.glb"] = "ab" },
                new Dictionary<string, string>(StringComparer.Ordinal) { ["camera.noise"] = "1.0.0 sha256:cd" },
                new Dictionary<string, string>(StringComparer.Ordinal) { ["shade"] = "ef" },
                new JsonObject { ["samples_per_pixel"] = 4, ["scene"] = "aisle" }));
    }
}
