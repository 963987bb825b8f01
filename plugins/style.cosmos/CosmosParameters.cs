using System.Globalization;
using SensorSim.Video.Controls;
using SensorSim.Video;

namespace SensorSim.Plugins.StyleCosmos;

public sealed record CosmosParameters : ICheckedParameters, IPatientParameters
{
    private const double ForVideosSeconds = 3600;

    internal const string Transfer25 = "transfer2.5", Transfer1 = "transfer1";

    [Parameter("The model that a local installation runs: transfer2.5 or transfer1; an endpoint says itself what it wants")]
    public string Version { get; init; } = Transfer25;

    [Parameter("What the video shows, in words")]
    public string Prompt { get; init; } = "";

    [Parameter("A text file with the prompt, instead of prompt", IsFile = true)]
    public string PromptFile { get; init; } = "";

    [Parameter("What the video should not show; empty leaves it to the model")]
    public string NegativePrompt { get; init; } = "";

    [Parameter("Base address of a server, such as http://localhost:8000; this or command")]
    public string Endpoint { get; init; } = "";

    [Parameter("Path of the endpoint's operation; empty finds it in its OpenAPI document")]
    public string InferPath { get; init; } = "";

    [Parameter("Name of the environment variable that holds the endpoint's key, sent as a bearer token; the key itself is recorded nowhere")]
    public string KeyVariable { get; init; } = "";

    [Parameter("How videos stand in JSON")]
    public MediaForm Media { get; init; } = MediaForm.Auto;

    [Parameter("Command line of a local installation, with {spec}, {output} and, where wanted, {name}, {seed}, {guidance}, {steps}, {fps}, {sigma_max}; this or endpoint")]
    public string Command { get; init; } = "";

    [Parameter("Folder that command runs in; empty is the present one")]
    public string CommandFolder { get; init; } = "";

    [Parameter("Weight of the control by edges; 0 leaves it out", Min = 0, Max = 1)]
    public double ControlEdge { get; init; } = 1;

    [Parameter("Weight of the control by depth; 0 leaves it out", Min = 0, Max = 1)]
    public double ControlDepth { get; init; }

    [Parameter("Weight of the control by instances; 0 leaves it out", Min = 0, Max = 1)]
    public double ControlSeg { get; init; }

    [Parameter("Weight of the control by the blurred picture; 0 leaves it out", Min = 0, Max = 1)]
    public double ControlVis { get; init; }

    [Parameter("Thresholds of edges: higher ones leave fewer")]
    public ControlStrength EdgeThreshold { get; init; } = ControlStrength.Medium;

    [Parameter("Strength of the blur")]
    public ControlStrength VisBlur { get; init; } = ControlStrength.Medium;

    [Parameter("Controls act on instances only (a mask video goes with each)")]
    public bool MaskInstances { get; init; }

    [Parameter("How closely the prompt is followed", Min = 0, Max = 7)]
    public int Guidance { get; init; } = 3;

    [Parameter("Steps of the diffusion", Min = 1, Max = 1000)]
    public int Steps { get; init; } = 35;

    [Parameter("Seed of the model; -1 takes the run's, another for each clip", Min = -1, Max = int.MaxValue)]
    public int Seed { get; init; } = -1;

    [Parameter("Noise that is added to the input video, from 0 to 200, where 200 forgets it; empty leaves it to the model")]
    public string SigmaMax { get; init; } = "";

    [Parameter("Lines of the model's picture: 480 or 720")]
    public string Resolution { get; init; } = "720";

    [Parameter("Frames that the model makes at once", Min = 1, Max = 10000)]
    public int ChunkFrames { get; init; } = 93;

    [Parameter("Frames of one chunk that the next one begins with", Min = 0, Max = 2)]
    public int ConditionalFrames { get; init; } = 1;

    [Parameter("Frame rate written into videos; 0 is the episode's", Unit = "Hz", Min = 0, Max = 1000)]
    public double FrameRate { get; init; }

    [Parameter("How frames lie in the videos: rgb and yuv444 keep them, yuv420 is what hardware decoders and browsers read")]
    public VideoEncoding Encoding { get; init; } = VideoEncoding.Rgb;

    [Parameter("An answer of another size is scaled to the clip's, and the record says so; otherwise it is refused")]
    public bool Resize { get; init; }

    [Parameter("Time for one clip, from its videos to its answer", Unit = "s", Min = 1, Max = 1e6)]
    public double TimeoutS { get; init; } = 7200;

    [Parameter("Further tries after a busy server, a lost connection or an answer that is no good", Min = 0, Max = 100)]
    public int Retries { get; init; } = 4;

    [Parameter("Pause before the second try; it doubles with each, up to a minute, half of it by chance", Unit = "s", Min = 0, Max = 3600)]
    public double PauseS { get; init; } = 2;

    [Parameter("Pause between two questions about a job", Unit = "s", Min = 0.01, Max = 3600)]
    public double PollS { get; init; } = 5;

    /// <summary>Making control videos and reading the answer is not part of <see cref="TimeoutS"/>, which is for those who are waited for.</summary>
    TimeSpan IPatientParameters.LongestCall => TimeSpan.FromSeconds(TimeoutS + ForVideosSeconds);

    /// <inheritdoc/>
    public IEnumerable<ParameterError> Check()
    {
        if (Version is not (Transfer25 or Transfer1))
        {
            yield return new("version", $"\"version\" is \"{Version}\"; expected {Transfer25} or {Transfer1}.{NearestName.Hint(Version, [Transfer25, Transfer1])}");
        }

        if (Prompt.Length > 0 && PromptFile.Length > 0)
        {
            yield return new("prompt_file", "\"prompt\" and \"prompt_file\" are both given; one of them is the prompt.");
        }

        if (Endpoint.Length > 0 && Command.Length > 0)
        {
            yield return new("command", "\"endpoint\" and \"command\" are both given; one of them makes the video.");
        }

        if (SigmaMax.Length > 0 && !(double.TryParse(SigmaMax, NumberStyles.Float, CultureInfo.InvariantCulture, out double sigma) && sigma is >= 0 and <= 200))
        {
            yield return new("sigma_max", $"\"sigma_max\" is \"{SigmaMax}\"; expected a number from 0 to 200 as a text, such as \"80\".");
        }
    }
}
