using System;
using System.IO;
using EcgChip.Testing;
using EcgChip.WeightsGen.Commands;

namespace EcgChip.WeightsGen.Tests.Commands;

[Collection("console")]
public sealed class MapCommandTests
{
    [SkippableFact]
    public void A_map_is_the_same_picture_each_time_and_another_by_another_seed()
    {
        SharedData.Mitdb();
        using TemporaryFolder folder = new();

        byte[] first = Draw(folder.File("first.png"), "1");
        byte[] second = Draw(folder.File("second.png"), "1");
        byte[] other = Draw(folder.File("other.png"), "2");

        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(first, 1, 3));
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(3, Directory.GetFiles(folder.Path).Length);
    }

    [Theory]
    [InlineData("map", "seed", "--data", ".", "--out", "map.jpg")]
    [InlineData("map", "seed", "--data", ".", "--beats", "3")]
    [InlineData("map", "seed", "--data", "nowhere-at-all")]
    [InlineData("map", "nothing", "--data", ".")]
    [InlineData("report")]
    [InlineData("report", "seed")]
    [InlineData("report", "nothing", "--data", ".")]
    [InlineData("report", "seed", "--data", "nowhere-at-all")]
    [InlineData("report", "seed", "--data", ".", "--chip", "nowhere.json")]
    [InlineData("report", "seed", "--data", ".", "--epochs", "nowhere.csv")]
    [InlineData("report", "seeds", "seed", "some.safetensors", "--data", ".")]
    [InlineData("report", "seeds", "bedside", "nowhere.safetensors", "--data", ".")]
    [InlineData("report", "seeds", "bedside", "--data", ".")]
    [InlineData("report", "seeds", "bedside", "some.safetensors", "--data", ".", "--on", "ds1")]
    public void What_cannot_be_used_is_refused_in_a_sentence_and_nothing_is_written(params string[] args)
    {
        TextWriter errors = Console.Error;
        using StringWriter captured = new();
        Console.SetError(captured);
        try
        {
            Assert.Equal(ExitCode.Unusable, CommandLine.Run(args));
        }
        finally
        {
            Console.SetError(errors);
        }

        Assert.Single(captured.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists("map.jpg"));
    }

    private static byte[] Draw(string file, string seed)
    {
        TextWriter output = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            Assert.Equal(ExitCode.Done, CommandLine.Run(["map", "seed", "--data", SharedData.Directory, "--beats", "60", "--seed", seed, "--out", file]));
        }
        finally
        {
            Console.SetOut(output);
        }

        return File.ReadAllBytes(file);
    }
}
