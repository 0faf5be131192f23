using System.Globalization;
using System.Text.RegularExpressions;

namespace EcgChip.Cli.Flash;

/// <summary>What nanoff says of the chip at a port.</summary>
/// <param name="Description">The line that names it: "ESP32 (ESP32-D0WD-V3 (revision v3.0))".</param>
/// <param name="Type">"ESP32", "ESP32-S3", ...</param>
/// <param name="Revision">Major revision of its silicon; null where that is not said.</param>
internal sealed partial record ChipDetails(string Description, string Type, int? Revision)
{
    private const int LeastRevision = 3;

    /// <summary>True for the chip that the image is for: an ESP32 of revision 3 and on, not one of its successors.</summary>
    public bool Fits => Type == "ESP32" && Revision >= LeastRevision;

    /// <summary>Reads what nanoff printed; null where no chip is named in it.</summary>
    public static ChipDetails? Read(string output)
    {
        Match line = ChipLine().Match(output);
        if (!line.Success)
        {
            return null;
        }

        Match revision = RevisionWords().Match(line.Value);
        return new ChipDetails(
            line.Value.Trim(), line.Groups["type"].Value, revision.Success ? int.Parse(revision.Groups["major"].Value, CultureInfo.InvariantCulture) : null);
    }

    [GeneratedRegex(@"^(?<type>ESP32(-\w+)?)\b.*$", RegexOptions.Multiline)]
    private static partial Regex ChipLine();

    [GeneratedRegex(@"revision v?(?<major>\d+)")]
    private static partial Regex RevisionWords();
}
