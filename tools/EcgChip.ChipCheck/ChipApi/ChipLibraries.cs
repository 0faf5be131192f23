using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace EcgChip.ChipCheck.ChipApi;

/// <summary>
/// The nanoFramework libraries that the chip's image has: one consistent set of packages, and for each the list of its public names.
/// Both are data files of this program (folder api).
/// </summary>
public sealed class ChipLibraries
{
    /// <summary>Assembly that every other one stands on.</summary>
    public const string CoreLibrary = "mscorlib";

    private static readonly JsonSerializerOptions JsonOptions = new() { PropertyNameCaseInsensitive = true };
    private static readonly Lazy<ChipLibraries> Loaded = new(() => new ChipLibraries(ReadPackages()));
    private readonly Dictionary<string, ChipPackage> _byAssembly;
    private readonly Dictionary<string, ChipPackage> _byId;

    private ChipLibraries(IReadOnlyList<ChipPackage> packages)
    {
        Packages = packages;
        _byAssembly = packages.ToDictionary(package => package.Assembly, StringComparer.Ordinal);
        _byId = packages.ToDictionary(package => package.Id, StringComparer.Ordinal);
    }

    /// <summary>The set that this repository pins.</summary>
    public static ChipLibraries Default => Loaded.Value;

    /// <summary>Every package of the set, in the order of the data file.</summary>
    public IReadOnlyList<ChipPackage> Packages { get; }

    /// <summary>Assemblies that firmware may use: all but those for tests on the device.</summary>
    public IEnumerable<string> FirmwareAssemblies =>
        Packages.Where(package => !package.Development).Select(package => package.Assembly);

    /// <summary>Assemblies that tests on the device may use: all.</summary>
    public IEnumerable<string> TestAssemblies => Packages.Select(package => package.Assembly);

    /// <summary>The package that brings an assembly, or null where it is none of the chip's libraries.</summary>
    public ChipPackage? PackageOf(string assembly) => _byAssembly.GetValueOrDefault(assembly);

    /// <summary>
    /// The packages of some assemblies and whatever these need on the chip, in the order of the data file. An assembly that is none of the
    /// chip's libraries is passed by.
    /// </summary>
    public IReadOnlyList<ChipPackage> Closure(IEnumerable<string> assemblies)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<ChipPackage>(assemblies.Select(PackageOf).OfType<ChipPackage>());
        while (open.TryPop(out ChipPackage? package))
        {
            if (!wanted.Add(package.Id))
            {
                continue;
            }

            foreach (string dependency in package.Dependencies)
            {
                open.Push(_byId[dependency]);
            }
        }

        return Packages.Where(package => wanted.Contains(package.Id)).ToList();
    }

    /// <summary>Text of the list of an assembly's public names.</summary>
    /// <exception cref="InvalidOperationException">There is no such list.</exception>
    public static string ReadList(string assembly) => ReadResource($"api/{assembly}.txt");

    private static List<ChipPackage> ReadPackages() =>
        JsonSerializer.Deserialize<List<ChipPackage>>(ReadResource("api/packages.json"), JsonOptions)!;

    private static string ReadResource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its data file {name}; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
