using EcgChip.Signal.Rhythm;

namespace EcgChip.Formats.Export;

/// <summary>What a recording says, in the words of a report: never more than it is.</summary>
internal static class AnswerWords
{
    /// <summary>The answer in a sentence.</summary>
    public static string Of(ScreeningAnswer? answer) => answer switch
    {
        ScreeningAnswer.NoFinding => "No finding. This is no proof of health.",
        ScreeningAnswer.ShowADoctor => "A doctor should look at this recording.",
        ScreeningAnswer.Repeat => "Too little good signal to tell: record again.",
        _ => "The recording gives no answer.",
    };
}
