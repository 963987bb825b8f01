using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs;

/// <summary>Whether an environment's image is fine enough to be looked at: light needs few pixels, a background many.</summary>
internal static class EnvironmentSharpness
{
    /// <summary>Pixels of a camera that one of the image may cover, along a line.</summary>
    public const double MostPixels = 3;

    /// <summary>Share of a picture below which nobody looks at the background.</summary>
    private const double LeastShare = 0.1;

    /// <summary>What is to be said of one frame; null where nothing is.</summary>
    /// <param name="view">That saw it.</param>
    /// <param name="objects">Its entries: what no object covers is background.</param>
    /// <param name="name">Of the environment.</param>
    /// <param name="image">Of it.</param>
    public static string? Warning(CameraView view, IReadOnlyList<ObjectRecord> objects, string name, HdrImage image)
    {
        // A column of the image is 2π / width wide, and a pixel in the middle of a picture 1 / Fx.
        double perPixel = view.Intrinsics.Fx * 2 * Math.PI / image.Width, all = (double)view.Intrinsics.Width * view.Intrinsics.Height;
        return perPixel <= MostPixels || objects.Sum(thing => (double)thing.VisiblePx) > (1 - LeastShare) * all ? null
            : Invariant($"{Path.GetFileName(name)} is coarse for a background: one of its pixels covers {perPixel:0.#} of {view.Name}'s. The light is right; for a sharp background, take the same image with {Math.Max(1, Math.Round(view.Intrinsics.Fx * 2 * Math.PI / 1024)):0}k columns");
    }

    /// <summary>The environment of a cousin: null where it is built in or dark.</summary>
    public static (string Name, HdrImage Image)? Of(RunPlan plan, SceneInstance cousin) =>
        cousin.Environment.Hdr is { } name && plan.Environments.GetValueOrDefault(name, plan.EnvironmentImage) is { } image ? (name, image) : null;
}
