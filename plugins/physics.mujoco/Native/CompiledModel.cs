using System.Runtime.InteropServices;
using SensorSim.Geometry;
using SensorSim.Plugins.PhysicsMujoco.Generated;

namespace SensorSim.Plugins.PhysicsMujoco.Native;

/// <summary>A compiled <c>mjModel</c> as files give it, to be read: counts, arrays and names.</summary>
internal sealed unsafe class CompiledModel(nint model) : IDisposable
{
    private readonly byte* _model = (byte*)model;

    public int Count(int offset) => *(int*)(_model + offset);

    /// <summary>Some numbers of an array of the model.</summary>
    /// <param name="offset">Of the array's pointer.</param>
    /// <param name="first">The first number.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<T> Span<T>(int offset, int first, int count)
        where T : unmanaged => new(*(T**)(_model + offset) + first, count);

    public T One<T>(int offset, int index)
        where T : unmanaged => Span<T>(offset, index, 1)[0];

    public bool IsOn(int offset, int index) => One<byte>(offset, index) != 0;

    public Vector3d Vector(int offset, int index)
    {
        ReadOnlySpan<double> v = Span<double>(offset, 3 * index, 3);
        return new(v[0], v[1], v[2]);
    }

    /// <summary>The library's quaternions begin with w.</summary>
    public Quaterniond Turn(int offset, int index)
    {
        ReadOnlySpan<double> q = Span<double>(offset, 4 * index, 4);
        return new Quaterniond(q[1], q[2], q[3], q[0]).Normalized();
    }

    public Pose Pose(int position, int turn, int index) => new(Vector(position, index), Turn(turn, index));

    /// <summary>Numbers in single precision.</summary>
    public double[] Floats(int offset, int index, int count)
    {
        var numbers = new double[count];
        for (int i = 0; i < count; i++) numbers[i] = One<float>(offset, (count * index) + i);
        return numbers;
    }

    /// <summary>The middle of the model, as the library looks at it.</summary>
    public Vector3d Centre
    {
        get
        {
            var v = (double*)(_model + MujocoLayout.mjModel_stat + MujocoLayout.mjStatistic_center);
            return new(v[0], v[1], v[2]);
        }
    }

    /// <summary>Null of what has none.</summary>
    public string? Name(int type, int index) => Marshal.PtrToStringUTF8(Mujoco.NameOf((nint)_model, type, index)) is { Length: > 0 } name ? name : null;

    public void Dispose() => Mujoco.DeleteModel((nint)_model);
}
