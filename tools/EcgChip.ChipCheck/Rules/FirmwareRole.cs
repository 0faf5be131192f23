using System;

namespace EcgChip.ChipCheck.Rules;

/// <summary>What an assembly of the firmware is, which says what it may use.</summary>
public enum FirmwareRole
{
    /// <summary>Signal, Inference and Records: the same bits on the chip, on the desktop and in a test.</summary>
    Pure,

    /// <summary>Models.*: generated weights.</summary>
    Model,

    /// <summary>Device and whatever else: the program, which knows the board.</summary>
    Program,
}

/// <summary>Roles by name.</summary>
public static class FirmwareRoles
{
    private const string Prefix = "EcgChip.";
    private const string ModelPrefix = Prefix + "Models.";

    /// <summary>The role of an assembly of that name.</summary>
    public static FirmwareRole Of(string assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        return assemblyName switch
        {
            Prefix + "Signal" or Prefix + "Inference" or Prefix + "Records" => FirmwareRole.Pure,
            _ when assemblyName.StartsWith(ModelPrefix, StringComparison.Ordinal) => FirmwareRole.Model,
            _ => FirmwareRole.Program,
        };
    }
}
