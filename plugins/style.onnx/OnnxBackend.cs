using SensorSim.Onnx;
using SensorSim.Style;
using SensorSim.Tensors;

namespace SensorSim.Plugins.StyleOnnx;

/// <summary>Any network that makes a picture of a picture, from an ONNX file.</summary>
public sealed class OnnxBackend : StyleBackend<OnnxParameters>
{
    public override StyleNature Nature => StyleNature.Learned;

    public override IStyleTransfer Prepare(OnnxParameters parameters, StyleRequest request)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Model.Length == 0)
        {
            throw new StyleException("style.onnx has no model: expected the path of an ONNX file, such as model=candy.onnx.") { IsRequestWrong = true };
        }

        try
        {
            return new OnnxTransfer(parameters);
        }
        catch (Exception wrong) when (wrong is OnnxException or DeclarationException)
        {
            throw new StyleException(wrong.Message, wrong) { IsRequestWrong = true };
        }
    }

    // A GPU may add in any order.
    protected override bool IsDeterministic(OnnxParameters parameters) => parameters.Provider == ExecutionProvider.Cpu;
}
