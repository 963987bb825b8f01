using System.Runtime.InteropServices;

namespace SensorSim.UnitTests.Files;

/// <summary>
/// Takes root's right to read everything from the current thread, for permissions to mean something where tests run as root; changes nothing for
/// anybody else.
/// </summary>
internal sealed partial class OrdinaryUser : IDisposable
{
    private const int Nobody = 65534;

    private readonly int _before = ChangeFileUser(Nobody);

    public void Dispose() => _ = ChangeFileUser(_before);

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int ChangeFileUser(int user);
}
