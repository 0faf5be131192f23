using System.Globalization;

namespace EcgChip.Hub.Devices;

/// <summary>A device's id as people and addresses have it: 16 upper-case hexadecimal digits.</summary>
public static class DeviceId
{
    /// <summary>Digits of an id.</summary>
    public const int Digits = 16;

    /// <summary>The id's text.</summary>
    public static string Text(long id) => id.ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>Reads an id; small letters are taken, too.</summary>
    /// <returns>False where it has another length, other signs, or is 0, which no device is.</returns>
    public static bool TryParse(string? text, out long id)
    {
        id = 0;
        return text is { Length: Digits } && long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out id) && id != 0;
    }
}
