using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>The object entries of a frame record, from the instance plane, the poses and the solo pixel counts.</summary>
public static class ObjectLabels
{
    /// <summary>One entry for each instance, by ascending id; without a visible pixel its boxes are null.</summary>
    /// <param name="instancePlane">One channel of 16 bits, 0 = background.</param>
    /// <param name="instances">Every instance of the scene.</param>
    /// <param name="coverage">Of the instance with id i at i - 1.</param>
    /// <param name="view">The camera at the instant of the labels.</param>
    /// <param name="amodal">Null leaves amodal masks out.</param>
    /// <exception cref="ArgumentException">The plane carries an id that is not among the instances, or a count is missing.</exception>
    public static IReadOnlyList<ObjectRecord> Assemble(
        in PixelPlane instancePlane, IReadOnlyList<LabelledInstance> instances, IReadOnlyList<SoloCoverage> coverage, CameraView view, AmodalMasks? amodal = null)
    {
        ArgumentNullException.ThrowIfNull(instances);
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(view);
        TightBoxes boxes = TightBoxes.Of(instancePlane);
        Matrix4x4d worldToCamera = view.CameraToWorld.InverseAffine();
        ObjectRecord[] records = [.. instances.OrderBy(i => i.Id).Select(i => Describe(i, boxes[i.Id], coverage, worldToCamera, view.Intrinsics))];
        var known = records.Select(r => r.InstanceId).ToHashSet();
        if (boxes.VisibleIds.Where(id => !known.Contains(id)).Take(1).ToArray() is [var stray])
            throw new ArgumentException($"The instance plane carries id {stray}, which no instance has.", nameof(instancePlane));
        return amodal is null ? records : [.. records.Select(record => amodal.Describe(record, boxes[record.InstanceId]))];
    }

    private static ObjectRecord Describe(
        LabelledInstance instance, IdExtent extent, IReadOnlyList<SoloCoverage> coverage, in Matrix4x4d worldToCamera, CameraIntrinsics camera)
    {
        if (instance.Id > coverage.Count)
            throw new ArgumentException($"There is no solo pixel count for instance {instance.Id} ('{instance.Name}').", nameof(coverage));
        int inside = coverage[instance.Id - 1].InsidePixels ?? extent.Pixels;
        bool visible = extent.Pixels > 0;
        Matrix4x4d objectToCamera = worldToCamera * instance.ObjectToWorld;
        return new(
            instance.Id,
            instance.CategoryId,
            instance.Name,
            instance.Node,
            instance.ObjectToWorld.ToRowMajor(),
            extent.Box,
            visible ? LooseBox.Of(instance.Bounds, objectToCamera, camera) : null,
            extent.Pixels,
            Visibility(extent.Pixels, inside),
            Truncation(inside, inside + coverage[instance.Id - 1].OutsidePixels),
            visible ? Box3dInCamera.Of(instance.Bounds, objectToCamera) : null)
        {
            TouchesBorder = extent.Touches(camera.Width, camera.Height),
        };
    }

    /// <summary>
    /// Visible pixels / pixels alone; 0 for an object that covers none. The two rasterisations may round an edge pixel
    /// differently, so the share is kept at most 1.
    /// </summary>
    public static double Visibility(int visiblePixels, int insidePixels) =>
        visiblePixels == 0 ? 0 : Math.Min(1, visiblePixels / (double)Math.Max(1, insidePixels));

    /// <summary>Share of the canvas pixels that fall outside the image; 0 for an object that covers none.</summary>
    public static double Truncation(int insidePixels, int canvasPixels) =>
        canvasPixels <= insidePixels ? 0 : (canvasPixels - insidePixels) / (double)canvasPixels;
}
