using System.Diagnostics;

namespace SensorSim.UnitTests.Controls;

/// <summary>A Python program beside ours: bytes in, bytes out.</summary>
internal static class PythonPeer
{
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>What the program writes. Ends the test as ignored where a module is not installed.</summary>
    /// <param name="module">File below Debian's Python packages; may hold *.</param>
    /// <param name="package">Debian's package.</param>
    /// <param name="program">Reads standard input, writes standard output.</param>
    /// <param name="input">Given to it.</param>
    /// <param name="arguments">sys.argv from 1 on.</param>
    public static byte[] Run(string module, string package, string program, byte[] input, params string[] arguments)
    {
        const string Modules = "/usr/lib/python3/dist-packages";
        if (!File.Exists(Interpreter) || !Directory.Exists(Modules) || Directory.GetFileSystemEntries(Modules, module).Length == 0)
        {
            Assert.Ignore($"{module} is not installed (package {package}).");
        }

        using var process = Process.Start(new ProcessStartInfo(Interpreter, ["-c", program, .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        reading.Wait();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return output.ToArray();
    }
}
