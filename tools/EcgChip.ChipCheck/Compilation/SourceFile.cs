namespace EcgChip.ChipCheck.Compilation;

/// <summary>A file of source code.</summary>
/// <param name="Path">Where it is, as refusals shall name it.</param>
/// <param name="Text">What is in it.</param>
public sealed record SourceFile(string Path, string Text);
