namespace EcgChip.ChipCheck;

/// <summary>Something that the chip, or the tools that pack a program for it, would refuse or run wrong.</summary>
/// <param name="Rule">Name of the rule: a word or two, <c>floating-point</c>; <c>CS0246</c> where the compiler refuses.</param>
/// <param name="Where">File and line where known, else assembly and member.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record Refusal(string Rule, string Where, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {Sentence} [{Rule}]";
}
