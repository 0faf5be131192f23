using System.Collections.Generic;

namespace EcgChip.ChipClock;

/// <summary>An assembly that counts as it runs.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Image">The file's bytes.</param>
/// <param name="Methods">Full names of its methods that count, in the order of their counters.</param>
internal sealed record RewrittenAssembly(string Name, byte[] Image, IReadOnlyList<string> Methods);
