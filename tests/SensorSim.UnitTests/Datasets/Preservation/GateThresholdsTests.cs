using System.Text.Json.Nodes;
using SensorSim.Datasets.Preservation;
using SensorSim.Plugins;

namespace SensorSim.UnitTests.Datasets.Preservation;

public class GateThresholdsTests
{
    [Test]
    public void Thresholds_Bind_By_Key_And_Value_And_Are_Checked()
    {
        var schema = ParameterSchema.Of(typeof(GateThresholds));
        ParameterBinding bound = schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["inserted_px"] = 500 });
        ParameterBinding wrong = schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["kept"] = 2, ["shift"] = 1 });

        Assert.That(((GateThresholds?)bound.Parameters)?.InsertedPx, Is.EqualTo(500));
        Assert.That(schema.Parameters.Select(parameter => parameter.Description), Is.All.Not.Empty);
        Assert.That(wrong.Errors, Has.Count.EqualTo(2));
    }
}
