namespace EcgChip.Formats.Wfdb;

/// <summary>One mark in an annotation file (annot(5) of the WFDB Applications Guide).</summary>
/// <param name="Sample">Sample that it stands at, at the record's own rate.</param>
/// <param name="Code">What it is, 0 to 49; <see cref="Symbol"/> as a character.</param>
/// <param name="Subtype">Variety, -128 to 127; 0 where it says nothing.</param>
/// <param name="Channel">Signal that it belongs to, 0 to 255.</param>
/// <param name="Number">Free number, -128 to 127; often the annotator's confidence or label.</param>
/// <param name="Aux">Free text: the rhythm behind <c>+</c>, a comment behind <c>"</c>.</param>
public sealed record WfdbAnnotation(int Sample, int Code, int Subtype = 0, int Channel = 0, int Number = 0, string Aux = "")
{
    /// <summary>The code's character: <c>N</c>, <c>V</c>, <c>+</c>; '\0' where the code has none.</summary>
    public char Symbol => WfdbAnnotationCodes.ToSymbol(Code);

    /// <summary>An annotation by its character.</summary>
    /// <exception cref="System.ArgumentException">No code has that character.</exception>
    public static WfdbAnnotation At(int sample, char symbol, string aux = "") => new(sample, WfdbAnnotationCodes.FromSymbol(symbol), Aux: aux);

    /// <summary>Class of the beat, where it marks one.</summary>
    public bool TryGetClass(out AamiClass beatClass) => AamiClasses.TryFromSymbol(Symbol, out beatClass);
}
