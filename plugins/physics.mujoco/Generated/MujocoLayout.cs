namespace SensorSim.Plugins.PhysicsMujoco.Generated;

/// <summary>Offsets and sizes in bytes, and numbers, of MuJoCo's headers, by their C names. Written by eng/mujoco-layout.py.</summary>
internal static class MujocoLayout
{
    public const int mjModel_sizeof = 3280;
    public const int mjData_sizeof = 41176;
    public const int mjContact_sizeof = 528;
    public const int mjWarningStat_sizeof = 8;
    public const int mjVFS_sizeof = 2024008;
    public const int mjModel_nq = 0;
    public const int mjModel_nv = 4;
    public const int mjModel_njnt = 20;
    public const int mjModel_neq = 112;
    public const int mjModel_body_jntadr = 1152;
    public const int mjModel_jnt_qposadr = 1288;
    public const int mjModel_jnt_dofadr = 1296;
    public const int mjModel_geom_contype = 1496;
    public const int mjModel_geom_conaffinity = 1504;
    public const int mjModel_geom_bodyid = 1520;
    public const int mjModel_eq_active = 2480;
    public const int mjModel_eq_data = 2504;
    public const int mjData_warning = 24;
    public const int mjData_ncon = 40332;
    public const int mjData_nefc = 40328;
    public const int mjData_qpos = 40376;
    public const int mjData_qvel = 40384;
    public const int mjData_qacc_warmstart = 40400;
    public const int mjData_qfrc_applied = 40416;
    public const int mjData_xpos = 40480;
    public const int mjData_xquat = 40488;
    public const int mjData_contact = 40752;
    public const int mjData_efc_vel = 40992;
    public const int mjData_efc_aref = 41000;
    public const int mjData_efc_force = 41120;
    public const int mjData_efc_R = 40904;
    public const int mjData_efc_D = 40896;
    public const int mjContact_dist = 0;
    public const int mjContact_pos = 8;
    public const int mjContact_frame = 32;
    public const int mjContact_friction = 112;
    public const int mjContact_dim = 504;
    public const int mjContact_geom1 = 508;
    public const int mjContact_geom2 = 512;
    public const int mjContact_exclude = 516;
    public const int mjContact_efc_address = 520;
    public const int mjWarningStat_lastinfo = 0;
    public const int mjWarningStat_number = 4;
    public const int mjVFS_filedata = 2008008;
    public const int number_mjVERSION_HEADER = 222;
    public const int number_mjNEQDATA = 11;
    public const int number_mjWARN_CONTACTFULL = 1;
    public const int number_mjWARN_CNSTRFULL = 2;
    public const int number_mjOBJ_BODY = 1;
    public const int number_mjOBJ_GEOM = 5;
    public const int number_mjOBJ_JOINT = 3;
    public const int number_mjOBJ_EQUALITY = 16;
}
