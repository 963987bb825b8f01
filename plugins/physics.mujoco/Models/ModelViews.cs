using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco.Models;

/// <summary>Lamps and cameras of a compiled model.</summary>
internal static class ModelViews
{
    public static IReadOnlyList<ModelLamp> Lamps(CompiledModel model) => [.. Enumerable.Range(0, model.Count(MujocoLayout.mjModel_nlight)).Where(one => model.IsOn(MujocoLayout.mjModel_light_active, one)).Select(one => new ModelLamp(
        model.Name(MujocoLayout.number_mjOBJ_LIGHT, one) ?? FormattableString.Invariant($"light_{one}"),
        model.One<int>(MujocoLayout.mjModel_light_bodyid, one),
        model.Vector(MujocoLayout.mjModel_light_pos, one),
        model.Vector(MujocoLayout.mjModel_light_dir, one).Normalized())
    {
        IsDirectional = model.IsOn(MujocoLayout.mjModel_light_directional, one),
        Diffuse = model.Floats(MujocoLayout.mjModel_light_diffuse, one, 3),
        ConeRadians = Math.PI / 180 * model.One<float>(MujocoLayout.mjModel_light_cutoff, one),
    })];

    public static IReadOnlyList<ModelCamera> Cameras(CompiledModel model) => [.. Enumerable.Range(0, model.Count(MujocoLayout.mjModel_ncam)).Select(one => new ModelCamera(
        model.Name(MujocoLayout.number_mjOBJ_CAMERA, one) ?? FormattableString.Invariant($"camera_{one}"),
        model.One<int>(MujocoLayout.mjModel_cam_bodyid, one),
        model.Pose(MujocoLayout.mjModel_cam_pos, MujocoLayout.mjModel_cam_quat, one),
        Math.PI / 180 * model.One<double>(MujocoLayout.mjModel_cam_fovy, one)))];
}
