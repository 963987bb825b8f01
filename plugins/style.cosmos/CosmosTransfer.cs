using System.Text.Json.Nodes;
using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Style;
using SensorSim.Video;

namespace SensorSim.Plugins.StyleCosmos;

/// <summary>Restyles one clip after the other: writes its videos, has the answer made or takes the one that an earlier try left, looks at it, gives its frames.</summary>
internal sealed class CosmosTransfer(CosmosOrder order, StyleRequest request, IReceiver receiver) : IStyleTransfer
{
    public IReadOnlyDictionary<string, JsonNode?> Identity => receiver.Identity;

    public StyleResult Apply(StyleClip clip, CancellationToken stop)
    {
        var folder = ClipFolder.Of(request.WorkFolder, clip, order, receiver.Key);
        ClipVideos videos = ClipVideos.Write(folder, clip, order, stop);
        var tries = new Tries(order.Parameters, request.Clock, $"{clip.Name}/{order.RunSeed}");
        while (true)
        {
            if (!folder.HasAnswer)
            {
                receiver.Fetch(folder, videos, tries, stop);
            }

            if (AnswerCheck.Problem(folder, clip, order.Parameters.Resize, stop, out DecodedVideo? answer) is not { } problem)
            {
                return Result(clip, videos, folder, answer!);
            }

            folder.RefuseAnswer();
            string message = $"{clip.Name}: the video that came back is refused: {problem}";
            if (!receiver.CanTryAgain)
            {
                throw new StyleException(message);
            }

            tries.Pause(message, null, stop);
        }
    }

    public void Dispose() => receiver.Dispose();

    private StyleResult Result(StyleClip clip, ClipVideos videos, ClipFolder folder, DecodedVideo answer)
    {
        bool isResized = answer.Width != clip.Width || answer.Height != clip.Height;
        var evidence = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["prompt"] = order.Prompt,
            ["seed"] = videos.Seed,
            ["weights"] = new JsonObject(order.Controls.OrderBy(control => control.Name, StringComparer.Ordinal).Select(control => KeyValuePair.Create(control.Name, (JsonNode?)control.Weight))),
        };
        foreach ((string key, JsonNode? value) in folder.Facts)
        {
            evidence[key] = value?.DeepClone();
        }

        if (isResized)
        {
            evidence["resized_from"] = $"{answer.Width}x{answer.Height}";
        }

        return new([.. answer.Frames.Select(frame => isResized ? frame.ToStyleImage().Resized(clip.Width, clip.Height) : frame.ToStyleImage())]) { Evidence = evidence };
    }
}
