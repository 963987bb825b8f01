using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco.Models;

/// <summary>Materials and textures of a compiled model.</summary>
internal static class ModelLooks
{
    public static IReadOnlyList<ModelMaterial> Materials(CompiledModel model) => [.. Enumerable.Range(0, model.Count(MujocoLayout.mjModel_nmat)).Select(one => new ModelMaterial(
        model.Name(MujocoLayout.number_mjOBJ_MATERIAL, one) ?? FormattableString.Invariant($"material_{one}"), model.Floats(MujocoLayout.mjModel_mat_rgba, one, 4))
    {
        Emission = model.One<float>(MujocoLayout.mjModel_mat_emission, one),
        Specular = model.One<float>(MujocoLayout.mjModel_mat_specular, one),
        Shininess = model.One<float>(MujocoLayout.mjModel_mat_shininess, one),
        Reflectance = model.One<float>(MujocoLayout.mjModel_mat_reflectance, one),
        Texture = model.One<int>(MujocoLayout.mjModel_mat_texid, one) is >= 0 and var texture ? texture : null,
        Repeat = (model.One<float>(MujocoLayout.mjModel_mat_texrepeat, 2 * one), model.One<float>(MujocoLayout.mjModel_mat_texrepeat, (2 * one) + 1)),
        IsPerMetre = model.IsOn(MujocoLayout.mjModel_mat_texuniform, one),
    })];

    public static IReadOnlyList<ModelTexture> Textures(CompiledModel model) => [.. Enumerable.Range(0, model.Count(MujocoLayout.mjModel_ntex)).Select(one =>
    {
        int width = model.One<int>(MujocoLayout.mjModel_tex_width, one), height = model.One<int>(MujocoLayout.mjModel_tex_height, one);
        return new ModelTexture(
            model.Name(MujocoLayout.number_mjOBJ_TEXTURE, one) ?? FormattableString.Invariant($"texture_{one}"),
            model.One<int>(MujocoLayout.mjModel_tex_type, one) != MujocoLayout.number_mjTEXTURE_2D,
            width,
            height,
            model.Span<byte>(MujocoLayout.mjModel_tex_rgb, model.One<int>(MujocoLayout.mjModel_tex_adr, one), 3 * width * height).ToArray());
    })];
}
