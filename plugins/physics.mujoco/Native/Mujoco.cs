using System.Runtime.InteropServices;

namespace SensorSim.Plugins.PhysicsMujoco.Native;

/// <summary>The part of MuJoCo 2.2.2 (Debian package libmujoco2.2.2) that worlds need. Rules are those of mujoco/mujoco.h.</summary>
internal static unsafe partial class Mujoco
{
    public const string Library = "libmujoco.so.2.2.2";

    [LibraryImport(Library, EntryPoint = "mj_version")]
    public static partial int Version();

    [LibraryImport(Library, EntryPoint = "mj_defaultVFS")]
    public static partial void ClearFiles(byte* files);

    [LibraryImport(Library, EntryPoint = "mj_makeEmptyFileVFS", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddFile(byte* files, string name, int size);

    [LibraryImport(Library, EntryPoint = "mj_findFileVFS", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FindFile(byte* files, string name);

    [LibraryImport(Library, EntryPoint = "mj_deleteVFS")]
    public static partial void DeleteFiles(byte* files);

    [LibraryImport(Library, EntryPoint = "mj_loadXML", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint LoadXml(string name, byte* files, byte* error, int errorSize);

    [LibraryImport(Library, EntryPoint = "mj_deleteModel")]
    public static partial void DeleteModel(nint model);

    [LibraryImport(Library, EntryPoint = "mj_makeData")]
    public static partial nint MakeData(nint model);

    [LibraryImport(Library, EntryPoint = "mj_deleteData")]
    public static partial void DeleteData(nint data);

    [LibraryImport(Library, EntryPoint = "mj_id2name")]
    public static partial nint NameOf(nint model, int type, int id);

    [LibraryImport(Library, EntryPoint = "mj_name2id", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int IdOf(nint model, int type, string name);

    [LibraryImport(Library, EntryPoint = "mj_kinematics")]
    public static partial void Kinematics(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_comPos")]
    public static partial void CentresOfMass(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_crb")]
    public static partial void CompositeInertia(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_factorM")]
    public static partial void FactorInertia(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_collision")]
    public static partial void Collide(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_makeConstraint")]
    public static partial void MakeConstraints(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_projectConstraint")]
    public static partial void ProjectConstraints(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_fwdVelocity")]
    public static partial void Velocities(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_comVel")]
    public static partial void BodyVelocities(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_fwdActuation")]
    public static partial void Actuation(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_fwdAcceleration")]
    public static partial void Acceleration(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_fwdConstraint")]
    public static partial void SolveConstraints(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_Euler")]
    public static partial void Integrate(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_objectVelocity")]
    public static partial void ObjectVelocity(nint model, nint data, int type, int id, double* velocity, int isLocal);

    [LibraryImport(Library, EntryPoint = "mj_applyFT")]
    public static partial void ApplyForce(nint model, nint data, double* force, double* torque, double* point, int body, double* target);

    [LibraryImport(Library, EntryPoint = "mj_solveM")]
    public static partial void SolveInertia(nint model, nint data, double* solution, double* right, int count);
}
