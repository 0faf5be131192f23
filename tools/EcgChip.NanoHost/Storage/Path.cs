namespace EcgChip.NanoHost.Storage;

/// <summary>The chip's System.IO.Path: a path is a drive and names, "I:\log\1.seg", whatever the desktop's separator is.</summary>
public static class Path
{
    private const char Separator = '\\';

    /// <summary>Joins two parts of a path.</summary>
    public static string Combine(string path1, string path2)
    {
        if (path1.Length == 0 || path2.Length == 0)
        {
            return path1 + path2;
        }

        return path1[^1] == Separator ? path1 + path2 : path1 + Separator + path2;
    }

    /// <summary>What follows the last separator.</summary>
    public static string GetFileName(string path) => path[(path.LastIndexOf(Separator) + 1)..];

    /// <summary>A file's name without its extension.</summary>
    public static string GetFileNameWithoutExtension(string path)
    {
        string name = GetFileName(path);
        int dot = name.LastIndexOf('.');
        return dot < 0 ? name : name[..dot];
    }
}
