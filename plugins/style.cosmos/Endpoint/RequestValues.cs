using SensorSim.Plugins.StyleCosmos.Clips;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>What we have for a request's fields.</summary>
/// <param name="Order">For every clip.</param>
/// <param name="Videos">Of the clip; null while a document is looked at before there is one: then numbers of the clip stand for themselves and no limit is tested.</param>
internal sealed record RequestValues(CosmosOrder Order, ClipVideos? Videos)
{
    private CosmosParameters Parameters => Order.Parameters;

    /// <summary>A number that a field of this role gets; null of other roles.</summary>
    public double? Number(FieldRole role) => role switch
    {
        FieldRole.Seed => Videos?.Seed ?? Math.Max(0, Parameters.Seed),
        FieldRole.Guidance => Parameters.Guidance,
        FieldRole.Steps => Parameters.Steps,
        FieldRole.SigmaMax => Parameters.SigmaMax.Length > 0 ? double.Parse(Parameters.SigmaMax, System.Globalization.CultureInfo.InvariantCulture) : null,
        FieldRole.Resolution => double.TryParse(Parameters.Resolution, System.Globalization.CultureInfo.InvariantCulture, out double lines) ? lines : null,
        FieldRole.FrameRate => Videos?.FrameRateHz ?? 24,
        FieldRole.FrameCount => Videos?.Clip.Frames.Count ?? 1,
        FieldRole.ChunkFrames => Parameters.ChunkFrames,
        FieldRole.ConditionalFrames => Parameters.ConditionalFrames,
        FieldRole.Width => Videos?.Clip.Width ?? 1,
        FieldRole.Height => Videos?.Clip.Height ?? 1,
        _ => null,
    };

    /// <summary>A text that a field of this role gets; null of other roles.</summary>
    public string? Text(FieldRole role) => role switch
    {
        FieldRole.Prompt => Order.Prompt,
        FieldRole.NegativePrompt => Parameters.NegativePrompt.Length > 0 ? Parameters.NegativePrompt : null,
        FieldRole.Name => Videos?.Name ?? "clip",
        FieldRole.Mode => "video2video",
        _ => null,
    };

    /// <summary>The file of a control's video, or of the mask; null where there is none.</summary>
    public string? File(FieldRole role, ControlKind? kind) => Videos is null
        ? role != FieldRole.ControlMask || Parameters.MaskInstances ? "" : null
        : role switch
        {
            FieldRole.Video => Videos.Input,
            FieldRole.ControlVideo => Videos.Controls.GetValueOrDefault(kind!.Value),
            _ => Videos.Mask,
        };

    public Control? Of(ControlKind kind) => Order.Controls.FirstOrDefault(control => control.Kind == kind);
}
