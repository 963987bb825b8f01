namespace SensorSim.Plugins.StyleHttp;

public sealed record HttpParameters : ICheckedParameters
{
    [Parameter("Address of the server, without /v2: http://localhost:8000")]
    public string Endpoint { get; init; } = "";

    [Parameter("The server's name of the model")]
    public string Model { get; init; } = "";

    [Parameter("Which version of the model; without one the server chooses, and the records say which")]
    public string ModelVersion { get; init; } = "";

    [Parameter("What the numbers of the network's pictures are, as JSON; as for style.onnx", IsFile = true)]
    public string Declaration { get; init; } = "";

    [Parameter("Side of the tiles that frames are cut into; 0 sends whole frames", Unit = "px", Min = 0, Max = 16384)]
    public int TilePx { get; init; }

    [Parameter("Least overlap of neighbouring tiles, at most half a tile; they change over in its middle half", Unit = "px", Min = 0, Max = 8192)]
    public int OverlapPx { get; init; } = 64;

    [Parameter("Longest wait for one answer", Unit = "s", Min = 0.05, Max = 3600)]
    public double TimeoutS { get; init; } = 60;

    [Parameter("How often a request is sent again when the server is busy (429, 502, 503, 504) or the connection breaks", Min = 0, Max = 100)]
    public int Retries { get; init; } = 5;

    [Parameter("Pause before the first further try; doubles each time, up to a minute, and a random part of up to half is left out. A server's Retry-After goes before it", Unit = "s", Min = 0.001, Max = 60)]
    public double RetryPauseS { get; init; } = 1;

    public IEnumerable<ParameterError> Check()
    {
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"))
        {
            yield return new("endpoint", $"\"endpoint\" is \"{Endpoint}\"; expected the address of a server, such as http://localhost:8000.");
        }
    }
}
