using System.Security.Cryptography;
using System.Text;
using SensorSim.Hosting.Drafting;
using SensorSim.Hosting.Plugins;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Drafts;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.IntegrationTests.Drafting;

/// <summary>The conversation with a model, against a server that answers well, badly, slowly and maliciously.</summary>
[TestFixture]
public sealed class ScenarioDraftingTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(2);

    private readonly List<TimeSpan> _pauses = [];
    private readonly List<DraftAttempt> _attempts = [];
    private PluginCatalog _catalog = null!;
    private string _folder = "";

    [OneTimeSetUp]
    public void LoadPlugins() => _catalog = PluginCatalog.Load([Path.Combine(AppContext.BaseDirectory, "plugins")]);

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("draft-").FullName;
        _pauses.Clear();
        _attempts.Clear();
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_Right_Answer_Is_A_Scenario_With_Its_Provenance()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Json));

        DraftAttempt draft = Draft(server);

        Assert.That(draft.Errors, Is.Empty);
        Scenario scenario = Read(draft.Yaml!);
        Assert.That((scenario.Id, scenario.Cousins.Count, scenario.Cameras[0].Sensor[0].Use), Is.EqualTo(("dim", 3, "camera.noise")));
        DraftProvenance drafted = scenario.Drafted!;
        Assert.That((drafted.Model, drafted.Endpoint, drafted.Prompt, drafted.Attempts), Is.EqualTo(("local", server.Address, "a dim aisle", 1)));
        Assert.That(drafted.ResponseSha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DraftTexts.Json)))));
        ChatRequest request = server.Requests.Single();
        Assert.That(drafted.PromptSha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Body.ToJsonString())))));
        Assert.That(request.Line, Is.EqualTo("POST /v1/chat/completions HTTP/1.1"));
        Assert.That(request.Body["response_format"]!["json_schema"]!["schema"]!["$defs"]!["scenario"]!["properties"]!.AsObject().Select(key => key.Key), Does.Contain("cousins").And.Not.Contain("drafted").And.Not.Contain("extends"));
        Assert.That(request.Message(-1), Is.EqualTo("a dim aisle"));
    }

    [TestCase("```yaml\n{0}\n```")]
    [TestCase("<think>\nscenario: no\n```yaml\na: 1\n```\n</think>\nHere it is:\n\n```\n{0}\n```\nI hope it helps.")]
    [TestCase("\n\n{0}\n")]
    public void Fences_And_Thoughts_Are_Taken_Off(string around)
    {
        using var server = new ChatServer(ChatReply.Of(around.Replace("{0}", DraftTexts.Yaml, StringComparison.Ordinal)));

        DraftAttempt draft = Draft(server);

        Assert.That((draft.IsValid, draft.Number), Is.EqualTo((true, 1)), string.Join('\n', draft.Errors));
        Assert.That(draft.Yaml, Does.StartWith("scenario: dim\nversion: 1.0.0\nintent:\n  failure_mode: dim light\n").And.Not.Contain("in front"));
    }

    [Test]
    public void Errors_Go_Back_And_A_Mended_Answer_Is_Taken()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Without("width: 64", "widht: 64")), ChatReply.Of(DraftTexts.Without("builtin:warehouse-aisle", "builtin:warehouse")), ChatReply.Of(DraftTexts.Yaml));

        DraftAttempt draft = Draft(server);

        Assert.That((draft.IsValid, draft.Number, Read(draft.Yaml!).Drafted!.Attempts), Is.EqualTo((true, 3, 3)));
        Assert.That(server.Requests[1].Message(-1), Does.Contain("cameras[0].widht: the key is unknown").And.Contain("did you mean 'width'?"));
        Assert.That(server.Requests[1].Message(-2), Does.Contain("widht: 64"));
        Assert.That(server.Requests[2].Message(-1), Does.Contain("Did you mean \"warehouse-aisle\"?").And.Not.Contain("widht"));
        Assert.That(server.Requests[2].Messages, Has.Count.EqualTo(4), "only the last answer is repeated");
        Assert.That(_attempts.Select(attempt => attempt.Errors.Count), Is.EqualTo(new[] { 1, 1, 0 }).Or.EqualTo(new[] { 2, 1, 0 }));
    }

    [Test]
    public void What_Stays_Wrong_Is_Repaired_Three_Times()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Without("hfov_deg: 60", "hfov_deg: 600")));

        DraftAttempt draft = Draft(server);

        Assert.That((draft.IsValid, draft.Number, server.Requests.Count), Is.EqualTo((false, 4, 4)));
        Assert.That(draft.Errors.Single().ToString(), Does.Contain("cameras[0].hfov_deg: there is '600'"));
    }

    [Test]
    public void A_Server_Without_Schemas_Is_Told_The_Schema_In_Words()
    {
        using var server = new ChatServer(ChatReply.Error("400 Bad Request", "response_format is not supported"), ChatReply.Of("no"), ChatReply.Of(DraftTexts.Yaml));

        Assert.That(Draft(server).IsValid, Is.True);
        Assert.That(server.Requests.Select(request => request.HasSchema), Is.EqualTo(new[] { true, false, false }));
        Assert.That(server.Requests[1].Message(0), Does.Contain("\"$defs\":{"));
    }

    [TestCase("scene: builtin:warehouse-aisle", "scene: ../../secret.glb", "scene: '../../secret.glb' leads out of the scenario's folder")]
    [TestCase("scene: builtin:warehouse-aisle", "scene: /etc/passwd", "scene: '/etc/passwd' leads out of the scenario's folder")]
    [TestCase("scene: builtin:warehouse-aisle", "scene: \"C:\\\\a.glb\"", "leads out of the scenario's folder")]
    [TestCase("scene: builtin:warehouse-aisle", "scene: builtin:warehouse-aisle\nenvironment: { hdr: \"a/../../b.hdr\" }", "environment.hdr: 'a/../../b.hdr' leads out of the scenario's folder")]
    [TestCase("scene: builtin:warehouse-aisle", "scene: builtin:warehouse-aisle\ncousins: { vary: { parameters.a: { empirical: { file: ~/a.csv, column: b } } } }", "leads out of the scenario's folder")]
    [TestCase("scene: builtin:warehouse-aisle", "scene: builtin:warehouse-aisle\nextends: base.yaml", "extends: a draft takes over no other file, and there is 'base.yaml'")]
    [TestCase("scene: builtin:warehouse-aisle", "scene: builtin:warehouse-aisle\ndrafted: { model: me }", "drafted: the program writes this block itself")]
    [TestCase("height: 48,", "height: 48, sensor: [ { use: camera.rootkit } ],", "There is no sensor or lens plugin \"camera.rootkit\"")]
    public void What_A_Draft_May_Not_Name_Is_Refused(string right, string wrong, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "base.yaml"), DraftTexts.Yaml);
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Without(right, wrong)));

        DraftAttempt draft = Draft(server);

        Assert.That(draft.IsValid, Is.False);
        Assert.That(draft.Errors.Select(error => error.ToString()), Has.One.Contains(expected));
    }

    [TestCase("a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d]", "it holds more than 100000 values")]
    [TestCase("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "values are nested more than 32 deep")]
    [TestCase("{\"scenario\": ", "not valid YAML")]
    [TestCase("I would rather not.", "expected a mapping of keys to values")]
    [TestCase("", "the answer is empty")]
    [TestCase("a: !!python/object/apply:os.system [reboot]", "the tag 'tag:yaml.org,2002:python/object/apply:os.system' has no meaning here")]
    public void What_Is_No_Scenario_Is_An_Error(string answer, string expected)
    {
        using var server = new ChatServer(ChatReply.Of(answer));

        Assert.That(Draft(server).Errors.Select(error => error.ToString()), Has.One.Contains(expected));
    }

    [Test]
    public void An_Answer_That_Was_Cut_Off_Is_Asked_For_Again()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Yaml, "length"), ChatReply.Of(DraftTexts.Yaml));

        Assert.That((Draft(server).Number, server.Requests.Count), Is.EqualTo((2, 2)));
    }

    [Test]
    public void A_Text_That_Terminals_Obey_Is_Written_As_Escapes()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Without("dim light", "\"\\e[2J\\x07 dim \\u202E thgil\"")));

        DraftAttempt draft = Draft(server);

        Assert.That(draft.IsValid, Is.True, string.Join('\n', draft.Errors));
        Assert.That(draft.Yaml!.Where(letter => char.IsControl(letter) && letter != '\n'), Is.Empty);
        Assert.That(draft.Yaml, Does.Contain("\\U0000001B[2J\\U00000007 dim \\U0000202E"));
        Assert.That(Read(draft.Yaml).Intent!.FailureMode, Is.EqualTo("\u001b[2J\a dim \u202e thgil"));
    }

    [Test]
    public void The_Scene_That_Was_Asked_For_Is_Insisted_On()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Yaml));

        DraftAttempt draft = Draft(server, scene: "builtin:workbench");

        Assert.That(draft.Errors.Select(error => error.ToString()), Has.One.Contains("scene: there is 'builtin:warehouse-aisle'; expected builtin:workbench"));
    }

    [Test]
    public void A_Base_Is_Shown_And_Its_Paths_May_Stay()
    {
        string own = DraftTexts.Without("scene: builtin:warehouse-aisle", "scene: ../aisle.glb");
        using var server = new ChatServer(ChatReply.Of(own));

        DraftAttempt draft = Draft(server, before: own);

        Assert.That(server.Requests[0].Message(-1), Does.Contain("scene: ../aisle.glb").And.EndWith("The change: a dim aisle"));
        Assert.That(draft.Errors.Select(error => error.ToString()), Has.None.Contains("leads out"));
    }

    [TestCase("429 Too Many Requests", "Retry-After: 7\r\n", 7)]
    [TestCase("503 Service Unavailable", "", 2)]
    [TestCase("503 Service Unavailable", "Retry-After: 999999\r\n", 60)]
    public void A_Busy_Server_Is_Asked_Again_After_A_Pause(string status, string headers, int seconds)
    {
        using var server = new ChatServer(ChatReply.Error(status, "busy", headers), ChatReply.Of(DraftTexts.Yaml));

        Assert.That(Draft(server).IsValid, Is.True);
        Assert.That(_pauses, Is.EqualTo(new[] { TimeSpan.FromSeconds(seconds) }));
    }

    [Test]
    public void A_Server_That_Stays_Busy_Is_Left_Alone()
    {
        using var server = new ChatServer(ChatReply.Error("429 Too Many Requests", "busy"));

        DraftException failure = Failure(server);

        Assert.That((failure.IsRequestWrong, failure.Message), Is.EqualTo((false, $"{server.Address} answers 429 (TooManyRequests): busy")));
        Assert.That(_pauses.Select(pause => pause.TotalSeconds), Is.EqualTo(new[] { 2.0, 4, 8, 16 }));
    }

    private static readonly TestCaseData[] s_refused =
    [
        new(ChatReply.Whole("307 Temporary Redirect", "Location: http://example.com/steal\r\n", ""), "sends to http://example.com/steal, which is not followed"),
        new(ChatReply.Whole("200 OK", "Content-Type: text/html\r\n", "<html>"), "answers with text/html and not with application/json"),
        new(ChatReply.Whole("200 OK", "", "{}"), "answers with no content type"),
        new(ChatReply.Json("{\"choices\": ["), "The answer is no chat completion"),
        new(ChatReply.Json("[]"), "The answer is no chat completion"),
        new(ChatReply.Json("{\"choices\": []}"), "The answer is no chat completion"),
        new(ChatReply.Json("{\"choices\": [{\"message\": {\"content\": 3}}]}"), "The answer is no chat completion"),
        new(ChatReply.Json(new string('[', 100_000)), "The answer is no chat completion"),
        new(ChatReply.Json($"\"{new string('a', 2 << 20)}\""), "The answer has more than 1048576 bytes"),
        new(ChatReply.Endless(), "The answer has more than 1048576 bytes"),
        new(ChatReply.Error("401 Unauthorized", "no key"), "answers 401 (Unauthorized): no key"),
        new(ChatReply.Error("500 Internal Server Error", "out of memory"), "answers 500 (InternalServerError): out of memory"),
        new(ChatReply.Json("{\"error\": \"a\", \"error\": \"b\"}", "500 Internal Server Error"), "answers 500 (InternalServerError): {\"error\""),
        new(ChatReply.Whole("404 Not Found", "Content-Type: text/plain\r\n", new string('x', 5000)), "answers 404 (NotFound): xxx"),
        new(ChatReply.Json("{\"echo\": \"Bearer secret-key\"}"), "sends the key back"),
        new(new ChatReply((stream, _) => { stream.Close(); return Task.CompletedTask; }), "cannot be asked"),
    ];

    [TestCaseSource(nameof(s_refused))]
    public void What_Is_No_Answer_Ends_The_Draft(object reply, string expected)
    {
        using var server = new ChatServer((ChatReply)reply);

        Assert.That(Failure(server).Message, Does.Contain(expected).And.Length.LessThan(500));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")]
    public void A_Slow_Server_Is_Not_Waited_For(string beginning)
    {
        using var server = new ChatServer(ChatReply.Silent(beginning));

        Assert.That(Failure(server, TimeSpan.FromMilliseconds(200)).Message, Does.Contain("gave no whole answer within 0.2 seconds"));
    }

    [Test]
    public void Waiting_Can_Be_Ended()
    {
        using var server = new ChatServer(ChatReply.Silent());
        using var stop = new CancellationTokenSource(100);

        Assert.That(() => DraftAsync(server, s_long, stop.Token).GetAwaiter().GetResult(), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void The_Key_Goes_Into_The_Header_Alone()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Yaml));

        DraftAttempt draft = Draft(server);

        Assert.That(server.Requests[0].Headers, Does.Contain("Authorization: Bearer secret-key"));
        Assert.That(server.Requests[0].Body.ToJsonString() + draft.Yaml, Does.Not.Contain("secret-key"));
    }

    private DraftAttempt Draft(ChatServer server, string? scene = null, string? before = null) => DraftAsync(server, s_long, CancellationToken.None, scene, before).GetAwaiter().GetResult();

    private DraftException Failure(ChatServer server, TimeSpan? timeout = null) =>
        Assert.Throws<DraftException>(() => DraftAsync(server, timeout ?? s_long, CancellationToken.None).GetAwaiter().GetResult())!;

    private async Task<DraftAttempt> DraftAsync(ChatServer server, TimeSpan timeout, CancellationToken stop, string? scene = null, string? before = null)
    {
        ChatSettings settings = ChatSettings.Of(server.Address, "local", "secret-key") with { Timeout = timeout };
        using var client = new ChatClient(settings, (pause, _) =>
        {
            _pauses.Add(pause);
            return Task.CompletedTask;
        });
        var request = new DraftRequest("a dim aisle", Path.Combine(_folder, "own.yaml")) { Scene = scene, Base = before };
        return await new ScenarioDrafting(client, settings, new DraftCheck(_catalog), DraftSchema.Of(_catalog)).DraftAsync(request, _attempts.Add, stop);
    }

    private Scenario Read(string yaml) => ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), Path.Combine(_folder, "own.yaml")).OrThrow();
}
