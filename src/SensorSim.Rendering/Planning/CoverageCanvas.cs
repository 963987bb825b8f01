using SensorSim.Cameras;

namespace SensorSim.Rendering.Planning;

/// <summary>Where objects are drawn alone: an image, or the canvas of three times its width and height around it. With a lens the canvas is an image of its own.</summary>
/// <param name="View">Whose objects are drawn.</param>
/// <param name="IsOutside">What lies outside the image is counted.</param>
/// <param name="HasLens">Objects are drawn on faces.</param>
internal sealed record CoverageCanvas(ViewPlan View, bool IsOutside, bool HasLens)
{
    private const long MostWords = 16L << 20;

    /// <summary>Words of an object's bits on faces and image together, by those on the image: faces have several texels to a pixel.</summary>
    private const long WordsPerLensWord = 8;

    private CameraIntrinsics Camera => View.Intrinsics;

    /// <summary>Objects with their places on it, in chunks whose bits fit into memory together. What does not reach it is left out.</summary>
    public IEnumerable<List<(int Object, PixelRectangle Rectangle)>> Chunked(IEnumerable<VisibleObject> objects)
    {
        var chunk = new List<(int, PixelRectangle)>();
        long words = 0;
        foreach ((int index, PixelRectangle rectangle) in objects.Select(o => (o.Index, PlaceOf(o.Rectangle))))
        {
            if (rectangle.IsEmpty)
            {
                continue;
            }

            long more = rectangle.Words * (HasLens ? WordsPerLensWord : 1);
            if (chunk.Count > 0 && words + more > MostWords)
            {
                yield return chunk;
                (chunk, words) = ([], 0);
            }

            chunk.Add((index, rectangle));
            words += more;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    // The image is the middle third of the canvas around it.
    private PixelRectangle PlaceOf(ScreenRectangle rectangle)
    {
        if (!IsOutside || HasLens)
        {
            return rectangle.Within(0, 0, Camera.Width, Camera.Height);
        }

        PixelRectangle r = rectangle.Within(-Camera.Width, -Camera.Height, 2 * Camera.Width, 2 * Camera.Height);
        return r with { X = r.X + Camera.Width, Y = r.Y + Camera.Height };
    }
}
