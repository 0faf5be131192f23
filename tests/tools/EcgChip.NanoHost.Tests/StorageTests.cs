using System;
using System.IO;
using Directory = EcgChip.NanoHost.Storage.Directory;
using File = EcgChip.NanoHost.Storage.File;
using FileStream = EcgChip.NanoHost.Storage.FileStream;
using Path = EcgChip.NanoHost.Storage.Path;

namespace EcgChip.NanoHost.Tests;

public sealed class StorageTests : IDisposable
{
    private const string Name = @"I:\log\00000001.seg";

    private readonly TestBoard board = new();
    private readonly IDisposable attachment;

    public StorageTests() => attachment = HostBoard.Attach(board);

    public void Dispose() => attachment.Dispose();

    [Fact]
    public void Written_bytes_are_read_back_where_they_were_written()
    {
        using FileStream stream = new(Name, FileMode.OpenOrCreate);
        stream.Write([1, 2, 3, 4], 0, 4);
        stream.Seek(-3, SeekOrigin.End);
        stream.Write([9], 0, 1);
        stream.Position = 0;
        byte[] buffer = new byte[6];

        Assert.Equal(4, stream.Read(buffer, 1, 5));
        Assert.Equal([0, 1, 9, 3, 4, 0], buffer);
        Assert.Equal(0, stream.Read(buffer, 0, 1));
        stream.SetLength(2);
        Assert.Equal(2, stream.Length);
        Assert.Equal(2, stream.Position);
    }

    [Fact]
    public void Bytes_are_safe_once_the_file_is_closed_and_not_by_flushing()
    {
        FileStream stream = new(Name, FileMode.Create, FileAccess.Write);
        stream.Write([1], 0, 1);
        stream.Flush();

        Assert.Empty(board.Store.Flushed);
        stream.Close();
        Assert.Equal([Name], board.Store.Flushed);
        Assert.Throws<ObjectDisposedException>(() => stream.Write([1], 0, 1));
    }

    [Fact]
    public void Appending_starts_at_the_end_and_stays_behind_it()
    {
        File.WriteAllBytes(Name, [1, 2]);
        using (FileStream stream = new(Name, FileMode.Append))
        {
            stream.Write([3], 0, 1);
            Assert.Throws<ArgumentException>(() => stream.Position = 1);
            Assert.Throws<NotSupportedException>(() => stream.Read(new byte[1], 0, 1));
        }

        Assert.Equal([1, 2, 3], File.ReadAllBytes(Name));
    }

    [Fact]
    public void Modes_say_what_they_need()
    {
        Assert.Throws<IOException>(() => new FileStream(Name, FileMode.Open));
        Assert.Throws<IOException>(() => new FileStream(Name, FileMode.Truncate));
        Assert.Throws<ArgumentException>(() => new FileStream(Name, FileMode.Create, FileAccess.Read));
        File.WriteAllBytes(Name, [1]);
        Assert.Throws<IOException>(() => new FileStream(Name, FileMode.CreateNew));
        using FileStream reading = File.OpenRead(Name);
        Assert.Throws<NotSupportedException>(() => reading.Write([1], 0, 1));
        Assert.Throws<ArgumentException>(() => reading.Position = 2);
    }

    [Fact]
    public void Files_are_listed_moved_and_removed()
    {
        Directory.CreateDirectory(@"I:\log");
        File.WriteAllBytes(Name, [1]);
        File.Move(Name, @"I:\log\2.seg");

        Assert.Equal([@"I:\log\2.seg"], Directory.GetFiles(@"I:\log"));
        Assert.Throws<IOException>(() => File.Move(Name, @"I:\log\3.seg"));
        File.Delete(@"I:\log\2.seg");
        File.Delete(@"I:\log\2.seg");
        Assert.False(File.Exists(@"I:\log\2.seg"));
    }

    [Fact]
    public void Paths_are_the_chips_whatever_the_desktops_separator_is()
    {
        Assert.Equal(@"I:\log\a.seg", Path.Combine(@"I:\log", "a.seg"));
        Assert.Equal(@"I:\a.seg", Path.Combine(@"I:\", "a.seg"));
        Assert.Equal("a.seg", Path.GetFileName(@"I:\log\a.seg"));
        Assert.Equal("a", Path.GetFileNameWithoutExtension(@"I:\log\a.seg"));
    }
}
