using SensorSim.Cameras;

namespace SensorSim.Rendering.Planning;

/// <summary>
/// Which objects of a view must be drawn alone to know their visibility and truncation. An object that no other one overlaps on screen and
/// that lies within the image needs no drawing.
/// </summary>
internal sealed class CoveragePlan
{
    private const int TileSide = 16;
    private const uint NotCounted = uint.MaxValue; // of coverage_culled.vert
    private const long MostWords = 16L << 20;

    /// <summary>Words of an object's bits on faces and image together, by those on the image: faces have several texels to a pixel.</summary>
    private const long WordsPerLensWord = 8;

    /// <summary>Pixels of the image, along one side, that make one of the small canvas around the image of a camera with a lens.</summary>
    public const int LensCanvasStep = 4;

    private readonly List<CountedObject> _counted = [];
    private readonly CameraIntrinsics _camera;

    /// <param name="view">The camera.</param>
    /// <param name="wide">With a lens: the same camera in small on the canvas around the image; null without one, or where the lens sees no more.</param>
    /// <param name="list">Receives what is drawn.</param>
    /// <param name="isMirrored">Whether an object's pose mirrors it.</param>
    /// <param name="regions">Receives where objects lie.</param>
    public CoveragePlan(ViewPlan view, ViewPlan? wide, DrawList list, Func<int, bool> isMirrored, List<CoverageRegion> regions)
    {
        _camera = view.Intrinsics;
        int[] tiles = CountTiles(_camera, view.Objects);
        var chunks = new List<CoverageChunk>();
        bool hasLens = view.Rays is not null;
        Plan(view, view.Objects.Where(o => o.IsInImage && Overlaps(_camera, tiles, o.Rectangle)), isOutside: false);
        if (!hasLens)
        {
            Plan(view, view.Objects.Where(o => !o.Rectangle.IsInside(_camera)), isOutside: true);
        }
        else if (wide is not null)
        {
            var inside = view.Objects.Where(o => o.Rectangle.IsInside(_camera)).Select(o => o.Index).ToHashSet();
            Plan(wide, wide.Objects.Where(o => o.IsInImage && !inside.Contains(o.Index)), isOutside: true);
        }

        Chunks = chunks;

        void Plan(ViewPlan canvas, IEnumerable<VisibleObject> counted, bool isOutside)
        {
            bool isWide = isOutside && !hasLens;
            foreach (List<(int Object, PixelRectangle Rectangle)> chunk in Chunked(counted, canvas.Intrinsics, isWide, hasLens ? WordsPerLensWord : 1))
            {
                int firstEntry = list.Entries.Count, firstRegion = regions.Count;
                Draw[] draws = hasLens ? [] : list.Add([.. chunk.Select(item => item.Object)], isMirrored);
                int[] order = hasLens ? [.. chunk.Select(item => item.Object)] : [.. list.Entries.Skip(firstEntry).Select(entry => (int)entry)];
                Dictionary<int, PixelRectangle> rectangles = chunk.ToDictionary(item => item.Object, item => item.Rectangle);
                long words = 0;
                foreach (int index in order)
                {
                    PixelRectangle r = rectangles[index];
                    regions.Add(RegionOf(r, words, _counted.Count));
                    _counted.Add(new(index, isOutside, r, WordCount + words));
                    words += (r.Area + 31) / 32;
                }

                chunks.Add(new(draws, isOutside, (int)words, WordCount, firstEntry, firstRegion)
                {
                    Faces = [.. canvas.Faces.Select((face, i) => FaceOf(i, face, order, list, isMirrored, regions))],
                    Objects = order.Length,
                    LargestArea = (int)rectangles.Values.Max(r => r.Area),
                });
                WordCount += words;
            }
        }
    }

    public IReadOnlyList<CoverageChunk> Chunks { get; }

    /// <summary>The chunk on the image where there is one only: triangles that were culled for the image may be counted in it.</summary>
    public CoverageChunk? OnlyInside => Chunks.Count(chunk => !chunk.IsOutside) == 1 ? Chunks.Single(chunk => !chunk.IsOutside) : null;

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

