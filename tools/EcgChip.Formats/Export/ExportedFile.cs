using System;

namespace EcgChip.Formats.Export;

/// <summary>A file of an export.</summary>
/// <param name="Name">Its name, with its extension.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ExportedFile(string Name, ReadOnlyMemory<byte> Content);
