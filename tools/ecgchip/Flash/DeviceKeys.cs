using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using EcgChip.Link;
using EcgChip.Records.Link;

namespace EcgChip.Cli.Flash;

/// <summary>
/// The keys of the devices that were flashed here: a file each, named after the device's id, that nobody but its owner may read. Whoever has a device's
/// key can read what it sends.
/// </summary>
internal sealed class DeviceKeys
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder;

    /// <summary>Keys in a folder; in the user's own settings where none is given.</summary>
    public DeviceKeys(string? folder) => _folder = Path.GetFullPath(
        folder ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ecgchip", "keys"));

    /// <summary>Where they are.</summary>
    public string Folder => _folder;

    /// <summary>Where a device's key stands.</summary>
    public string FileOf(long deviceId) => Path.Combine(_folder, DeviceHello.Text(deviceId) + ".key");

    /// <summary>Where a device's link key stands, for whoever may collect its records and not make any.</summary>
    public string LinkFileOf(long deviceId) => Path.Combine(_folder, DeviceHello.Text(deviceId) + ".link");

    /// <summary>The key of a device that was flashed here; null where there is none.</summary>
    /// <exception cref="UnusableInputException">The file that is there is no key, or cannot be read.</exception>
    public byte[]? Find(long deviceId) => ReadIfThere(FileOf(deviceId));

    /// <summary>The link key of a device that was handed to this user; null where there is none.</summary>
    /// <exception cref="UnusableInputException">The file that is there is no key, or cannot be read.</exception>
    public byte[]? FindLink(long deviceId) => ReadIfThere(LinkFileOf(deviceId));

    /// <summary>The key of a device: the one that it was given before, else a new one, which stands in its file before anybody uses it.</summary>
    /// <exception cref="UnusableInputException">The file that is there is no key, or none can be written.</exception>
    public byte[] KeyOf(long deviceId)
    {
        string file = FileOf(deviceId);
        try
        {
            return File.Exists(file) ? Read(file) : Make(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                $"The device's key cannot be kept in {file} ({exception.Message.TrimEnd('.')}): give --keys a folder that is yours.", exception);
        }
    }

    private static byte[]? ReadIfThere(string file)
    {
        try
        {
            return File.Exists(file) ? Read(file) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The key {file} cannot be read ({exception.Message.TrimEnd('.')}): give --keys a folder that is yours.", exception);
        }
    }

    private static byte[] Read(string file)
    {
        string text = File.ReadAllText(file).Trim();
        return text.Length == 2 * LinkSetting.KeyBytes && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new UnusableInputException($"{file} holds no key: put the right one there, or move the file away to give the device a new one.");
    }

    private byte[] Make(string file)
    {
        byte[] key = RandomNumberGenerator.GetBytes(LinkSetting.KeyBytes);
        if (OperatingSystem.IsWindows())
        {
            // the user's own settings folder is nobody else's there
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, OwnerReadsAndWrites | UnixFileMode.UserExecute);
        }

        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerReadsAndWrites;
        }

        using StreamWriter writer = new(new FileStream(file, options));
        writer.WriteLine(Convert.ToHexStringLower(key));
        return key;
    }
}
