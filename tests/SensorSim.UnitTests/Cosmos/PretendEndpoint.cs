using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>A server on this machine that plays an endpoint: what it answers to a POST is scripted, everything that it gets is counted.</summary>
internal sealed class PretendEndpoint : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Queue<Func<PretendRequest, PretendReply?>> _script;

    /// <param name="openApi">Its document; null has none.</param>
    /// <param name="script">Answers to POSTs in order; the last one stands for all that follow. Null hangs up.</param>
    public PretendEndpoint(JsonObject? openApi, params Func<PretendRequest, PretendReply?>[] script)
    {
        (OpenApi, _script) = (openApi, new(script));
        (_listener, Address) = Listen();
        _ = Serve();
    }

    public string Address { get; }

    public JsonObject? OpenApi { get; }

    public ConcurrentQueue<PretendRequest> Posts { get; } = [];

    public ConcurrentQueue<string> Gets { get; } = [];

    /// <summary>Answers to GETs of other paths; null is 404.</summary>
    public Func<string, PretendReply?> OnGet { get; set; } = _ => null;

    /// <summary>Answers to the question whether it is ready, in order.</summary>
    public Queue<int> Readiness { get; } = new();

    public void Dispose() => _listener.Close();

    private static (HttpListener, string) Listen()
    {
        for (int attempt = 0; ; attempt++)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            int port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, $"http://127.0.0.1:{port}");
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close(); // Somebody else was faster.
            }
        }
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => Answer(context));
        }
    }

    private void Answer(HttpListenerContext context)
    {
        try
        {
            PretendReply? reply = context.Request.HttpMethod == "POST" ? OfPost(context.Request) : OfGet(context.Request.Url!.AbsolutePath);
            if (reply is null)
            {
                context.Response.Abort();
                return;
            }

            context.Response.StatusCode = reply.Status;
            context.Response.ContentType = reply.ContentType;
            foreach ((string name, string value) in reply.Headers) context.Response.Headers[name] = value;
            context.Response.OutputStream.Write(reply.Body);
            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The client went away, as some tests want.
        }
    }

    private PretendReply? OfPost(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        request.InputStream.CopyTo(body);
        var received = new PretendRequest(request.Url!.AbsolutePath, request.ContentType ?? "", body.ToArray(), request.Headers["Idempotency-Key"] ?? "", request.Headers["Authorization"] ?? "");
        Posts.Enqueue(received);
        Func<PretendRequest, PretendReply?> step;
        lock (_script)
        {
            step = _script.Count > 1 ? _script.Dequeue() : _script.Peek();
        }

        return step(received);
    }

    private PretendReply? OfGet(string path)
    {
        Gets.Enqueue(path);
        return path switch
        {
            "/v1/health/ready" => PretendReply.OfJson(Readiness.TryDequeue(out int status) ? status : 200, new() { ["status"] = "ready" }),
            "/openapi.json" when OpenApi is not null => PretendReply.OfJson(200, OpenApi),
            "/v1/metadata" => PretendReply.OfJson(200, new() { ["version"] = "1.2.3" }),
            _ => OnGet(path) ?? new(404, "text/plain", Encoding.UTF8.GetBytes("not here")),
        };
    }
}
