using SensorSim.Cameras;
using SensorSim.Datasets.Images;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>What a request must hold to.</summary>
public static class RequestRules
{
    /// <summary>Looks at what can be judged without reading anything.</summary>
    /// <exception cref="RequestException">Every problem at once.</exception>
    public static void Check(RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problems = new List<string>();
        Require(request.ScenarioPath is not null || request.ScenePath is not null, "There is nothing to render: give a scenario file, or --scene FILE.");
        Require(request.ScenarioPath is null || request.ScenePath is null, "Give a scenario file or --scene FILE, not both.");
        Require(request.ScenarioPath is not "" && request.ScenePath is not "", "The path of the scenario or scene is empty.");
        Require(request.ScenePath is null || request.Overrides.Count == 0, "--set changes a scenario; --scene has none.");
        Require(request.Samples is null or > 0, $"--samples {request.Samples}: at least 1.");
        Require(request.Samples is null or <= CousinSettings.MaximumCount, $"--samples {request.Samples}: at most {CousinSettings.MaximumCount}.");
        Require(request.ScenePath is null || request.Samples is null or 1, "--samples needs a scenario; --scene renders one sample.");
        Require(request.Seed is null or <= RunRequest.MaximumSeed, $"--seed {request.Seed}: at most {RunRequest.MaximumSeed}, so that JSON holds it exactly.");
        Require(request.Views is > 0 and <= RunRequest.MaximumViews, $"--views {request.Views}: 1 to {RunRequest.MaximumViews} cameras.");
        Require(request.Width is null or > 0 and <= CameraIntrinsics.MaximumSide, $"--width {request.Width}: 1 to {CameraIntrinsics.MaximumSide} pixels.");
        Require(request.Height is null or > 0 and <= CameraIntrinsics.MaximumSide, $"--height {request.Height}: 1 to {CameraIntrinsics.MaximumSide} pixels.");
        Require(request.Episode.Steps is > 0 and <= EpisodeSettings.MaximumSteps, $"--steps {request.Episode.Steps}: 1 to {EpisodeSettings.MaximumSteps} steps.");
        Require(request.Episode.FrameRateHz is >= 1e-3 and <= 1e6, FormattableString.Invariant($"--rate {request.Episode.FrameRateHz}: 0.001 to 1000000 steps per second."));
        Require(request.Episode.StartSeconds is >= 0 and <= 1e6, FormattableString.Invariant($"--start {request.Episode.StartSeconds}: 0 to 1000000 seconds."));
        Require(request.Environment.Intensity is >= 0 and <= 1e9, FormattableString.Invariant($"--environment-intensity {request.Environment.Intensity}: 0 to 1000000000."));
        Require(request.Environment.RotationDegrees is >= -1e9 and <= 1e9, FormattableString.Invariant($"--environment-rotation {request.Environment.RotationDegrees}: -1000000000 to 1000000000 degrees."));
        Require(request.Environment.AmbientOcclusion is null or { RadiusMetres: > 0 and <= 1e6 }, FormattableString.Invariant($"--ambient-occlusion {request.Environment.AmbientOcclusion?.RadiusMetres}: above 0 and at most 1000000 metres."));
        Require(request.Msaa is 1 or 4, $"--msaa {request.Msaa}: 1 or 4.");
        if (problems.Count > 0)
        {
            throw new RequestException(problems);
        }

        void Require(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }
    }

    /// <summary>Looks at what does not fit a scenario.</summary>
    /// <exception cref="RequestException">The first problem.</exception>
    public static void Check(RunRequest request, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(scenario);
        RefuseFlowByRow(request, scenario);
        RefuseJpeg(request, scenario);
    }

    // The scenario's own labels are checked with it.
    private static void RefuseFlowByRow(RunRequest request, Scenario scenario)
    {
        if (scenario.LabelTime == LabelTime.PerRow && ((request.Labels ?? LabelSet.None) & LabelSet.BetweenInstants) != LabelSet.None)
        {
            throw new RequestException(["--labels: flow and occlusion are between two instants, and the scenario's label_time is per_row. Leave them out."]);
        }
    }

    // A JPEG holds 8-bit colour, and a point cloud would have colours that the picture behind it has lost.
    private static void RefuseJpeg(RunRequest request, Scenario scenario)
    {
        string? why = request.PictureFile != ImageFormat.Jpeg ? null
            : scenario.Cameras.FirstOrDefault(camera => camera.Output == CameraOutput.Raw) is { } raw ? $"the camera {raw.Name} writes raw numbers"
            : (request.Labels ?? scenario.Labels).HasFlag(LabelSet.Points) ? "the label points has the picture's colours"
            : null;
        if (why is not null)
        {
            throw new RequestException([$"--rgb jpeg: {why}; leave it out, or write PNG."]);
        }
    }
}
