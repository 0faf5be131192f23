using System.Collections.Generic;

namespace EcgChip.ChipCheck.ChipApi;

/// <summary>A nanoFramework package: what it is called, and the one assembly in it.</summary>
/// <param name="Id">Package id.</param>
/// <param name="Version">Version of the set that fits together.</param>
/// <param name="Assembly">Simple name of its assembly.</param>
/// <param name="Dependencies">Ids of the packages that it needs directly.</param>
/// <param name="Development">True for a package that tests on the device use and firmware never does.</param>
public sealed record ChipPackage(string Id, string Version, string Assembly, IReadOnlyList<string> Dependencies, bool Development = false)
{
    /// <summary>Public key that all nanoFramework assemblies are signed with.</summary>
    public const string PublicKeyToken = "c07d481e9758c731";

    /// <summary>Version of the assembly: the package's, with a fourth part of 0.</summary>
    public string AssemblyVersion => Version + ".0";
}
