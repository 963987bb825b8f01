using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco.Models;

/// <summary>The bodies of a compiled model with their shapes.</summary>
internal static class ModelBodies
{
    /// <summary>Groups from this one on are what the library's viewer does not show at first: collision shapes, mostly.</summary>
    private const int FirstHiddenGroup = 3;

    // +Z, which is up there, becomes +Y.
    private static readonly Pose s_upright = new(default, Quaterniond.FromAxisAngle(Vector3d.UnitX, -Math.PI / 2));

    // Solids that stand along +Y stand along +Z there.
    private static readonly Quaterniond s_standing = Quaterniond.FromAxisAngle(Vector3d.UnitX, Math.PI / 2);

    public static IReadOnlyList<ModelBody> Of(CompiledModel model, IReadOnlyDictionary<int, int> heightFields)
    {
        var shapes = Enumerable.Range(0, model.Count(MujocoLayout.mjModel_ngeom)).ToLookup(geometry => model.One<int>(MujocoLayout.mjModel_geom_bodyid, geometry), geometry => Shape(model, geometry, heightFields));
        return [.. Enumerable.Range(0, model.Count(MujocoLayout.mjModel_nbody)).Select(body => new ModelBody(
            NameOf(model, body),
            body == 0 ? null : model.One<int>(MujocoLayout.mjModel_body_parentid, body),
            body == 0 ? s_upright : model.Pose(MujocoLayout.mjModel_body_pos, MujocoLayout.mjModel_body_quat, body))
        {
            Mass = MassOf(model, body),
            Shapes = [.. shapes[body]],
        })];
    }

    private static string NameOf(CompiledModel model, int body) => model.Name(MujocoLayout.number_mjOBJ_BODY, body) ?? FormattableString.Invariant($"body_{body}");

    private static MassDescription? MassOf(CompiledModel model, int body) => model.One<double>(MujocoLayout.mjModel_body_mass, body) is > 0 and var mass
        ? new() { Kilograms = mass, Centre = model.Vector(MujocoLayout.mjModel_body_ipos, body), Moments = model.Vector(MujocoLayout.mjModel_body_inertia, body), Axes = model.Turn(MujocoLayout.mjModel_body_iquat, body) }
        : null;

    private static ModelShape Shape(CompiledModel model, int geometry, IReadOnlyDictionary<int, int> heightFields)
    {
        int type = model.One<int>(MujocoLayout.mjModel_geom_type, geometry), material = model.One<int>(MujocoLayout.mjModel_geom_matid, geometry);
        Vector3d size = model.Vector(MujocoLayout.mjModel_geom_size, geometry);
        Pose pose = model.Pose(MujocoLayout.mjModel_geom_pos, MujocoLayout.mjModel_geom_quat, geometry);
        bool isStanding = type == MujocoLayout.number_mjGEOM_CAPSULE || type == MujocoLayout.number_mjGEOM_CYLINDER || type == MujocoLayout.number_mjGEOM_PLANE;
        double[] rgba = ColourOf(model, geometry, material);
        return new(model.Name(MujocoLayout.number_mjOBJ_GEOM, geometry) ?? FormattableString.Invariant($"{NameOf(model, model.One<int>(MujocoLayout.mjModel_geom_bodyid, geometry))}_geom_{geometry}"), isStanding ? pose with { Rotation = pose.Rotation * s_standing } : pose)
        {
            Solid = Solid(type, size),
            Mesh = Mesh(model, type, geometry, heightFields),
            Scale = type == MujocoLayout.number_mjGEOM_ELLIPSOID ? size : new(1, 1, 1),
            HalfSize = type == MujocoLayout.number_mjGEOM_PLANE ? (size.X, size.Y) : default,
            Material = material >= 0 ? material : null,
            Rgba = rgba,
            IsShown = model.One<int>(MujocoLayout.mjModel_geom_group, geometry) < FirstHiddenGroup && rgba[3] > 0,
            Touches = model.One<int>(MujocoLayout.mjModel_geom_contype, geometry) != 0 || model.One<int>(MujocoLayout.mjModel_geom_conaffinity, geometry) != 0,
            Friction = model.One<double>(MujocoLayout.mjModel_geom_friction, 3 * geometry),
        };
    }

    // A geom with the default colour has that of its material.
    private static double[] ColourOf(CompiledModel model, int geometry, int material)
    {
        double[] own = model.Floats(MujocoLayout.mjModel_geom_rgba, geometry, 4);
        return material >= 0 && own is [0.5, 0.5, 0.5, 1] ? model.Floats(MujocoLayout.mjModel_mat_rgba, material, 4) : own;
    }

    private static Collider? Solid(int type, Vector3d size) => type switch
    {
        MujocoLayout.number_mjGEOM_PLANE => new PlaneCollider(),
        MujocoLayout.number_mjGEOM_SPHERE => new SphereCollider(size.X),
        MujocoLayout.number_mjGEOM_ELLIPSOID => new SphereCollider(1),
        MujocoLayout.number_mjGEOM_CAPSULE => new CapsuleCollider(size.X, 2 * size.Y),
        MujocoLayout.number_mjGEOM_CYLINDER => new CylinderCollider(size.X, 2 * size.Y),
        MujocoLayout.number_mjGEOM_BOX => new BoxCollider(2 * size),
        _ => null,
    };

    private static int? Mesh(CompiledModel model, int type, int geometry, IReadOnlyDictionary<int, int> heightFields)
    {
        int data = model.One<int>(MujocoLayout.mjModel_geom_dataid, geometry);
        return type == MujocoLayout.number_mjGEOM_MESH ? data : type == MujocoLayout.number_mjGEOM_HFIELD ? heightFields[data] : null;
    }
}
