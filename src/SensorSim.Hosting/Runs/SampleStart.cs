using SensorSim.Cameras;
using SensorSim.Scenes.Cousins;

namespace SensorSim.Hosting.Runs;

/// <summary>A sample in front of its first frame.</summary>
/// <param name="Episode">The cousin at the first step.</param>
/// <param name="Views">Of each camera of the plan.</param>
/// <param name="Scale">What automatic exposure measured; null when no camera asks for it.</param>
internal sealed record SampleStart(Episode Episode, IReadOnlyList<CameraView> Views, double? Scale)
{
    /// <summary>Draws the cousin and meters it. Waits for the device.</summary>
    public static SampleStart Of(RunPlan plan, RenderSession session, long sample)
    {
        Episode episode = Episode.Of(plan.Cousins.Sample(sample), plan.Catalog).At(plan.Scenario.Episode.TimeOf(0));
        CameraView[] views = [.. plan.Cameras.Select(camera => CameraPlacement.Of(camera.Settings, episode.Cousin, camera.Projection))];
        CameraView[] automatic = [.. views.Where((_, i) => plan.Cameras[i].Settings.Exposure is null)];
        if (automatic.Length == 0)
        {
            return new(episode, views, null);
        }

        double scale = session.MeterExposure(episode, automatic);
        return new(episode.WithDraw(ExposureSchedule.AutomaticScaleDraw, scale), views, scale);
    }
}
