using SensorSim.Style;

namespace SensorSim.Tensors;

/// <summary>Pictures that get larger by their mirror image, and parts of pictures.</summary>
internal static class PictureMargins
{
    /// <summary>Extended to the right and below; the edge pixel itself is not repeated.</summary>
    public static StyleImage Extended(this StyleImage picture, int width, int height)
    {
        if (width == picture.Width && height == picture.Height)
        {
            return picture;
        }

        var larger = new StyleImage(width, height);
        for (int y = 0; y < height; y++)
        {
            int row = Mirrored(y, picture.Height);
            for (int x = 0; x < width; x++)
            {
                picture.Samples.Slice(3 * ((row * picture.Width) + Mirrored(x, picture.Width)), 3).CopyTo(larger.Samples[(3 * ((y * width) + x))..]);
            }
        }

        return larger;
    }

    /// <summary>A rectangle that lies inside.</summary>
    public static StyleImage Part(this StyleImage picture, int left, int top, int width, int height)
    {
        if (width == picture.Width && height == picture.Height)
        {
            return picture;
        }

        var part = new StyleImage(width, height);
        for (int y = 0; y < height; y++)
        {
            picture.Samples.Slice(3 * (((top + y) * picture.Width) + left), 3 * width).CopyTo(part.Samples[(3 * y * width)..]);
        }

        return part;
    }

    private static int Mirrored(int place, int length)
    {
        if (length == 1)
        {
            return 0;
        }

        int within = place % (2 * (length - 1));
        return within < length ? within : (2 * (length - 1)) - within;
    }
}
