namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>A camera is of one kind and looks from near to far.</summary>
internal static class CameraChecks
{
    public static IEnumerable<GltfException> Of(JsonCursor camera)
    {
        if (camera.Find("perspective") is not null && camera.Find("orthographic") is not null)
        {
            yield return camera.Error("the camera has both kinds of properties; leave those of the other kind out");
        }

        JsonCursor properties = camera.Get(camera.Get("type").Text());
        if (properties.Find("zfar") is JsonCursor far && far.Number() <= properties.Number("znear", 0))
        {
            yield return far.Error("the far plane is not beyond the near one; correct the value");
        }
    }
}
