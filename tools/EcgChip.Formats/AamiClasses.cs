namespace EcgChip.Formats;

/// <summary>From annotation symbols of PhysioNet to the beat classes of AAMI EC57.</summary>
public static class AamiClasses
{
    /// <summary>Number of classes.</summary>
    public const int Count = 5;

    /// <summary>
    /// Class of a beat annotation. N is <c>N L R e j</c>, S is <c>A a J S</c>, V is <c>V E</c>, F is <c>F</c>, Q is <c>/ f Q</c>.
    /// The four beat symbols that the MIT-BIH Arrhythmia Database does not use go where their kin are: <c>B</c> (some bundle branch
    /// block) and <c>n</c> (supraventricular escape) to N, <c>r</c> (R-on-T premature ventricular) to V, <c>?</c> (learning) to Q.
    /// </summary>
    /// <returns>False when the symbol marks something other than a beat: rhythm, noise, a comment.</returns>
    public static bool TryFromSymbol(char symbol, out AamiClass beatClass)
    {
        switch (symbol)
        {
            case 'N' or 'L' or 'R' or 'e' or 'j' or 'B' or 'n':
                beatClass = AamiClass.N;
                return true;
            case 'A' or 'a' or 'J' or 'S':
                beatClass = AamiClass.S;
                return true;
            case 'V' or 'E' or 'r':
                beatClass = AamiClass.V;
                return true;
            case 'F':
                beatClass = AamiClass.F;
                return true;
            case '/' or 'f' or 'Q' or '?':
                beatClass = AamiClass.Q;
                return true;
            default:
                beatClass = default;
                return false;
        }
    }

    /// <summary>The annotation symbol that stands for a whole class in a file: N, S, V, F or Q.</summary>
    public static char ToSymbol(this AamiClass beatClass) => "NSVFQ"[(int)beatClass];
}
