using System;
using System.IO;

namespace EcgChip.Hub.Security;

/// <summary>The folder of the key ring, which only the hub's own user may read.</summary>
internal static class KeyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    internal static DirectoryInfo Open(string path)
    {
        try
        {
            DirectoryInfo folder = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
            if (!OperatingSystem.IsWindows() && folder.UnixFileMode != OwnerOnly)
            {
                folder.UnixFileMode = OwnerOnly;
            }

            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HubException($"The folder of keys {path} cannot be used ({exception.Message.TrimEnd('.')}): name another with --keys.", exception);
        }
    }
}
