using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads cameras. Clipping planes are not kept: a depth sensor's range belongs to the scenario.</summary>
internal static class CameraReader
{
    public static Camera Read(JsonCursor at)
    {
        string? name = at.Text("name");
        JsonCursor type = at.Get("type");
        switch (type.Text())
        {
            case "perspective":
                JsonCursor perspective = at.Get("perspective");
                double yfov = Within(perspective.Get("yfov"), Math.PI);
                return new(name, yfov, null, perspective.Find("aspectRatio") is JsonCursor aspect ? Within(aspect, float.MaxValue) : null);
            case "orthographic":
                JsonCursor orthographic = at.Get("orthographic");
                double halfHeight = Magnification(orthographic.Get("ymag"));
                return new(name, null, halfHeight, Magnification(orthographic.Get("xmag")) / halfHeight);
            default:
                throw type.Error($"expected \"perspective\" or \"orthographic\", found \"{type.Text()}\"; correct the type");
        }
    }

    private static double Within(JsonCursor at, double end) => at.Number() is var value && value > 0 && value < end
        ? value
        : throw at.Error(FormattableString.Invariant($"expected more than 0 and less than {end}, found {value}; correct the value"));

    // A negative magnification mirrors the image in OpenGL; the specification says it should not be used.
    private static double Magnification(JsonCursor at) => Within(at, float.MaxValue);
}
