using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EcgChip.WeightsGen.Torch;

/// <summary>
/// Loads libtorch and TorchSharp's native library, before anything of TorchSharp is touched, from the package folders that the build
/// wrote into this assembly's metadata, or from the folder in the environment variable ECGCHIP_LIBTORCH.
/// On Linux a private copy of TorchSharp's library with one version need made weak stands in where the original does not load
/// (see <see cref="WeakVersionNeed"/>).
/// </summary>
public static class TorchLibraries
{
    private const string FolderVariable = "ECGCHIP_LIBTORCH";
    private const string AbsentVersion = "GLIBCXX_3.4.32";

    private static readonly Lazy<IntPtr> s_torchSharp = new(LoadAll);

    /// <summary>Loads the libraries once; further calls do nothing.</summary>
    /// <exception cref="InputException">They are missing or do not load on this system; the message says which.</exception>
    public static void Load()
    {
        _ = s_torchSharp.Value;
    }

    /// <summary>The file of TorchSharp's native library as its package brought it.</summary>
    public static string TorchSharpLibrary => Path.Combine(Folder("TorchSharpFolder"), TorchSharpFileName);

    private static string TorchSharpFileName =>
        OperatingSystem.IsWindows() ? "LibTorchSharp.dll" : OperatingSystem.IsMacOS() ? "libLibTorchSharp.dylib" : "libLibTorchSharp.so";

    /// <summary>In an order in which each finds what it needs already loaded; the rest of the folder (Python, tests) is not wanted.</summary>
    private static string[] LibTorchFileNames =>
        OperatingSystem.IsWindows() ? ["c10.dll", "torch_cpu.dll", "torch.dll"]
        : OperatingSystem.IsMacOS() ? ["libc10.dylib", "libtorch_cpu.dylib", "libtorch.dylib"]
        : ["libc10.so", "libtorch_cpu.so", "libtorch.so"];

    private static IntPtr LoadAll()
    {
        string folder = Folder("LibTorchFolder");
        foreach (string name in LibTorchFileNames)
            LoadOrExplain(Path.Combine(folder, name));

        string path = TorchSharpLibrary;
        IntPtr torchSharp = NativeLibrary.TryLoad(path, out IntPtr handle) ? handle
            : OperatingSystem.IsLinux() ? LoadOrExplain(CopyWithoutAbsentVersion(path))
            : LoadOrExplain(path);

        // TorchSharp asks by bare name; what is loaded answers, wherever it came from.
        NativeLibrary.SetDllImportResolver(
            typeof(TorchSharp.torch).Assembly, (name, _, _) => name == "LibTorchSharp" ? torchSharp : IntPtr.Zero);
        return torchSharp;
    }

    private static string CopyWithoutAbsentVersion(string original)
    {
        byte[] library = File.ReadAllBytes(original);
        string hash = Convert.ToHexStringLower(SHA256.HashData(library))[..16];
        string cache = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        string folder = Path.Combine(cache.Length > 0 ? cache : Path.GetTempPath(), "ecgchip", "torch", hash);
        string copy = Path.Combine(folder, Path.GetFileName(original));
        if (File.Exists(copy))
            return copy;

        WeakVersionNeed.Mark(library, AbsentVersion);
        Directory.CreateDirectory(folder);
        string unfinished = $"{copy}.{Environment.ProcessId}";
        File.WriteAllBytes(unfinished, library);
        File.Move(unfinished, copy, overwrite: true);
        return copy;
    }

    private static IntPtr LoadOrExplain(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            // The loader's own words stand in the last line; what .NET says before them is advice on finding them.
            string reason = File.Exists(path) ? exception.Message.Trim().Split('\n')[^1].Trim() : "there is no such file";
            throw new InputException(
                $"Training needs libtorch, and {path} does not load ({reason}): build weights-gen again, or set {FolderVariable} to a folder that holds it.",
                exception);
        }
    }

    private static string Folder(string key)
    {
        string? chosen = Environment.GetEnvironmentVariable(FolderVariable);
        if (!string.IsNullOrEmpty(chosen))
            return chosen;

        IEnumerable<AssemblyMetadataAttribute> metadata = typeof(TorchLibraries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        string? built = metadata.FirstOrDefault(item => item.Key == key)?.Value;
        return Directory.Exists(built)
            ? built
            : throw new InputException(
                $"Training needs libtorch, and {built} is gone: build weights-gen again, or set {FolderVariable} to a folder that holds libtorch and {TorchSharpFileName}.");
    }
}
