using System.Runtime.InteropServices;
using SensorSim.Cameras;

namespace SensorSim.Rendering;

/// <summary>
/// Automatic exposure: one scale for a sample, from a small prepass over its cameras at the first step. The scale takes the log-average
/// luminance (Reinhard et al., "Photographic tone reproduction", 2002) to middle grey; then it is constant through the episode.
/// </summary>
public static class AutoExposure
{
    /// <summary>Linear value of middle grey: 1 is white.</summary>
    public const double MiddleGrey = 0.18;

    /// <summary>Pixels across the prepass.</summary>
    public const int PrepassWidth = 64;

    /// <summary>Pixels darker than this share of the brightest count as that bright: shadows do not decide the exposure.</summary>
    private const double DarkestShare = 1e-4;

    /// <summary>The same frame in small, read back as radiance.</summary>
    public static FrameRequest Prepass(FrameRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var readback = new RadianceReadback();
        return request with { Views = [.. request.Views.Select(view => new ViewRequest(Small(view.Camera), readback))] };
    }

    /// <summary>Linear units for each nit: middle grey / log-average luminance of the steady layers; 1 when everything is black.</summary>
    public static double ScaleOf(FrameOutput prepass)
    {
        ArgumentNullException.ThrowIfNull(prepass);
        double[] luminances = [.. prepass.Views.SelectMany(LuminancesOf).Where(luminance => luminance > 0)];
        if (luminances.Length == 0)
        {
            return 1;
        }

        double floor = DarkestShare * luminances.Max();
        return MiddleGrey / Math.Exp(luminances.Average(luminance => Math.Log(Math.Max(luminance, floor))));
    }

    private static CameraView Small(CameraView camera)
    {
        CameraIntrinsics full = camera.Intrinsics;
        double scale = Math.Min(1, (double)PrepassWidth / full.Width);
        int width = Math.Max(1, (int)Math.Round(full.Width * scale)), height = Math.Max(1, (int)Math.Round(full.Height * scale));
        double x = (double)width / full.Width, y = (double)height / full.Height;
        return camera with
        {
            Intrinsics = new(width, height, full.Fx * x, full.Fy * y, ((full.Cx + 0.5) * x) - 0.5, ((full.Cy + 0.5) * y) - 0.5) { Projection = full.Projection },
        };
    }

    private static double[] LuminancesOf(ViewOutput view)
    {
        ReadOnlySpan<float> radiance = MemoryMarshal.Cast<byte, float>(view.Consumed.Span);
        double[] luminances = new double[view.Camera.Intrinsics.Width * view.Camera.Intrinsics.Height];
        for (int i = 0; i < luminances.Length; i++)
        {
            luminances[i] = (0.2126 * radiance[4 * i]) + (0.7152 * radiance[(4 * i) + 1]) + (0.0722 * radiance[(4 * i) + 2]);
        }

        return luminances;
    }
}
