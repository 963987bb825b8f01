using System.Runtime.InteropServices;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>All that a world's future depends on: coordinates, velocities, where the solver starts, and what events have changed.</summary>
internal static class MujocoSnapshot
{
    /// <param name="positions">As they were before the library made quaternions unit length.</param>
    /// <param name="model">For all that is no position.</param>
    /// <param name="bodies">What leads them.</param>
    /// <param name="joints">Which hold, and angles.</param>
    /// <param name="surfaces">Frictions.</param>
    public static byte[] Write(double[] positions, MujocoModel model, MujocoBody[] bodies, MujocoJoints joints, SurfacePairs surfaces)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(positions.Length);
        writer.Write(MemoryMarshal.AsBytes<double>(positions));
        writer.Write(MemoryMarshal.AsBytes(model.Velocities));
        writer.Write(MemoryMarshal.AsBytes(model.WarmStart));
        writer.Write(model.ActiveEqualities);
        writer.Write(MemoryMarshal.AsBytes(model.EqualityData));
        Array.ForEach(bodies, body => body.Write(writer));
        joints.Write(writer);
        surfaces.Write(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="PhysicsException">It is another world's.</exception>
    public static void Read(ReadOnlyMemory<byte> state, MujocoModel model, MujocoBody[] bodies, MujocoJoints joints, SurfacePairs surfaces)
    {
        using var bytes = new MemoryStream(state.ToArray());
        using var reader = new BinaryReader(bytes);
        if (reader.ReadInt32() != model.Positions.Length)
        {
            throw new PhysicsException("The snapshot is another world's: it has another number of coordinates.");
        }

        reader.ReadExactly(MemoryMarshal.AsBytes(model.Positions));
        reader.ReadExactly(MemoryMarshal.AsBytes(model.Velocities));
        reader.ReadExactly(MemoryMarshal.AsBytes(model.WarmStart));
        reader.ReadExactly(model.ActiveEqualities);
        reader.ReadExactly(MemoryMarshal.AsBytes(model.EqualityData));
        Array.ForEach(bodies, body => body.Read(reader, model));
        joints.Read(reader);
        surfaces.Read(reader);
    }
}
