using System;
using System.Collections.Generic;
using System.IO;

namespace EcgChip.Cli.Output;

/// <summary>
/// A folder that gets all of a run's files or none: they grow under other names, and <see cref="Commit"/> gives them their own. Disposed before that, it
/// leaves everything as it was.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private const string Unfinished = ".unfinished";

    private readonly string folder;
    private readonly string option;
    private readonly List<string> staged = [];
    private readonly List<string> made = [];

    /// <summary>Makes the folder where it is missing, and tries whether it can be written to.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="UnusableInputException">It is a file, or cannot be made or written to.</exception>
    public OutputFolder(string path, string option = "--out")
    {
        this.option = option;
        folder = Path.GetFullPath(path);
        if (File.Exists(folder))
        {
            throw new UnusableInputException($"{option} {path} is a file: give a folder.");
        }

        for (DirectoryInfo? missing = new(folder); missing is { Exists: false }; missing = missing.Parent)
        {
            made.Add(missing.FullName);
        }

        try
        {
            Directory.CreateDirectory(folder);
            string trial = Path.Combine(folder, Path.GetRandomFileName());
            using FileStream file = new(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new UnusableInputException(
                $"{option} {path} cannot be written to ({exception.Message.TrimEnd('.')}): give a folder that you may write to.", exception);
        }
    }

    /// <summary>The path that a file will have.</summary>
    public string this[string name] => Path.Combine(folder, name);

    /// <summary>Announces a file.</summary>
    /// <returns>The path to write it to.</returns>
    /// <exception cref="UnusableInputException">A folder stands in its place.</exception>
    public string Stage(string name)
    {
        if (Directory.Exists(this[name]))
        {
            throw new UnusableInputException($"{this[name]} is a folder where a file has to go: give another folder with {option}.");
        }

        staged.Add(name);
        return this[name] + Unfinished;
    }

    /// <summary>Gives every file its own name; one that had that name is replaced.</summary>
    public void Commit()
    {
        foreach (string name in staged)
        {
            File.Move(this[name] + Unfinished, this[name], overwrite: true);
        }

        staged.Clear();
        made.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string name in staged)
        {
            File.Delete(this[name] + Unfinished);
        }

        // deepest first; one that somebody else put something into stays
        foreach (string path in made)
        {
            if (Directory.Exists(path) && Directory.GetFileSystemEntries(path).Length == 0)
            {
                Directory.Delete(path);
            }
        }
    }
}
