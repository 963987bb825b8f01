using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>focus</c> of a camera.</summary>
internal static class FocusSection
{
    public static FocusSettings? Read(SectionReader camera)
    {
        const string expected = "a mapping with distance_m and focal_length_mm";
        if (camera.Find("focus") is not { } node
            || SectionReader.Of(node, camera.PathOf("focus"), expected, camera.Log) is not { } section)
        {
            return null;
        }

        var focus = new FocusSettings(
            section.RequireNumber("distance_m", new(1e-3, 1e6, "metres")), section.RequireNumber("focal_length_mm", new(0.1, 10_000, "millimetres")));
        section.RejectUnknown();
        if (focus.DistanceMetres <= focus.FocalLengthMillimetres / 1000)
        {
            camera.Log.Add(section.Find("distance_m")!, section.PathOf("distance_m"), "a lens cannot focus within its focal length", $"more than {PlainNumber.Text(focus.FocalLengthMillimetres / 1000)} metres");
        }

        if (camera.Find("exposure") is null)
        {
            camera.Log.Add(node, section.Path, "the camera has no exposure, whose f_number gives the aperture", "an exposure beside focus");
        }

        return focus;
    }
}
