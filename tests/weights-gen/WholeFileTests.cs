using System.IO;
using System.Linq;

namespace EcgChip.WeightsGen.Tests;

public sealed class WholeFileTests
{
    [Fact]
    public void What_is_written_replaces_what_was_there_and_nothing_stays_beside_it()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.File("new"), "some.txt");

        WholeFile.WriteText(path, "first and long");
        File.WriteAllText(WholeFile.UnfinishedOf(path), "of a program that was killed, longer than all");
        WholeFile.WriteText(path, "second");

        Assert.Equal("second", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.File("new")));
    }

    [Fact]
    public void What_cannot_be_written_is_said_in_a_sentence_and_leaves_nothing()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("file"), "no folder");
        Directory.CreateDirectory(folder.File("folder"));

        Assert.Throws<InputException>(() => WholeFile.WriteText(Path.Combine(folder.File("file"), "some.txt"), "text"));
        Assert.Throws<InputException>(() => WholeFile.WriteBytes(folder.File("folder"), [1]));
        Assert.Throws<InputException>(() => WholeFile.WriteText(string.Empty, "text"));
        Assert.Equal(["file", "folder"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void What_a_killed_program_left_can_be_discarded()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(WholeFile.UnfinishedOf(folder.File("some")), "half");

        WholeFile.Discard(folder.File("some"));
        WholeFile.Discard(folder.File("none"));
        WholeFile.Discard(Path.Combine(folder.File("no"), "none"));

        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
