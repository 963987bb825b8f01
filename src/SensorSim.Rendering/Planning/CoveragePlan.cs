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

    private readonly List<CountedObject> _counted = [];
    private readonly CameraIntrinsics _camera;

    public CoveragePlan(CameraIntrinsics camera, IReadOnlyList<VisibleObject> objects, DrawList list, Func<int, bool> isMirrored, List<CoverageRegion> regions)
    {
        _camera = camera;
        int[] tiles = CountTiles(camera, objects);
        var chunks = new List<CoverageChunk>();
        Plan(objects.Where(o => o.IsInImage && Overlaps(camera, tiles, o.Rectangle)), isOutside: false);
        Plan(objects.Where(o => !o.Rectangle.IsInside(camera)), isOutside: true);
        Chunks = chunks;

        void Plan(IEnumerable<VisibleObject> counted, bool isOutside)
        {
            foreach (List<(int Object, PixelRectangle Rectangle)> chunk in Chunked(counted, camera, isOutside))
            {
                int firstEntry = list.Entries.Count, firstRegion = regions.Count;
                Draw[] draws = list.Add([.. chunk.Select(item => item.Object)], isMirrored);
                Dictionary<int, PixelRectangle> rectangles = chunk.ToDictionary(item => item.Object, item => item.Rectangle);
                long words = 0;
                foreach (int index in list.Entries.Skip(firstEntry).Select(entry => (int)entry))
                {
                    PixelRectangle r = rectangles[index];
                    regions.Add(new(r.X, r.Y, (uint)r.Width, (uint)(words * 32), (uint)_counted.Count));
                    _counted.Add(new(index, isOutside, r, WordCount + words));
                    words += (r.Area + 31) / 32;
                }

                chunks.Add(new(draws, isOutside, (int)words, WordCount, firstEntry, firstRegion));
                WordCount += words;
            }
        }
    }

    public IReadOnlyList<CoverageChunk> Chunks { get; }

    /// <summary>The chunk on the image where there is one only: triangles that were culled for the image may be counted in it.</summary>
    public CoverageChunk? OnlyInside => Chunks.Count(chunk => !chunk.IsOutside) == 1 ? Chunks.Single(chunk => !chunk.IsOutside) : null;

    public int CounterCount => _counted.Count;

    /// <summary>32-bit words of the bits of all chunks.</summary>
    public long WordCount { get; private set; }

    /// <summary>What was counted, by object.</summary>
    public void Read(ReadOnlySpan<uint> counters, ObjectCoverage[] coverage)
    {
        for (int i = 0; i < _counted.Count; i++)
        {
            (int index, bool isOutside) = (_counted[i].Object, _counted[i].IsOutside);
            coverage[index] = isOutside
                ? coverage[index] with { OutsidePixels = (int)counters[i] }
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
        return new(Of(isOutside: false), Of(isOutside: true));
    }

    private ObjectMask MaskOf(in CountedObject counted, ReadOnlyMemory<byte> bits)
    {
        PixelRectangle r = counted.Rectangle;
        (int left, int top) = counted.IsOutside ? (_camera.Width, _camera.Height) : (0, 0);
        return new(r.X - left, r.Y - top, r.Width, r.Height, bits.Slice(checked((int)(4 * counted.FirstWord)), checked((int)((r.Area + 7) / 8))));
    }

    private static IEnumerable<List<(int Object, PixelRectangle Rectangle)>> Chunked(IEnumerable<VisibleObject> objects, CameraIntrinsics camera, bool isOutside)
    {
        var chunk = new List<(int, PixelRectangle)>();
        long words = 0;
        foreach (VisibleObject o in objects)
        {
            PixelRectangle r = isOutside ? OnCanvas(o.Rectangle, camera) : o.Rectangle.Within(0, 0, camera.Width, camera.Height);
            if (r.IsEmpty)
            {
                continue;
            }

            long more = (r.Area + 31) / 32;
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
