using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>Four joints and their weights for each vertex of a primitive. A primitive may have several sets.</summary>
/// <param name="Joints">Places in <see cref="Skin.Joints"/>, by vertex.</param>
/// <param name="Weights">By vertex; over all sets of a vertex they sum to 1.</param>
public sealed record VertexInfluences(JointIndices[] Joints, Vector4[] Weights);