    private static CoverageFace FaceOf(int index, ViewPlan face, int[] order, DrawList list, Func<int, bool> isMirrored, List<CoverageRegion> regions)
    {
        Dictionary<int, PixelRectangle> rectangles = face.Objects
            .Where(o => o.IsInImage && order.Contains(o.Index))
            .ToDictionary(o => o.Index, o => o.Rectangle.Within(0, 0, face.Intrinsics.Width, face.Intrinsics.Height));
        int firstEntry = list.Entries.Count, firstRegion = regions.Count;
        Draw[] draws = list.Add([.. order.Where(rectangles.ContainsKey)], isMirrored);
        var places = new Dictionary<int, CoverageRegion>();
        long words = 0;
        foreach (int drawn in list.Entries.Skip(firstEntry).Select(entry => (int)entry))
        {
            PixelRectangle r = rectangles[drawn];
            places.Add(drawn, RegionOf(r, words, 0));
            regions.Add(places[drawn]);
            words += (r.Area + 31) / 32;
        }

        int firstPlace = regions.Count;
        regions.AddRange(order.Select(item => places.GetValueOrDefault(item)));
        return new(index, draws, (int)words, firstEntry, firstRegion, firstPlace);
    }

    private static CoverageRegion RegionOf(in PixelRectangle r, long words, int counter) => new(r.X, r.Y, (uint)r.Width, (uint)r.Height, (uint)(words * 32), (uint)counter);

    private ObjectMask MaskOf(in CountedObject counted, ReadOnlyMemory<byte> bits)
    {
        PixelRectangle r = counted.Rectangle;
        (int left, int top) = counted.IsOutside ? (_camera.Width, _camera.Height) : (0, 0);
        return new(r.X - left, r.Y - top, r.Width, r.Height, bits.Slice(checked((int)(4 * counted.FirstWord)), checked((int)((r.Area + 7) / 8))));
    }

    private static IEnumerable<List<(int Object, PixelRectangle Rectangle)>> Chunked(IEnumerable<VisibleObject> objects, CameraIntrinsics camera, bool isWide, long wordsPerWord)
    {
        var chunk = new List<(int, PixelRectangle)>();
        long words = 0;
        foreach (VisibleObject o in objects)
        {
            PixelRectangle r = isWide ? OnCanvas(o.Rectangle, camera) : o.Rectangle.Within(0, 0, camera.Width, camera.Height);
            if (r.IsEmpty)
            {
                continue;
            }

            long more = (r.Area + 31) / 32 * wordsPerWord;
            if (chunk.Count > 0 && words + more > MostWords)
            {
                yield return chunk;
                (chunk, words) = ([], 0);
            }

            chunk.Add((o.Index, r));
            words += more;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    // The image is the middle third of the canvas.
    private static PixelRectangle OnCanvas(ScreenRectangle rectangle, CameraIntrinsics camera)
    {
        PixelRectangle r = rectangle.Within(-camera.Width, -camera.Height, 2 * camera.Width, 2 * camera.Height);
        return r with { X = r.X + camera.Width, Y = r.Y + camera.Height };
    }

    private static int TilesAcross(CameraIntrinsics camera) => (camera.Width + TileSide - 1) / TileSide;

    private static int[] CountTiles(CameraIntrinsics camera, IReadOnlyList<VisibleObject> objects)
    {
        int[] tiles = new int[TilesAcross(camera) * ((camera.Height + TileSide - 1) / TileSide)];
        foreach (VisibleObject o in objects)
        {
            foreach (int tile in Tiles(camera, o.Rectangle))
            {
                tiles[tile]++;
            }
        }

        return tiles;
    }

    private static bool Overlaps(CameraIntrinsics camera, int[] tiles, ScreenRectangle rectangle) => Tiles(camera, rectangle).Any(tile => tiles[tile] > 1);

    private static IEnumerable<int> Tiles(CameraIntrinsics camera, ScreenRectangle rectangle)
    {
        PixelRectangle r = rectangle.Within(0, 0, camera.Width, camera.Height);
        for (int y = r.Y / TileSide; !r.IsEmpty && y <= (r.Y + r.Height - 1) / TileSide; y++)
        {
            for (int x = r.X / TileSide; x <= (r.X + r.Width - 1) / TileSide; x++)
            {
                yield return (y * TilesAcross(camera)) + x;
            }
        }
    }
}
