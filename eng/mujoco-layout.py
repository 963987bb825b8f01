#!/usr/bin/env python3
"""Writes plugins/physics.mujoco/Generated/MujocoLayout.cs: where fields of MuJoCo's structs are, as a C compiler says of the headers.

Needs cc and libmujoco-dev. Run it when the plugin reads another field, or learns another version of MuJoCo.
"""
import pathlib
import subprocess
import tempfile

FIELDS = {
    "mjModel": "nq nv njnt neq body_jntadr jnt_qposadr jnt_dofadr geom_contype geom_conaffinity geom_bodyid eq_active eq_data",
    "mjData": "warning ncon nefc qpos qvel qacc_warmstart qfrc_applied xpos xquat contact efc_vel efc_aref efc_force efc_R efc_D",
    "mjContact": "dist pos frame friction dim geom1 geom2 exclude efc_address",
    "mjWarningStat": "lastinfo number",
    "mjVFS": "filedata",
}
NUMBERS = "mjVERSION_HEADER mjNEQDATA mjWARN_CONTACTFULL mjWARN_CNSTRFULL mjOBJ_BODY mjOBJ_GEOM mjOBJ_JOINT mjOBJ_EQUALITY"


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
