using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Labels;
using SensorSim.Geometry;
using SensorSim.Hosting.Physics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Scenarios;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Hosting.Records;

/// <summary>
/// A record as the renderer takes it. Nothing of it is believed: a value that no run writes is a <see cref="FormatException"/> with the JSON path.
/// </summary>
/// <param name="record">The frame's record.</param>
/// <param name="catalog">The installed plugins.</param>
internal sealed class RecordedFrame(FrameRecord record, PluginCatalog catalog)
{
    /// <summary>How far from a right angle or from length 1 the axes of a camera may be.</summary>
    private const double AxisTolerance = 1e-6;

    /// <summary>What was rendered, besides the draws.</summary>
    public SceneProvenance Scene { get; } = SceneProvenance.FromJson(record.Provenance.Render);

    private long Cousin => record.Counterfactual?.Cousin ?? record.Sample;

    /// <summary>The cousin that was drawn.</summary>
    /// <param name="scene">As it was.</param>
    /// <param name="load">Reads a trajectory of joints.</param>
    /// <exception cref="FormatException">A draw does not fit the scene.</exception>
    public SceneInstance CousinOf(Scene scene, Func<string, JointTrajectory> load)
    {
        try
        {
            var assembly = new CousinAssembly(scene, Scene.Environment, Scene.Waveforms, AnimationChoice.Of(scene, Scene.Animation)) { Sizes = Scene.Sizes, WaveformChoices = Scene.WaveformChoices, EmissiveLights = Scene.EmissiveLights, Robot = new(scene, Scene.Joints is { } joints ? JointSettingsJson.With(joints, load) : null) };
            SceneInstance cousin = Moving(assembly.Apply(Cousin, record.Draws)).At(record.TimeS);
            return Scene.Shot.Carrier is null || SceneNames.Of(scene).Cameras.Any(camera => camera.Name == Scene.Shot.Carrier)
                ? cousin
                : throw new FormatException($"'provenance.render.carrier': the scene has no camera '{Scene.Shot.Carrier}'.");
        }
        catch (ArgumentException unfit)
        {
            string suffix = $" (Parameter '{unfit.ParamName}')"; // the runtime's, of no use to a reader of records
            throw new FormatException($"'draws': {unfit.Message.Replace(suffix, "", StringComparison.Ordinal)}", unfit);
        }
    }

    private SceneInstance Moving(SceneInstance cousin)
    {
        double lastRow = record.Exposure.StartS + record.Exposure.DurationS + (record.Exposure.RowTimeS * record.Height);
        return Scene.Physics is { } physics
            ? new EpisodePhysics(physics, cousin.Twin, catalog).Simulate(cousin, Math.Max(record.TimeS, Math.Max(lastRow, Scene.Shot.NextSeconds ?? 0)))
            : cousin;
    }

    /// <summary>Category of instance id i + 1; 0 for one that the cousin does not have.</summary>
    /// <param name="cousin">The cousin that was drawn.</param>
    /// <exception cref="FormatException">The objects are not the cousin's instances.</exception>
    public IReadOnlyList<int> Categories(SceneInstance cousin)
    {
        IReadOnlyList<Instance> instances = SceneInstances.Of(cousin.Twin);
        ObjectRecord[] objects = [.. record.Objects.OrderBy(item => item.InstanceId)];
        if (!objects.Select(item => item.InstanceId).SequenceEqual(instances.Where(item => cousin.MeshOf(item.Node) is not null).Select(item => item.Id)))
            throw new FormatException($"'objects' should have the instance_id 1 to {instances.Count}, each once, as the scene has so many instances, but for those that the draws leave out.");
        int highest = (1 << Scene.CategoryBits) - 1;
        if (objects.FirstOrDefault(item => item.CategoryId > highest) is { } wrong)
            throw new FormatException($"'category_id' of the object {wrong.InstanceId} should be an integer from 0 to {highest}, not {wrong.CategoryId}.");
        int[] categories = new int[instances.Count];
        foreach (ObjectRecord item in objects)
        {
            categories[item.InstanceId - 1] = item.CategoryId;
        }

        return categories;
    }

