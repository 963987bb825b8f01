using SensorSim.Cameras;

namespace SensorSim.Rendering.Planning;

/// <summary>Whether rectangles of objects may overlap on an image: counted by tiles, so that it is sure only when it says no.</summary>
internal sealed class TileOverlap
{
    private const int TileSide = 16;

    private readonly CameraIntrinsics _camera;
    private readonly int[] _objects;

    public TileOverlap(CameraIntrinsics camera, IEnumerable<VisibleObject> objects)
    {
        _camera = camera;
        _objects = new int[TilesAcross * TilesOf(camera.Height)];
        foreach (int tile in objects.SelectMany(o => Tiles(o.Rectangle)))
        {
            _objects[tile]++;
        }
    }

    private int TilesAcross => TilesOf(_camera.Width);

    /// <summary>Whether another object may be where one is.</summary>
    public bool IsShared(ScreenRectangle rectangle) => Tiles(rectangle).Any(tile => _objects[tile] > 1);

    private static int TilesOf(int pixels) => (pixels + TileSide - 1) / TileSide;

    private IEnumerable<int> Tiles(ScreenRectangle rectangle)
    {
        PixelRectangle r = rectangle.Within(0, 0, _camera.Width, _camera.Height);
        for (int y = r.Y / TileSide; !r.IsEmpty && y <= (r.Y + r.Height - 1) / TileSide; y++)
        {
            for (int x = r.X / TileSide; x <= (r.X + r.Width - 1) / TileSide; x++)
            {
                yield return (y * TilesAcross) + x;
            }
        }
    }
}
