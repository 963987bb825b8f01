using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco.Models;

/// <summary>Reads MJCF through the library, which knows its defaults, includes, angles and inertias best.</summary>
internal static class ModelReader
{
    /// <exception cref="PhysicsException">The file, or one that it names, is missing or broken.</exception>
    public static ArticulatedModel Read(string path)
    {
        if (!File.Exists(path)) throw new PhysicsException($"{path}: there is no such file.");
        var files = ModelFiles.Of(path);
        using CompiledModel model = ModelFile.Compile(path);
        (IReadOnlyList<ModelMesh> meshes, Dictionary<int, int> heightFields) = ModelMeshes.Of(model);
        return new()
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Bodies = ModelBodies.Of(model, heightFields),
            Joints = ModelJoints.Of(model),
            Couplings = ModelJoints.Couplings(model),
            Actuators = ModelJoints.Actuators(model),
            Keyframes = ModelJoints.Keyframes(model),
            Meshes = meshes,
            Materials = ModelLooks.Materials(model),
            Textures = ModelLooks.Textures(model),
            Lamps = ModelViews.Lamps(model),
            Cameras = ModelViews.Cameras(model),
            Centre = model.Centre,
            Files = files.All(),
            Warnings = [.. Warnings(model)],
        };
    }

    private static IEnumerable<string> Warnings(CompiledModel model)
    {
        if (model.Count(MujocoLayout.mjModel_nskin) is > 0 and var skins) yield return $"{Counted(skins, "skin")} left out: bodies are rigid.";
        if (model.Count(MujocoLayout.mjModel_ntendon) is > 0 and var tendons) yield return $"{Counted(tendons, "tendon")} left out: joints are driven one by one.";
        int kept = ModelJoints.Couplings(model).Count, all = model.Count(MujocoLayout.mjModel_neq);
        if (all > kept) yield return $"{Counted(all - kept, "equality constraint")} left out: only couplings of joints are known.";
        if (model.Count(MujocoLayout.mjModel_nmocap) is > 0 and var mocap) yield return $"{Counted(mocap, "mocap body stands", "mocap bodies stand")} still.";
    }

    private static string Counted(int count, string one, string? many = null) => FormattableString.Invariant($"{count} {(count == 1 ? one : many ?? one + "s")}");
}