    public FrameJob Job()
    {
        Optics optics = Optics();
        var intrinsics = new CameraIntrinsics(
            record.Width, record.Height, record.Intrinsics.Fx, record.Intrinsics.Fy, record.Intrinsics.Cx, record.Intrinsics.Cy)
        {
            Projection = Projection(optics.Projection),
        };
        var view = new CameraView(record.Camera, intrinsics, Pose());
        ExposureRecord e = record.Exposure;
        return new(record.Sample, record.Step, record.TimeS, view, Chain(optics), new(e.StartS, e.DurationS, e.RowTimeS, e.LuxSecondsPerNit, e.Iso))
        {
            Cousin = Cousin,
            Shot = Scene.Shot,
            LabelTime = record.LabelTime switch
            {
                null or FrameRecord.MidExposure => LabelTime.MidExposure,
                FrameRecord.PerRow => LabelTime.PerRow,
                _ => throw new FormatException($"'label_time' should be {FrameRecord.MidExposure} or {FrameRecord.PerRow}, not '{record.LabelTime}'."),
            },
        };
    }

    /// <summary>The outputs that the record lists, and the light that a style in front of the sensor needs.</summary>
    public FramePlanes Planes()
    {
        if (record.Files.Keys.FirstOrDefault(name => !LabelNames.Single.ContainsKey(name)) is { } stranger)
            throw new FormatException($"'files.{stranger}': there is no such output; expected {string.Join(", ", LabelNames.Single.Keys)}.");
        LabelSet labels = record.Files.Keys.Select(name => LabelNames.Single[name]).Aggregate(record.Style?.Any(style => style.Stage == StyleRecord.BeforeSensor) == true ? LabelSet.Radiance : LabelSet.None, (all, label) => all | label);
        FileReference? depth = record.Files.GetValueOrDefault("depth");
        if (depth is { ScaleM: not > 0 })
            throw new FormatException("'files.depth.scale_m' should be a number above 0.");
        bool isExr = depth?.Path.EndsWith(".exr", StringComparison.Ordinal) ?? false;
        return new(labels, isExr ? ImageFormat.Exr : ImageFormat.Png, new DepthScale(depth?.ScaleM ?? 0.001));
    }

    private Matrix4x4d Pose()
    {
        var pose = Matrix4x4d.FromRowMajor(record.CameraToWorld);
        (Vector3d x, Vector3d y, Vector3d z) = (pose.ColumnX, pose.ColumnY, pose.ColumnZ);
        double error = new[]
        {
            Vector3d.Dot(x, x) - 1, Vector3d.Dot(y, y) - 1, Vector3d.Dot(z, z) - 1, Vector3d.Dot(x, y), Vector3d.Dot(y, z), Vector3d.Dot(z, x),
            pose.M41, pose.M42, pose.M43, pose.M44 - 1, pose.Determinant3x3 - 1,
        }.Max(Math.Abs);
        return error <= AxisTolerance ? pose : throw new FormatException("'camera_to_world' should be a rotation and a translation: axes of length 1 at right angles, last row 0, 0, 0, 1.");
    }

    private Optics Optics()
    {
        IEnumerable<PluginUse> stages = record.Sensor.Select(stage => new PluginUse(stage.Use, new Dictionary<string, JsonNode?>(stage.Parameters, StringComparer.Ordinal)));
        return Checked(() => Scenarios.Optics.Of(StageRequests.Of(stages, catalog), catalog));
    }

    // The lens is in the sensor list; what the intrinsics say of it is for readers, and must not say something else.
    private CameraProjection Projection(CameraProjection lens)
    {
        CameraProjection projection = record.Intrinsics.Model == CameraProjection.Orthographic.Model ? CameraProjection.Orthographic : lens;
        bool agrees = record.Intrinsics.Model == projection.Model
            && record.Intrinsics.Distortion.Count == projection.Distortion.Count
            && record.Intrinsics.Distortion.All(value => projection.Distortion.TryGetValue(value.Key, out double other) && other.Equals(value.Value));
        return agrees ? projection : throw new FormatException($"'intrinsics' should be those of the '{projection.Model}' camera that 'sensor' says, with its coefficients, not of '{record.Intrinsics.Model}'.");
    }

    // The record lists every stage that ran, those that the host appended included: nothing is appended again.
    private SensorChain Chain(Optics optics) => Checked(() => SensorChain.Build(
        catalog.Plugins, optics.Sensor, Scene.Output == CameraOutput.Raw ? SensorOutput.Raw : SensorOutput.Display, catalog.WhyNoStage));

    private static T Checked<T>(Func<T> build)
    {
        try
        {
            return build();
        }
        catch (SensorChainException unfit)
        {
            throw new FormatException(string.Join(' ', unfit.Errors.Select(error => $"'sensor[{error.Index}]': {error.Message}")), unfit);
        }
    }
}
