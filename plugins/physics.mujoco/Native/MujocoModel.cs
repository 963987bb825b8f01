using System.Runtime.InteropServices;
using System.Text;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;

namespace SensorSim.Plugins.PhysicsMujoco.Native;

/// <summary>A compiled model with its data: the arrays that worlds read and write, at the places that <see cref="MujocoLayout"/> knows.</summary>
internal sealed unsafe class MujocoModel : IDisposable
{
    private const string File = "world.xml";
    private const int LongestError = 1000;

    private readonly byte* _model;
    private readonly byte* _data;

    /// <exception cref="PhysicsException">The library does not take the text.</exception>
    public MujocoModel(string xml)
    {
        lock (MujocoLibrary.Compiling)
        {
            _model = (byte*)Compile(xml);
        }

        _data = (byte*)Mujoco.MakeData((nint)_model);
        if (_data == null)
        {
            Mujoco.DeleteModel((nint)_model);
            throw new PhysicsException("MuJoCo has no memory for this world: fewer bodies that touch are expected.");
        }
    }

    public nint Model => (nint)_model;

    public nint Data => (nint)_data;

    /// <summary>Generalized positions, velocities, and accelerations of the last step, from which the solver starts.</summary>
    public Span<double> Positions => new(Array<double>(_data, MujocoLayout.mjData_qpos), Count(MujocoLayout.mjModel_nq));

    public Span<double> Velocities => new(Array<double>(_data, MujocoLayout.mjData_qvel), Count(MujocoLayout.mjModel_nv));

    public Span<double> WarmStart => new(Array<double>(_data, MujocoLayout.mjData_qacc_warmstart), Count(MujocoLayout.mjModel_nv));

    public Span<double> AppliedForces => new(Array<double>(_data, MujocoLayout.mjData_qfrc_applied), Count(MujocoLayout.mjModel_nv));

    /// <summary>Of each of the library's bodies six numbers: a force at its centre of mass and a torque, in the world.</summary>
    public double* BodyForces => Array<double>(_data, MujocoLayout.mjData_xfrc_applied);

    public Span<byte> ActiveEqualities => new(Array<byte>(_model, MujocoLayout.mjModel_eq_active), Count(MujocoLayout.mjModel_neq));

    public Span<double> EqualityData => new(Array<double>(_model, MujocoLayout.mjModel_eq_data), Count(MujocoLayout.mjModel_neq) * MujocoLayout.number_mjNEQDATA);

    public double* BodyPosition(int body) => Array<double>(_data, MujocoLayout.mjData_xpos) + (3 * body);

    public double* BodyRotation(int body) => Array<double>(_data, MujocoLayout.mjData_xquat) + (4 * body);

    public int FirstJoint(int body) => Array<int>(_model, MujocoLayout.mjModel_body_jntadr)[body];

    public int FirstPosition(int joint) => Array<int>(_model, MujocoLayout.mjModel_jnt_qposadr)[joint];

    public int FirstVelocity(int joint) => Array<int>(_model, MujocoLayout.mjModel_jnt_dofadr)[joint];

    public int BodyOfGeometry(int geometry) => Array<int>(_model, MujocoLayout.mjModel_geom_bodyid)[geometry];

    public int TypeOfGeometry(int geometry) => Array<int>(_model, MujocoLayout.mjModel_geom_type)[geometry];

    /// <summary>Half the sides of a box.</summary>
    public double* SizeOfGeometry(int geometry) => Array<double>(_model, MujocoLayout.mjModel_geom_size) + (3 * geometry);

    public double* GeometryPosition(int geometry) => Array<double>(_data, MujocoLayout.mjData_geom_xpos) + (3 * geometry);

    /// <summary>Nine numbers, row by row.</summary>
    public double* GeometryRotation(int geometry) => Array<double>(_data, MujocoLayout.mjData_geom_xmat) + (9 * geometry);

    public ref int ContactType(int geometry) => ref Array<int>(_model, MujocoLayout.mjModel_geom_contype)[geometry];

    public ref int ContactAffinity(int geometry) => ref Array<int>(_model, MujocoLayout.mjModel_geom_conaffinity)[geometry];

    public int ContactCount => Value<int>(_data, MujocoLayout.mjData_ncon);

    public MujocoContact Contact(int index) => new(Array<byte>(_data, MujocoLayout.mjData_contact) + (index * MujocoLayout.mjContact_sizeof));

    /// <summary>Rows of dry friction stand behind equalities: the first of them, and how many there are.</summary>
    public (int First, int Count) FrictionRows => (Value<int>(_data, MujocoLayout.mjData_ne), Value<int>(_data, MujocoLayout.mjData_nf));

    /// <summary>Of constraint rows: what they hold; of dry friction the place among velocities.</summary>
    public int* RowIds => Array<int>(_data, MujocoLayout.mjData_efc_id);

    /// <summary>Of constraint rows: speed, wanted acceleration, force.</summary>
    public double* RowVelocities => Array<double>(_data, MujocoLayout.mjData_efc_vel);

    public double* RowReferences => Array<double>(_data, MujocoLayout.mjData_efc_aref);

    /// <summary>How soft rows are, m/s² for each newton; <see cref="RowStiffnesses"/> are their inverses.</summary>
    public double* RowSoftnesses => Array<double>(_data, MujocoLayout.mjData_efc_R);

    public double* RowStiffnesses => Array<double>(_data, MujocoLayout.mjData_efc_D);

    public double* RowForces => Array<double>(_data, MujocoLayout.mjData_efc_force);

    /// <summary>Whether contacts or constraints were left out because there was no room, and forgets it.</summary>
    public bool WasFull()
    {
        ref int contacts = ref Warning(MujocoLayout.number_mjWARN_CONTACTFULL), rows = ref Warning(MujocoLayout.number_mjWARN_CNSTRFULL);
        bool wasFull = contacts + rows > 0;
        (contacts, rows) = (0, 0);
        return wasFull;
    }

    public int IdOf(int type, string name) => Mujoco.IdOf(Model, type, name);

    public void Dispose()
    {
        Mujoco.DeleteData(Data);
        Mujoco.DeleteModel(Model);
    }

    private static nint Compile(string xml)
    {
        byte[] text = Encoding.UTF8.GetBytes(xml);
        byte* files = (byte*)NativeMemory.AllocZeroed(MujocoLayout.mjVFS_sizeof), error = stackalloc byte[LongestError];
        try
        {
            Mujoco.ClearFiles(files);
            if (Mujoco.AddFile(files, File, text.Length) != 0) throw new PhysicsException("MuJoCo has no memory for the description of this world.");
            text.CopyTo(new Span<byte>((void*)((nint*)(files + MujocoLayout.mjVFS_filedata))[Mujoco.FindFile(files, File)], text.Length));
            nint model = Mujoco.LoadXml(File, files, error, LongestError);
            return model != 0 ? model : throw new PhysicsException($"MuJoCo does not take this world: {Marshal.PtrToStringUTF8((nint)error)}");
        }
        finally
        {
            Mujoco.DeleteFiles(files);
            NativeMemory.Free(files);
        }
    }

    private ref int Warning(int kind) => ref *(int*)(_data + MujocoLayout.mjData_warning + (kind * MujocoLayout.mjWarningStat_sizeof) + MujocoLayout.mjWarningStat_number);

    private int Count(int offset) => Value<int>(_model, offset);

    private static T Value<T>(byte* from, int offset)
        where T : unmanaged => *(T*)(from + offset);

    private static T* Array<T>(byte* from, int offset)
        where T : unmanaged => *(T**)(from + offset);
}
