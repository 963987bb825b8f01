using System.Reflection;
using System.Runtime.InteropServices;
using SensorSim.Geometry;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Robots;

/// <summary>The library itself, beside the plugin: where it says that bodies are.</summary>
internal sealed unsafe partial class MujocoReference : IDisposable
{
    private const string Library = "libmujoco.so.2.2.2";

    private const int BodyType = 1;

    private static readonly Lazy<Type> s_layout = new(() =>
        SensorBench.Catalog.Require("physics.mujoco").Instance.GetType().Assembly.GetType("SensorSim.Plugins.PhysicsMujoco.Generated.MujocoLayout", throwOnError: true)!);

    private readonly byte* _model;
    private readonly byte* _data;

    public MujocoReference(string path)
    {
        byte[] error = new byte[1000];
        fixed (byte* said = error) _model = (byte*)Load(path, 0, said, error.Length);
        Assert.That((nint)_model, Is.Not.Zero, System.Text.Encoding.UTF8.GetString(error));
        _data = (byte*)MakeData((nint)_model);
    }

    public int Bodies => Count("nbody");

    public Span<double> Positions => new(Array<double>(_data, "mjData_qpos"), Count("nq"));

    public int FirstPosition(int joint) => Array<int>(_model, "mjModel_jnt_qposadr")[joint];

    /// <summary>As scenes call it.</summary>
    public string NameOf(int body) => Marshal.PtrToStringUTF8(Name((nint)_model, BodyType, body)) is { Length: > 0 } name ? name : $"body_{body}";

    public void Move() => Kinematics((nint)_model, (nint)_data);

    /// <summary>In the library's world, +Z up.</summary>
    public Pose Body(int body)
    {
        double* p = Array<double>(_data, "mjData_xpos") + (3 * body), q = Array<double>(_data, "mjData_xquat") + (4 * body);
        return new(new(p[0], p[1], p[2]), new(q[1], q[2], q[3], q[0]));
    }

    public void Dispose()
    {
        DeleteData((nint)_data);
        DeleteModel((nint)_model);
    }

    private static int Offset(string name) => (int)s_layout.Value.GetField(name, BindingFlags.Static | BindingFlags.Public)!.GetRawConstantValue()!;

    private int Count(string field) => *(int*)(_model + Offset($"mjModel_{field}"));

    private static T* Array<T>(byte* from, string field)
        where T : unmanaged => *(T**)(from + Offset(field));

    [LibraryImport(Library, EntryPoint = "mj_loadXML", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Load(string path, nint files, byte* error, int size);

    [LibraryImport(Library, EntryPoint = "mj_id2name")]
    private static partial nint Name(nint model, int type, int id);

    [LibraryImport(Library, EntryPoint = "mj_makeData")]
    private static partial nint MakeData(nint model);

    [LibraryImport(Library, EntryPoint = "mj_kinematics")]
    private static partial void Kinematics(nint model, nint data);

    [LibraryImport(Library, EntryPoint = "mj_deleteData")]
    private static partial void DeleteData(nint data);

    [LibraryImport(Library, EntryPoint = "mj_deleteModel")]
    private static partial void DeleteModel(nint model);
}
