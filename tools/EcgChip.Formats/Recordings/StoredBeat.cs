namespace EcgChip.Formats.Recordings;

/// <summary>A beat of a stored recording.</summary>
/// <param name="Sample">Its R peak, from the start of the recording.</param>
/// <param name="Class">What the device takes it for; null where it did not classify it.</param>
/// <param name="Confidence">How sure of it, 0 to 1; null where it did not classify it.</param>
/// <param name="Model">The network that judged; null where none did.</param>
public sealed record StoredBeat(int Sample, AamiClass? Class, double? Confidence, StoredModel? Model)
{
    /// <summary>What stands for a beat that was not classified.</summary>
    public const string NotClassified = "?";

    /// <summary>The class as one letter, or <see cref="NotClassified"/>.</summary>
    public string ClassName => Class is AamiClass known ? known.ToSymbol().ToString() : NotClassified;
}
