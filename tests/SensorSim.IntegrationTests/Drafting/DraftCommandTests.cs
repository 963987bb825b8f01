using System.Diagnostics;
using SensorSim.IntegrationTests.Cli;

namespace SensorSim.IntegrationTests.Drafting;

/// <summary>The command "draft": what it writes, shows and returns.</summary>
[TestFixture]
public sealed class DraftCommandTests
{
    private static readonly Dictionary<string, string?> s_noKey = new(StringComparer.Ordinal) { ["SENSORSIM_LLM_KEY"] = null };

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("draft-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_Valid_Draft_Is_Written_Shown_And_Not_Rendered()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Without("width: 64", "width: 0")), ChatReply.Of(DraftTexts.Yaml));
        string file = Path.Combine(_folder, "dim.yaml");

        ProgramRun run = Draft(server, "--out", file);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain("answer 1: 1 error").And.Contain("cameras[0].width: there is '0'").And.Contain("answer 2: valid").And.Contain("@@ -0,0 +1,").And.Contain("nothing is rendered"));
        Assert.That(run.Error.Split('\n'), Has.Some.StartsWith("-  - { name: front, width: 0,").And.Some.StartsWith("+  - { name: front, width: 64,"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.EqualTo(new[] { file }));
        Assert.That(ProgramRun.Of("validate", file).ExitCode, Is.Zero);
    }

    [Test]
    public void A_Draft_That_Stays_Wrong_Leaves_Nothing()
    {
        using var server = new ChatServer(ChatReply.Of("scenario: \"\\e[31mred\""));

        ProgramRun run = Draft(server, "--out", Path.Combine(_folder, "dim.yaml"));

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("error: still wrong after 4 answers; nothing is written").And.Contain("intent: the key is missing"));
        Assert.That(run.Error, Does.Not.Contain("\u001b"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public void A_File_That_Is_There_Is_Kept_Unless_Forced()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Without("hfov_deg: 60", "hfov_deg: 70")));
        string file = Path.Combine(_folder, "dim.yaml");
        File.WriteAllText(file, DraftTexts.Yaml);

        ProgramRun kept = Draft(server, "--out", file), changed = Draft(server, "--out", file, "--base", file, "--force");

        Assert.That((kept.ExitCode, kept.Error), Is.EqualTo((2, $"error: --out {file}: this file is there; --force replaces it\n")));
        Assert.That(server.Requests, Has.Count.EqualTo(1), "nobody was asked for the first");
        Assert.That(changed.ExitCode, Is.Zero, changed.Error);
        Assert.That(changed.Error.Split('\n').Where(line => line.StartsWith('-')), Has.One.Items.And.All.Contains("hfov_deg: 60"));
        Assert.That(File.ReadAllText(file), Does.Contain("hfov_deg: 70").And.Contain("drafted:\n  model: tiny\n"));
    }

    [TestCase("ftp://localhost", "This is no address of a server")]
    [TestCase("http://user:hunter2@localhost/v1", "This is no address of a server")]
    [TestCase("http://example.com/v1", "The key would travel to example.com unencrypted")]
    public void An_Address_Is_Checked_Before_Anything_Is_Sent(string address, string expected)
    {
        var run = ProgramRun.With(new Dictionary<string, string?>(StringComparer.Ordinal) { ["SENSORSIM_LLM_KEY"] = "k" }, "draft", "x", "--llm", address);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(expected).And.Not.Contain("hunter2"));
    }

    [Test]
    public void Without_A_Server_It_Fails_And_May_Be_Tried_Again()
    {
        var gone = new ChatServer();
        gone.Dispose();

        ProgramRun run = Draft(gone);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Contain("cannot be asked"));
    }

    [Test]
    public void Json_Tells_The_Whole_Result()
    {
        using var server = new ChatServer(ChatReply.Of(DraftTexts.Json));

        ProgramRun run = Draft(server, "--json", "--scene", "builtin:warehouse-aisle");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(((bool)run.Json["valid"]!, (int)run.Json["attempts"]!, (string)run.Json["scenario"]!), Is.EqualTo((true, 1, (string)run.Json["scenario"]!)));
        Assert.That(server.Requests[0].Message(0), Does.Contain("Lamps: ceiling_1, ceiling_2, ceiling_3").And.Contain("must be \"builtin:warehouse-aisle\""));
    }

    [Test]
    public void An_Interrupt_Ends_The_Waiting()
    {
        using var server = new ChatServer(ChatReply.Silent());
        using Process process = ProgramRun.Start(s_noKey, "draft", "x", "--llm", server.Address, "--out", Path.Combine(_folder, "a.yaml"));
        SpinWait.SpinUntil(() => server.Requests.Count > 0, TimeSpan.FromMinutes(1));
        using (Process kill = Process.Start("/usr/bin/env", ["kill", "-INT", $"{process.Id}"])) kill.WaitForExit();
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.EqualTo(130));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
    }

    private static ProgramRun Draft(ChatServer server, params string[] more) => ProgramRun.With(s_noKey, ["draft", "a dim aisle", "--llm", server.Address, "--model", "tiny", .. more]);
}
