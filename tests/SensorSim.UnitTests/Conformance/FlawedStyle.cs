using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.UnitTests.Conformance;

/// <summary>Darkens pictures, and breaks whatever promise a test wants.</summary>
/// <param name="apply">What becomes of a frame; given the number of clips that the transfer has had.</param>
internal sealed class FlawedStyle(Func<FlawedStyle.Work, StyleImage> apply) : StyleBackend<FlawedStyleParameters>
{
    public StyleScope OwnScope { get; init; }

    public StyleInputs OwnNeeds { get; init; }

    public StyleInputs OwnUses { get; init; }

    public StyleTargetUse OwnTarget { get; init; }

    public bool SaysDeterministic { get; init; } = true;

    public Exception? Refusal { get; init; }

    public override StyleNature Nature => StyleNature.Statistical;

    public override StyleScope Scope => OwnScope;

    public override StyleInputs Needs => OwnNeeds;

    public override StyleInputs Uses => OwnUses;

    public override StyleTargetUse Target => OwnTarget;

    public override IStyleTransfer Prepare(FlawedStyleParameters parameters, StyleRequest request) => Refusal is null ? new Transfer(parameters, request, apply) : throw Refusal;

    protected override bool IsDeterministic(FlawedStyleParameters parameters) => SaysDeterministic;

    public sealed record Work(FlawedStyleParameters Parameters, StyleRequest Request, StyleFrame Frame, int Clips, CancellationToken Stop);

    private sealed class Transfer(FlawedStyleParameters parameters, StyleRequest request, Func<Work, StyleImage> apply) : IStyleTransfer
    {
        private int _clips;

        public IReadOnlyDictionary<string, JsonNode?> Identity { get; } = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);

        public StyleResult Apply(StyleClip clip, CancellationToken stop)
        {
            _clips++;
            return new([.. clip.Frames.Select(frame => apply(new(parameters, request, frame, _clips, stop)))]);
        }

        public void Dispose()
        {
        }
    }
}
