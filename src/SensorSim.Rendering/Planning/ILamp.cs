using SensorSim.Geometry;

namespace SensorSim.Rendering.Planning;

/// <summary>What lights surfaces from a place or a direction.</summary>
internal interface ILamp
{
    /// <summary>Layers of the shadow maps, none without shadows.</summary>
    IReadOnlyList<Matrix4x4d> WorldToClip { get; }

    /// <summary>Whether its shadows have penumbras.</summary>
    bool HasSize { get; }

    /// <summary>The frame of a parallel map, which may have cascades; null for other lamps.</summary>
    ShadowFrame? ParallelFrame { get; }

    /// <summary>Slot of a material that neither receives its light nor casts its shadows; null where all do.</summary>
    int? OwnMaterialSlot { get; }

    /// <param name="worldToCamera">Of the view.</param>
    /// <param name="cameraToWorld">Of the view.</param>
    /// <param name="cascades">Its cascades in that view, each with the layer that follows the lamp's own.</param>
    GpuLamp InCamera(in Matrix4x4d worldToCamera, in Matrix4x4d cameraToWorld, IReadOnlyList<(Cascade Cascade, int Layer)> cascades);
}
