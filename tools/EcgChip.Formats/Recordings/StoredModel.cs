namespace EcgChip.Formats.Recordings;

/// <summary>A network that had a part in a recording's results.</summary>
/// <param name="Role">What for: live, representative, infarction.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hash">First 16 hexadecimal digits of the hash of its numbers, lower case.</param>
public sealed record StoredModel(string Role, string Name, string Hash);
