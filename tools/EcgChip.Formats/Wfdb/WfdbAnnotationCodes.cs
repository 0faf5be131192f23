using System;

namespace EcgChip.Formats.Wfdb;

/// <summary>Annotation codes and the characters that PhysioNet prints for them (ecgcodes.h of the WFDB library).</summary>
public static class WfdbAnnotationCodes
{
    /// <summary>Largest code of an annotation; those above are marks of the file format.</summary>
    public const int Largest = 49;

    // By code, from 0; a dot where a code is unused or has no character of its own.
    private const string Symbols = " NLRaVFJASEj/Q~.|.sT*D\"=pB^t+u?![]en@xf()r";
    private const char Unused = '.';

    /// <summary>The character of a code; '\0' where it has none.</summary>
    public static char ToSymbol(int code) => code >= 0 && code < Symbols.Length && Symbols[code] != Unused ? Symbols[code] : '\0';

    /// <summary>The code of a character.</summary>
    /// <exception cref="ArgumentException">No code has that character.</exception>
    public static int FromSymbol(char symbol)
    {
        int code = symbol == Unused ? -1 : Symbols.IndexOf(symbol, StringComparison.Ordinal);
        return code >= 0 ? code : throw new ArgumentException($"No annotation code has the character '{symbol}'.", nameof(symbol));
    }
}
