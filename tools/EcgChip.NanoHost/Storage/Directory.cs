namespace EcgChip.NanoHost.Storage;

/// <summary>The chip's System.IO.Directory over the attached board's flash.</summary>
public static class Directory
{
    private static IHostFileSystem Files => HostBoard.Current.Files;

    /// <summary>Makes a directory; nothing happens when it exists.</summary>
    public static DirectoryInfo CreateDirectory(string path)
    {
        Files.CreateDirectory(path);
        return new DirectoryInfo();
    }

    /// <summary>True when the directory exists.</summary>
    public static bool Exists(string path) => Files.DirectoryExists(path);

    /// <summary>Whole paths of the files in a directory. The chip promises no order.</summary>
    public static string[] GetFiles(string path) => Files.GetFiles(path);
}
