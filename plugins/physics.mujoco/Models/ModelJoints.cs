using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco.Models;

/// <summary>The joints of a compiled model, what couples and drives them, and the poses that it names.</summary>
internal static class ModelJoints
{
    public static IReadOnlyList<ModelJoint> Of(CompiledModel model) => [.. All(model).Select(joint => Joint(model, joint))];

    public static IReadOnlyList<ModelCoupling> Couplings(CompiledModel model) =>
    [
        .. Enumerable.Range(0, model.Count(MujocoLayout.mjModel_neq))
            .Where(one => model.One<int>(MujocoLayout.mjModel_eq_type, one) == MujocoLayout.number_mjEQ_JOINT && model.IsOn(MujocoLayout.mjModel_eq_active, one))
            .Select(one => new ModelCoupling(
                model.One<int>(MujocoLayout.mjModel_eq_obj1id, one),
                model.One<int>(MujocoLayout.mjModel_eq_obj2id, one) is >= 0 and var other ? other : null,
                model.Span<double>(MujocoLayout.mjModel_eq_data, MujocoLayout.number_mjNEQDATA * one, 5).ToArray())),
    ];

    public static IReadOnlyList<ModelActuator> Actuators(CompiledModel model) =>
    [
        .. Enumerable.Range(0, model.Count(MujocoLayout.mjModel_nu))
            .Where(one => model.One<int>(MujocoLayout.mjModel_actuator_trntype, one) == MujocoLayout.number_mjTRN_JOINT)
            .Select(one => Actuator(model, one)),
    ];

    public static IReadOnlyList<ModelKeyframe> Keyframes(CompiledModel model) => [.. Enumerable.Range(0, model.Count(MujocoLayout.mjModel_nkey)).Select(key => new ModelKeyframe(
        model.Name(MujocoLayout.number_mjOBJ_KEY, key) ?? FormattableString.Invariant($"{key}"),
        [.. All(model).Select(joint => Positions(model, MujocoLayout.mjModel_key_qpos, key * model.Count(MujocoLayout.mjModel_nq), joint))]))];

    private static IEnumerable<int> All(CompiledModel model) => Enumerable.Range(0, model.Count(MujocoLayout.mjModel_njnt));

    private static ModelJoint Joint(CompiledModel model, int joint)
    {
        int velocity = model.One<int>(MujocoLayout.mjModel_jnt_dofadr, joint);
        ReadOnlySpan<double> range = model.Span<double>(MujocoLayout.mjModel_jnt_range, 2 * joint, 2);
        JointType type = TypeOf(model, joint);
        bool isLimited = model.IsOn(MujocoLayout.mjModel_jnt_limited, joint) && type is JointType.Revolute or JointType.Prismatic;
        return new(model.Name(MujocoLayout.number_mjOBJ_JOINT, joint) ?? FormattableString.Invariant($"joint_{joint}"), model.One<int>(MujocoLayout.mjModel_jnt_bodyid, joint), type)
        {
            Anchor = model.Vector(MujocoLayout.mjModel_jnt_pos, joint),
            Axis = model.Vector(MujocoLayout.mjModel_jnt_axis, joint),
            Zero = Positions(model, MujocoLayout.mjModel_qpos0, 0, joint),
            Lower = isLimited && model.IsOn(MujocoLayout.mjModel_jnt_limited, joint) ? range[0] : null,
            Upper = isLimited && model.IsOn(MujocoLayout.mjModel_jnt_limited, joint) ? range[1] : null,
            Damping = model.One<double>(MujocoLayout.mjModel_dof_damping, velocity),
            Armature = model.One<double>(MujocoLayout.mjModel_dof_armature, velocity),
        };
    }

    private static JointType TypeOf(CompiledModel model, int joint) => model.One<int>(MujocoLayout.mjModel_jnt_type, joint) switch
    {
        MujocoLayout.number_mjJNT_FREE => JointType.Free,
        MujocoLayout.number_mjJNT_BALL => JointType.Ball,
        MujocoLayout.number_mjJNT_SLIDE => JointType.Prismatic,
        _ => JointType.Revolute,
    };

    private static double[] Positions(CompiledModel model, int offset, int first, int joint)
    {
        ReadOnlySpan<double> q = model.Span<double>(offset, first + model.One<int>(MujocoLayout.mjModel_jnt_qposadr, joint), 1), more = q;
        switch (TypeOf(model, joint))
        {
            case JointType.Free:
                more = model.Span<double>(offset, first + model.One<int>(MujocoLayout.mjModel_jnt_qposadr, joint), 7);
                return [more[0], more[1], more[2], more[4], more[5], more[6], more[3]];
            case JointType.Ball:
                more = model.Span<double>(offset, first + model.One<int>(MujocoLayout.mjModel_jnt_qposadr, joint), 4);
                return [more[1], more[2], more[3], more[0]];
            default:
                return [q[0]];
        }
    }

    // A servo's force is gain (target − position) − damping × velocity; anything else is a motor that is given forces.
    private static ModelActuator Actuator(CompiledModel model, int one)
    {
        ReadOnlySpan<double> bias = model.Span<double>(MujocoLayout.mjModel_actuator_biasprm, MujocoLayout.number_mjNBIAS * one, 3);
        double gain = model.One<double>(MujocoLayout.mjModel_actuator_gainprm, MujocoLayout.number_mjNGAIN * one), gear = model.One<double>(MujocoLayout.mjModel_actuator_gear, 6 * one);
        bool isAffine = model.One<int>(MujocoLayout.mjModel_actuator_biastype, one) == MujocoLayout.number_mjBIAS_AFFINE;
        bool isServo = isAffine && model.One<int>(MujocoLayout.mjModel_actuator_gaintype, one) == MujocoLayout.number_mjGAIN_FIXED && bias[1] < 0 && bias[1] == -gain;
        double? largest = model.IsOn(MujocoLayout.mjModel_actuator_forcelimited, one)
            ? Math.Abs(gear) * Math.Min(-model.One<double>(MujocoLayout.mjModel_actuator_forcerange, 2 * one), model.One<double>(MujocoLayout.mjModel_actuator_forcerange, (2 * one) + 1))
            : null;
        return new(
            model.Name(MujocoLayout.number_mjOBJ_ACTUATOR, one) ?? FormattableString.Invariant($"actuator_{one}"),
            model.One<int>(MujocoLayout.mjModel_actuator_trnid, 2 * one),
            isServo ? gear * gear * gain : 0,
            isAffine ? gear * gear * -bias[2] : 0,
            largest is > 0 ? largest : null);
    }
}
