#!/usr/bin/env python3
"""Writes plugins/physics.mujoco/Generated/MujocoLayout.cs: where fields of MuJoCo's structs are, as a C compiler says of the headers.

Needs cc and libmujoco-dev. Run it when the plugin reads another field, or learns another version of MuJoCo.
"""
import pathlib
import subprocess
import tempfile

FIELDS = {
    "mjModel": "nq nv nu njnt nbody ngeom ncam nlight nmesh nmeshvert nmeshtexvert nmeshface nskin nhfield nhfielddata ntex ntexdata nmat neq ntendon nkey nmocap stat "
               "qpos0 body_parentid body_jntnum body_jntadr body_pos body_quat body_ipos body_iquat body_mass body_inertia "
               "jnt_type jnt_bodyid jnt_limited jnt_pos jnt_axis jnt_range jnt_stiffness jnt_qposadr jnt_dofadr dof_damping dof_armature "
               "geom_type geom_dataid geom_matid geom_group geom_size geom_pos geom_quat geom_friction geom_rgba geom_contype geom_conaffinity geom_bodyid "
               "cam_bodyid cam_pos cam_quat cam_fovy light_bodyid light_directional light_active light_pos light_dir light_diffuse light_cutoff "
               "mesh_vertadr mesh_vertnum mesh_texcoordadr mesh_faceadr mesh_facenum mesh_vert mesh_texcoord mesh_face "
               "hfield_size hfield_nrow hfield_ncol hfield_adr hfield_data tex_type tex_height tex_width tex_adr tex_rgb "
               "mat_texid mat_texuniform mat_texrepeat mat_emission mat_specular mat_shininess mat_reflectance mat_rgba "
               "eq_type eq_obj1id eq_obj2id eq_active eq_data actuator_trntype actuator_gaintype actuator_biastype actuator_trnid actuator_forcelimited actuator_gainprm "
               "actuator_biasprm actuator_forcerange actuator_gear key_qpos",
    "mjData": "warning ne nf ncon nefc qpos qvel qacc_warmstart qfrc_applied xfrc_applied xpos xquat geom_xpos geom_xmat contact efc_id efc_vel efc_aref efc_force efc_R efc_D",
    "mjContact": "dist pos frame friction dim geom1 geom2 exclude efc_address",
    "mjWarningStat": "lastinfo number",
    "mjVFS": "filedata",
    "mjStatistic": "center",
}
NUMBERS = "mjVERSION_HEADER mjNEQDATA mjWARN_CONTACTFULL mjWARN_CNSTRFULL mjOBJ_BODY mjOBJ_GEOM mjOBJ_JOINT mjOBJ_EQUALITY " \
    "mjOBJ_CAMERA mjOBJ_LIGHT mjOBJ_MESH mjOBJ_TEXTURE mjOBJ_MATERIAL mjOBJ_ACTUATOR mjOBJ_KEY mjNGAIN mjNBIAS mjEQ_JOINT mjTRN_JOINT mjTEXTURE_2D mjTEXTURE_CUBE mjTEXTURE_SKYBOX " \
    "mjGEOM_PLANE mjGEOM_HFIELD mjGEOM_SPHERE mjGEOM_CAPSULE mjGEOM_ELLIPSOID mjGEOM_CYLINDER mjGEOM_BOX mjGEOM_MESH mjJNT_FREE mjJNT_BALL mjJNT_SLIDE mjJNT_HINGE mjGAIN_FIXED mjBIAS_AFFINE"


def program():
    lines = [f'printf("{s}_sizeof %zu\\n", sizeof({s}));' for s in FIELDS]
    lines += [f'printf("{s}_{f} %zu\\n", offsetof({s}, {f}));' for s, fields in FIELDS.items() for f in fields.split()]
    lines += [f'printf("number_{n} %d\\n", (int){n});' for n in NUMBERS.split()]
    return "#include <stddef.h>\n#include <stdio.h>\n#include <mujoco/mujoco.h>\nint main(void) {\n" + "\n".join(lines) + "\nreturn 0; }\n"


def main():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "layout.c")
        source.write_text(program())
        subprocess.run(["cc", "-o", f"{folder}/layout", source], check=True)
        pairs = [line.split() for line in subprocess.run([f"{folder}/layout"], check=True, capture_output=True, text=True).stdout.splitlines()]
    constants = "\n".join(f"    public const int {name} = {value};" for name, value in pairs)
    target = pathlib.Path(__file__).parent.parent / "plugins/physics.mujoco/Generated/MujocoLayout.cs"
    target.parent.mkdir(exist_ok=True)
    target.write_text(
        "namespace SensorSim.Plugins.PhysicsMujoco.Generated;\n\n"
        "/// <summary>Offsets and sizes in bytes, and numbers, of MuJoCo's headers, by their C names. Written by eng/mujoco-layout.py.</summary>\n"
        f"internal static class MujocoLayout\n{{\n{constants}\n}}\n")


main()
