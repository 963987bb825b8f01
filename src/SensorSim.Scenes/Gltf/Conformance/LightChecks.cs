namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>KHR_lights_punctual: a spot says how wide it is, colours are at most 1.</summary>
internal static class LightChecks
{
    public static IEnumerable<GltfException> Of(JsonCursor light)
    {
        if (light.Get("type").Text() == "spot" && light.Find("spot") is null)
        {
            yield return light.Error("a spot has a member \"spot\"; add it, {} for its defaults");
        }

        if (light.Numbers("color", 3) is { } color && color.Any(channel => channel is < 0 or > 1))
        {
            yield return light.Get("color").Error("channels are from 0 to 1; put more light into the intensity");
        }
    }
}
