using System.Text.Json.Nodes;

namespace SensorSim.Style;

/// <summary>A transfer of somebody's code: what it gives is looked at before the host goes on with it.</summary>
internal sealed class GuardedTransfer(StyleBackend backend, object parameters, IStyleTransfer transfer) : IStyleTransfer
{
    public IReadOnlyDictionary<string, JsonNode?> Identity => backend.Guarded(nameof(Identity), parameters, transfer, static of => of.Identity);

    public StyleResult Apply(StyleClip clip, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(clip);
        StyleResult result = backend.Guarded(nameof(Apply), parameters, (transfer, clip, stop), static of =>
        {
            StyleResult styled = of.transfer.Apply(of.clip, of.stop);
            return Problem(of.clip, styled) is { } problem ? throw new InvalidOperationException(problem) : styled;
        });
        foreach (StyleImage image in result.Frames)
        {
            Clip(image.Samples);
        }

        return result;
    }

    public void Dispose() => transfer.Dispose();

    private static string? Problem(StyleClip clip, StyleResult? result)
    {
        if (result?.Frames is not { } frames || frames.Count != clip.Frames.Count)
        {
            return $"it gives {result?.Frames?.Count ?? 0} frames for a clip of {clip.Frames.Count} ({clip.Name}).";
        }

        StyleImage? other = frames.FirstOrDefault(image => image.Width != clip.Width || image.Height != clip.Height);
        return other is not null ? $"it gives {other.Width}x{other.Height} pixels for a frame of {clip.Width}x{clip.Height} ({clip.Name})."
            : frames.Any(image => !AreFinite(image.Samples)) ? $"it gives pixels that are no numbers ({clip.Name})."
            : null;
    }

    private static bool AreFinite(ReadOnlySpan<float> samples)
    {
        foreach (float sample in samples)
        {
            if (!float.IsFinite(sample))
            {
                return false;
            }
        }

        return true;
    }

    private static void Clip(Span<float> samples)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = Math.Clamp(samples[i], 0f, 1f);
        }
    }
}
