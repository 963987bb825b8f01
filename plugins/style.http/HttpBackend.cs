using SensorSim.Style;
using SensorSim.Tensors;

namespace SensorSim.Plugins.StyleHttp;

/// <summary>Any network that makes a picture of a picture, behind a server that speaks the Open Inference Protocol.</summary>
public sealed class HttpBackend : StyleBackend<HttpParameters>
{
    public override StyleNature Nature => StyleNature.Learned;

    public override IStyleTransfer Prepare(HttpParameters parameters, StyleRequest request)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Endpoint.Length == 0 || parameters.Model.Length == 0)
        {
            throw new StyleException("style.http needs a server and a model: expected endpoint and model, such as endpoint=http://localhost:8000 and model=candy.") { IsRequestWrong = true };
        }

        try
        {
            return new HttpTransfer(parameters);
        }
        catch (DeclarationException wrong)
        {
            throw new StyleException(wrong.Message, wrong) { IsRequestWrong = true };
        }
    }
}
