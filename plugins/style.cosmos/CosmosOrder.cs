using SensorSim.Randomness;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos;

/// <summary>What is asked for, the same for every clip of a run.</summary>
/// <param name="Parameters">As given.</param>
/// <param name="Prompt">Of the parameter or of the file.</param>
/// <param name="Controls">At least one.</param>
/// <param name="RunSeed">Of the run.</param>
internal sealed record CosmosOrder(CosmosParameters Parameters, string Prompt, IReadOnlyList<Control> Controls, ulong RunSeed)
{
    /// <exception cref="StyleException">Something is missing that the parameters alone cannot tell.</exception>
    public static CosmosOrder Of(CosmosParameters parameters, ulong seed)
    {
        string prompt = (parameters.PromptFile.Length > 0 ? File.ReadAllText(parameters.PromptFile) : parameters.Prompt).Trim();
        IReadOnlyList<Control> controls = Control.Of(parameters);
        return parameters.Endpoint.Length + parameters.Command.Length == 0
            ? throw Wrong("nothing makes the video: name an \"endpoint\", such as http://localhost:8000, or the \"command\" of a local installation.")
            : prompt.Length == 0 ? throw Wrong("there is no prompt: say in \"prompt\" what the video shows, such as \"a warehouse aisle in daylight, scuffed concrete\", or name a \"prompt_file\".")
            : controls.Count == 0 ? throw Wrong("every control is off: at least one of control_edge, control_depth, control_seg and control_vis must be above 0.")
            : new(parameters, prompt, controls, seed);
    }

    /// <summary>The model's seed: as given, or the clip's own.</summary>
    public int SeedOf(StyleClip clip) => Parameters.Seed >= 0 ? Parameters.Seed
        : (int)(new RandomStream(RandomKey.ForDraw(RunSeed, clip.Sample, $"style.cosmos/seed/{clip.Camera}"), 0, 0, 0).Draw(0).X & 0x7FFFFFFF);

    public double FrameRateOf(StyleClip clip) => Parameters.FrameRate > 0 ? Parameters.FrameRate : clip.FrameRateHz > 0 ? clip.FrameRateHz : 24;

    private static StyleException Wrong(string message) => new(message) { IsRequestWrong = true };
}
