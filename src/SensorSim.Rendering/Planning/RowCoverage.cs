using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Lenses;
using SensorSim.Rendering.Twin;

namespace SensorSim.Rendering.Planning;

/// <summary>
/// Where objects are drawn alone in a frame whose rows have instants of their own: each has one place for all groups of rows, which draw into their
/// rows of it. What lies above or below the image is of the instant of the nearest row.
/// </summary>
internal sealed class RowCoverage
{
    /// <summary>The bits of all objects are held at once: places of bits are 32-bit numbers.</summary>
    private const long MostWords = 1L << 27;

    private readonly CameraIntrinsics _image;
    private readonly CameraIntrinsics? _wide;
    private readonly Dictionary<(int Object, bool IsOutside), PixelRectangle> _places = [];

    private RowCoverage(IReadOnlyList<LabelRows> groups, GpuScene scene, CameraIntrinsics image, CameraIntrinsics? wide)
    {
        (_image, _wide) = (image, wide);
        VisibleObject[][] objects = [.. groups.Select(group => SeenBy(group, scene))];

        // What another object may hide in some rows is counted in all.
        var shared = objects.SelectMany(SharedOf).ToHashSet();
        foreach ((LabelRows group, VisibleObject[] seen) in groups.Zip(objects))
        {
            Place(group, seen, shared, scene);
        }

        var counted = new List<CountedObject>();
        foreach (((int index, bool isOutside), PixelRectangle place) in _places.OrderBy(place => place.Key))
        {
            counted.Add(new(index, isOutside, place, WordCount));
            WordCount += place.Words;
        }

        Counted = counted;
        if (WordCount > MostWords)
        {
            throw new InvalidOperationException($"The objects of a {image.Width}x{image.Height} image need {WordCount * 32} bits with labels of each row's instant, and {MostWords * 32} are possible: label the middle of the exposure.");
        }
    }

    public IReadOnlyList<CountedObject> Counted { get; }

    /// <summary>32-bit words of the bits of all objects.</summary>
    public long WordCount { get; }

    /// <param name="groups">Of the frame's only view.</param>
    /// <param name="scene">The twin.</param>
    /// <param name="view">The view.</param>
    /// <param name="maps">Of lenses.</param>
    public static RowCoverage Of(IReadOnlyList<LabelRows> groups, GpuScene scene, ViewRequest view, LensMaps maps)
    {
        CameraIntrinsics image = view.Camera.Intrinsics;
        return new(groups, scene, image, !image.Projection.KeepsLines && maps.Around(view) is not null ? LensMaps.Wide(image) : null);
    }

    /// <summary>Rows of the image, or of the canvas around it, that a group of rows draws: the first, and the one after the last.</summary>
    public (int First, int End) RowsOf(int first, int end, bool isOutside)
    {
        if (!isOutside)
        {
            return (first, end);
        }

        int height = _wide?.Height ?? (3 * _image.Height);
        int On(int row) => (int)((height / 3) + ((long)row * height / (3 * _image.Height)));
        return (first == 0 ? 0 : On(first), end == _image.Height ? height : On(end));
    }

    private VisibleObject[] SeenBy(LabelRows group, GpuScene scene) =>
        [.. Enumerable.Range(0, scene.Instances.Count).Select(index => Seen(group, index, scene, _image)).OfType<VisibleObject>()];

    private IEnumerable<int> SharedOf(VisibleObject[] seen)
    {
        var tiles = new TileOverlap(_image, seen);
        return seen.Where(o => tiles.IsShared(o.Rectangle)).Select(o => o.Index);
    }

    private void Place(LabelRows group, VisibleObject[] objects, HashSet<int> shared, GpuScene scene)
    {
        foreach (VisibleObject seen in objects)
        {
            if (shared.Contains(seen.Index))
            {
                Add(seen.Index, isOutside: false, group, seen.Rectangle, 0, _image.Width, 0);
            }

            if (seen.Rectangle.IsInside(_image))
            {
                continue;
            }

            if (_image.Projection.KeepsLines)
            {
                Add(seen.Index, isOutside: true, group, seen.Rectangle, -_image.Width, 2 * _image.Width, _image.Height);
            }
            else if (_wide is not null && Seen(group, seen.Index, scene, _wide) is { } beside)
            {
                Add(seen.Index, isOutside: true, group, beside.Rectangle, 0, _wide.Width, 0);
            }
        }
    }

    // The canvas around a pinhole's image begins so many rows above it, and so many columns left of it.
    private void Add(int index, bool isOutside, LabelRows group, ScreenRectangle place, int left, int right, int rowsAbove)
    {
        (int first, int end) = RowsOf(group.First, group.End, isOutside);
        PixelRectangle pixels = place.Within(left, first - rowsAbove, right, end - rowsAbove);
        if (!pixels.IsEmpty)
        {
            pixels = pixels with { X = pixels.X - left, Y = pixels.Y + rowsAbove };
            _places[(index, isOutside)] = _places.TryGetValue((index, isOutside), out PixelRectangle before) ? PixelRectangle.Around(before, pixels) : pixels;
        }
    }

    private static VisibleObject? Seen(LabelRows group, int index, GpuScene scene, CameraIntrinsics camera)
    {
        if (scene.BoundsOf(index, group.Instance) is not { } bounds)
        {
            return null;
        }

        var corners = new Vector3d[8];
        bounds.Corners(group.Camera.CameraToWorld.InverseAffine() * group.Instance.NodeToWorld[scene.Instances[index].Node], corners);
        return ScreenRectangle.Of(corners, camera, ViewPlan.Near) is { } place ? new(index, place, IsInImage: true) : null;
    }
}
