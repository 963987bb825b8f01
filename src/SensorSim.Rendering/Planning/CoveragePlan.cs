using SensorSim.Cameras;

namespace SensorSim.Rendering.Planning;

/// <summary>
/// Which objects of a view must be drawn alone to know their visibility and truncation. An object that no other one overlaps on screen and
/// that lies within the image needs no drawing.
/// </summary>
internal sealed class CoveragePlan
{
    private const uint NotCounted = uint.MaxValue; // of coverage_culled.vert

    /// <summary>Pixels of the image, along one side, that make one of the small canvas around the image of a camera with a lens.</summary>
    public const int LensCanvasStep = 4;

    private readonly CameraIntrinsics _camera;
    private readonly DrawList _list;
    private readonly Func<int, bool> _isMirrored;
    private readonly List<CoverageRegion> _regions;
    private readonly List<CountedObject> _counted = [];
    private readonly List<CoverageChunk> _chunks = [];

    /// <param name="view">The camera.</param>
    /// <param name="list">Receives what is drawn.</param>
    /// <param name="isMirrored">Whether an object's pose mirrors it.</param>
    /// <param name="regions">Receives where objects lie.</param>
    public CoveragePlan(ViewPlan view, DrawList list, Func<int, bool> isMirrored, List<CoverageRegion> regions)
    {
        (_camera, _list, _isMirrored, _regions) = (view.Intrinsics, list, isMirrored, regions);
        bool hasLens = view.Rays is not null;
        var tiles = new TileOverlap(_camera, view.Objects);
        Plan(new(view, IsOutside: false, hasLens), view.Objects.Where(o => o.IsInImage && tiles.IsShared(o.Rectangle)));
        if (!hasLens)
        {
            Plan(new(view, IsOutside: true, hasLens), view.Objects.Where(o => !o.Rectangle.IsInside(_camera)));
        }
        else if (view.Wide is { } wide)
        {
            var inside = view.Objects.Where(o => o.Rectangle.IsInside(_camera)).Select(o => o.Index).ToHashSet();
            Plan(new(wide, IsOutside: true, hasLens), wide.Objects.Where(o => o.IsInImage && !inside.Contains(o.Index)));
        }
    }

    /// <param name="view">The camera; of some rows, with what they draw.</param>
    /// <param name="rows">Where objects lie that are drawn for groups of rows.</param>
    /// <param name="list">Receives what is drawn.</param>
    /// <param name="isMirrored">Whether an object's pose mirrors it.</param>
    /// <param name="regions">Receives where objects lie.</param>
    public CoveragePlan(ViewPlan view, RowCoverage rows, DrawList list, Func<int, bool> isMirrored, List<CoverageRegion> regions)
    {
        (_camera, _list, _isMirrored, _regions) = (view.Intrinsics, list, isMirrored, regions);
        (_counted, WordCount) = ([.. rows.Counted], rows.WordCount);
        Counted = new(regions.Count, _counted.Count, (int)_counted.Select(counted => counted.Rectangle.Area).DefaultIfEmpty(0).Max());
        regions.AddRange(_counted.Select((counted, i) => CoverageRegion.Of(counted.Rectangle, counted.FirstWord, i)));
        if (view.Request.Rows is not null)
        {
            bool hasLens = view.Rays is not null;
            AddRows(new(view, IsOutside: false, hasLens), rows, view.LabelledRows);
            AddRows(new(view.Wide ?? view, IsOutside: true, hasLens), rows, view.LabelledRows);
        }
    }

    public IReadOnlyList<CoverageChunk> Chunks => _chunks;

    /// <summary>The chunk on the image where there is one only: triangles that were culled for the image may be counted in it.</summary>
    public CoverageChunk? OnlyInside => Chunks.Count(chunk => !chunk.IsOutside) == 1 ? Chunks.Single(chunk => !chunk.IsOutside) : null;

    /// <summary>All objects, where groups of rows are drawn one after the other.</summary>
    public CountedRegions Counted { get; }

    public int CounterCount => _counted.Count;

    // A lens's canvas is small.
    private int PixelsOfOutsideCount => _camera.Projection.KeepsLines ? 1 : LensCanvasStep * LensCanvasStep;

    /// <summary>32-bit words of the bits of all chunks.</summary>
    public long WordCount { get; private set; }

    /// <summary>What was counted, by object.</summary>
    public void Read(ReadOnlySpan<uint> counters, ObjectCoverage[] coverage)
    {
        for (int i = 0; i < _counted.Count; i++)
        {
            (int index, bool isOutside) = (_counted[i].Object, _counted[i].IsOutside);
            coverage[index] = isOutside
                ? coverage[index] with { OutsidePixels = (int)counters[i] * PixelsOfOutsideCount }
                : coverage[index] with { InsidePixels = (int)counters[i] };
        }
    }

