using SensorSim.IntegrationTests.Authoring;
using SensorSim.IntegrationTests.Cli;
using SensorSim.IntegrationTests.Drafting;

namespace SensorSim.IntegrationTests.Documents;

/// <summary>What documents tell a reader to type does what it should, in a folder like a clone. What is not run here, other tests run.</summary>
[TestFixture]
public sealed class DocumentedCommandRunTests
{
    // They need a server, a model, an edited file or minutes.
    private static readonly (string Beginning, Type Tests)[] s_elsewhere =
    [
        ("draft", typeof(DraftCommandTests)), ("bench", typeof(BenchAndShadersTests)), ("characterize", typeof(CharacterizeTests)), ("calibrate", typeof(CharacterizeTests)),
        ("plugins new", typeof(TutorialTests)), ("plugins test build", typeof(TutorialTests)), ("render --scene card.gltf", typeof(TutorialTests)), ("render mine.yaml --watch", typeof(WatchTests)),
        ("restyle out/quickstart --style my.warmth", typeof(PluginsNewTests)), ("restyle out/quickstart --style style.onnx", typeof(StyleTests)),
        ("restyle out/quickstart --style style.http", typeof(StyleTests)), ("restyle out/pick --style style.cosmos", typeof(StyleTests)), ("selftest", typeof(SelfTestCommandTests)),
        ("plugins test", typeof(PluginsTestTests)),
    ];

    // These do something without more words; others are named in a sentence alone, and that the program knows them is a unit test.
    private static readonly string[] s_wordsAlone = ["doctor", "devices", "plugins list", "scenarios list", "scenarios schema"];

    private ReadersFolder _folder = null!;

    private static IEnumerable<DocumentedCommand> Commands => DocumentedCommand.All()
        .Where(command => !command.IsNameOnly || s_wordsAlone.Contains(command.Text, StringComparer.Ordinal))
        .Where(command => !s_elsewhere.Any(one => command.Text.StartsWith(one.Beginning, StringComparison.Ordinal)))
        .DistinctBy(command => command.Text, StringComparer.Ordinal);

    [OneTimeSetUp]
    public void MakeFolder() => _folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCaseSource(nameof(Commands))]
    public void Runs(DocumentedCommand command)
    {
        string[] typed = _folder.Typed(command.Arguments);
        if (typed.Any(word => word.Contains(ReadersFolder.FirstDataset, StringComparison.Ordinal)) && !Directory.Exists(_folder.PathOf(ReadersFolder.FirstDataset)))
            Run(["render", "scenarios/quickstart.yaml", "--samples", "1"]);
        else if (typed is ["render", "scenarios/quickstart.yaml", ..] && Directory.Exists(_folder.PathOf(ReadersFolder.FirstDataset)))
            Directory.Delete(_folder.PathOf(ReadersFolder.FirstDataset), recursive: true);
        Run(typed);
    }

    [Test]
    public void WhatOthersRun_IsInADocument() => Assert.That(
        s_elsewhere.Select(one => one.Beginning).Where(beginning => !DocumentedCommand.All().Any(command => command.Text.StartsWith(beginning, StringComparison.Ordinal))), Is.Empty);

    private void Run(string[] arguments)
    {
        ProgramRun run = ProgramRun.In(_folder.Root, arguments);
        Assert.That(run.ExitCode, Is.Zero, $"{string.Join(' ', arguments)}\n{run.Error}");
    }
}
