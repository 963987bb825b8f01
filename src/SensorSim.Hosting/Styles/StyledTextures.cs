using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>
/// A scene whose textures went through a style before anything is rendered: what is generated and what labels say come from one scene. Only images of base colour are touched, and only those that mean
/// nothing else; alpha stays. Each is made once: <see cref="TextureStyleCache"/>.
/// </summary>
public static class StyledTextures
{
    private const string Camera = "texture";

    /// <summary>The plan with the scene that its style asks for; a plan without such a style comes back as it is.</summary>
    /// <param name="plan">What is to be rendered.</param>
    /// <param name="cacheFolder">Where textures that were made before lie; null is the user's own.</param>
    /// <param name="stop">Ends the work between two textures.</param>
    /// <exception cref="StyleException">The style cannot be applied.</exception>
    public static RunPlan In(RunPlan plan, string? cacheFolder = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan is not { Style: { } style, Scenario.Style.Stage: StyleStage.Textures })
        {
            return plan;
        }

        (Scene scene, StyleRecord record) = Of(plan.Scene.Scene, style, plan.Seed, cacheFolder, stop);
        return plan with { Scene = plan.Scene with { Scene = scene }, TextureStyle = record };
    }

    /// <summary>A scene with restyled textures, and what records say of it: digests of each before and after.</summary>
    public static (Scene Scene, StyleRecord Record) Of(Scene scene, ChosenStyle style, ulong seed, string? cacheFolder = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(style);
        using var cache = new TextureStyleCache(style, seed, cacheFolder);
        Image[] images = [.. scene.Images];
        var textures = new JsonObject();
        foreach (int index in ColourImages(scene))
        {
            stop.ThrowIfCancellationRequested();
            Image before = images[index];
            StyledTexture made = cache.Get(ClipOf(before, index), DigestOf(before), stop);
            images[index] = Replaced(before, made.Picture);
            textures[NameOf(before, index)] = new JsonObject
            {
                ["before_pixels_sha256"] = DigestOf(before),
                ["after_pixels_sha256"] = DigestOf(images[index]),
                ["evidence"] = made.Evidence.DeepClone(),
            };
        }

        StyleRecord record = style.WithoutIdentity(StyleRecord.Textures, seed) with
        {
            Identity = cache.Identity,
            Evidence = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal) { ["textures"] = textures },
        };
        return (scene with { Images = images }, record);
    }

    private static IEnumerable<int> ColourImages(Scene scene)
    {
        var roles = scene.Materials.SelectMany(material => material.Textures).ToLookup(texture => scene.Textures[texture.Binding.Texture].Image, texture => texture.Role);
        return roles.Where(image => image.All(role => role == "base_color")).Select(image => image.Key).Order();
    }

    private static StyleClip ClipOf(Image image, int index) =>
        new([new(NameOf(image, index), index, 0, Camera, 0, Pictures.ToStyle(PlaneOf(image)))], 0);

    // Names in a file may repeat.
    private static string NameOf(Image image, int index) => FormattableString.Invariant($"{index}{(image.Name is { Length: > 0 } name ? $" {name}" : "")}");

    private static string DigestOf(Image image) => PixelDigest.Of(PlaneOf(image));

    private static PixelPlane PlaneOf(Image image) => new(image.Width, image.Height, 4, SampleType.UInt8, image.Rgba);

    private static Image Replaced(Image image, in PixelPlane colour)
    {
        byte[] rgba = [.. image.Rgba];
        ReadOnlySpan<byte> rgb = colour.Bytes.Span;
        for (int pixel = 0; pixel < image.Width * image.Height; pixel++)
        {
            rgb.Slice(3 * pixel, 3).CopyTo(rgba.AsSpan(4 * pixel));
        }

        return image with { Rgba = rgba };
    }
}