    /// <summary>Region of each object in <see cref="OnlyInside"/>.</summary>
    public uint[] RegionsByObject(int objects)
    {
        uint[] regions = new uint[objects];
        Array.Fill(regions, NotCounted);
        foreach ((int i, CountedObject counted) in _counted.Index().Where(item => OnlyInside is not null && !item.Item.IsOutside))
        {
            regions[counted.Object] = (uint)(OnlyInside!.FirstRegion + i);
        }

        return regions;
    }

    /// <summary>The bits of all chunks by object.</summary>
    public ObjectMasks Masks(ReadOnlyMemory<byte> bits)
    {
        Dictionary<int, ObjectMask> Of(bool isOutside) => _counted.Where(counted => counted.IsOutside == isOutside)
            .ToDictionary(counted => counted.Object + 1, counted => MaskOf(counted, bits));
        return new(Of(isOutside: false), _camera.Projection.KeepsLines ? Of(isOutside: true) : new Dictionary<int, ObjectMask>());
    }

    private void Plan(CoverageCanvas canvas, IEnumerable<VisibleObject> counted)
    {
        foreach (List<(int Object, PixelRectangle Rectangle)> chunk in canvas.Chunked(counted))
        {
            _chunks.Add(ChunkOf(canvas, chunk));
            WordCount += _chunks[^1].Words;
        }
    }

    // Objects that are drawn for a group of rows have their places already.
    private void AddRows(CoverageCanvas canvas, RowCoverage rows, (int First, int End) group)
    {
        Dictionary<int, CoverageRegion> places = _counted.Index().Where(item => item.Item.IsOutside == canvas.IsOutside)
            .ToDictionary(item => item.Item.Object, item => CoverageRegion.Of(item.Item.Rectangle, item.Item.FirstWord, item.Index));
        int firstEntry = _list.Entries.Count, firstRegion = _regions.Count;
        int[] objects = [.. canvas.View.Objects.Select(o => o.Index).Where(places.ContainsKey)];
        Draw[] draws = canvas.HasLens ? [] : _list.Add(objects, _isMirrored);
        int[] order = canvas.HasLens ? objects : [.. _list.Entries.Skip(firstEntry).Select(entry => (int)entry)];
        _regions.AddRange(order.Select(index => places[index]));
        _chunks.Add(new(draws, canvas.IsOutside, (int)WordCount, 0, firstEntry, firstRegion)
        {
            Faces = order.Length == 0 ? [] : [.. canvas.View.Faces.Select((face, i) => CoverageFace.Of(i, face, order, _list, _isMirrored, _regions))],
            Objects = order.Length,
            LargestArea = order.Select(index => (int)(places[index].Width * places[index].Height)).DefaultIfEmpty(0).Max(),
            Rows = rows.RowsOf(group.First, group.End, canvas.IsOutside),
        });
    }

    private CoverageChunk ChunkOf(CoverageCanvas canvas, List<(int Object, PixelRectangle Rectangle)> chunk)
    {
        int firstEntry = _list.Entries.Count, firstRegion = _regions.Count;
        int[] objects = [.. chunk.Select(item => item.Object)];
        Draw[] draws = canvas.HasLens ? [] : _list.Add(objects, _isMirrored);
        int[] order = canvas.HasLens ? objects : [.. _list.Entries.Skip(firstEntry).Select(entry => (int)entry)];
        Dictionary<int, PixelRectangle> rectangles = chunk.ToDictionary(item => item.Object, item => item.Rectangle);
        long words = 0;
        foreach (int index in order)
        {
            PixelRectangle r = rectangles[index];
            _regions.Add(CoverageRegion.Of(r, words, _counted.Count));
            _counted.Add(new(index, canvas.IsOutside, r, WordCount + words));
            words += r.Words;
        }

        return new(draws, canvas.IsOutside, (int)words, WordCount, firstEntry, firstRegion)
        {
            Faces = [.. canvas.View.Faces.Select((face, i) => CoverageFace.Of(i, face, order, _list, _isMirrored, _regions))],
            Objects = order.Length,
            LargestArea = (int)rectangles.Values.Max(r => r.Area),
        };
    }

    private ObjectMask MaskOf(in CountedObject counted, ReadOnlyMemory<byte> bits)
    {
        PixelRectangle r = counted.Rectangle;
        (int left, int top) = counted.IsOutside ? (_camera.Width, _camera.Height) : (0, 0);
        return new(r.X - left, r.Y - top, r.Width, r.Height, bits.Slice(checked((int)(4 * counted.FirstWord)), checked((int)((r.Area + 7) / 8))));
    }
}
