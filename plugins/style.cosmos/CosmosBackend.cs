using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Plugins.StyleCosmos.Endpoint;
using SensorSim.Plugins.StyleCosmos.Local;
using SensorSim.Style;
using SensorSim.Video;

namespace SensorSim.Plugins.StyleCosmos;

/// <summary>
/// Cosmos-Transfer (N. A. Alhaija and others, Cosmos-Transfer1, arXiv 2503.14492, and its successors): a diffusion model that makes a video of a prompt while control videos hold it to what the labels say. The model runs elsewhere:
/// in a local installation, which gets a specification file, or behind an HTTP endpoint, whose fields are read from its OpenAPI document.
/// </summary>
public sealed class CosmosBackend : StyleBackend<CosmosParameters>
{
    public override StyleNature Nature => StyleNature.Learned;

    public override StyleScope Scope => StyleScope.Clip;

    public override StyleInputs Uses => StyleInputs.Depth | StyleInputs.Instances;

    public override IStyleTransfer Prepare(CosmosParameters parameters, StyleRequest request)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(request);
        var order = CosmosOrder.Of(parameters, request.Seed);
        VideoPrograms.Require();
        IReceiver receiver = parameters.Endpoint.Length > 0
            ? HttpEndpoint.Connect(order, request.Clock)
            : new LocalInstallation(order);
        return new CosmosTransfer(order, request, receiver);
    }
}
