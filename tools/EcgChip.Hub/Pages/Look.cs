using System;
using System.Globalization;
using System.Linq;
using EcgChip.Hub.Data;
using EcgChip.Hub.Listing;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EcgChip.Hub.Pages;

/// <summary>How the pages say things.</summary>
internal static class Look
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm";
    private const double MillivoltsPerVolt = 1000;

    /// <summary>"here" for the link to the page that is shown.</summary>
    internal static string Here(ViewContext context, params string[] pages) =>
        pages.Contains(context.RouteData.Values["page"]?.ToString(), StringComparer.OrdinalIgnoreCase) ? "here" : "";

    /// <summary>A time for people; a dash where it is not known.</summary>
    internal static string Time(DateTime? utc) => utc?.ToString(TimeFormat, CultureInfo.InvariantCulture) ?? "–";

    /// <summary>What an answer is called.</summary>
    internal static string Answer(ListedAnswer? answer) => answer switch
    {
        ListedAnswer.ShowADoctor => "Show a doctor",
        ListedAnswer.Repeat => "Repeat",
        ListedAnswer.NoFinding => "No finding",
        _ => "No answer",
    };

    /// <summary>The class of an answer's badge.</summary>
    internal static string AnswerClass(ListedAnswer? answer) => answer switch
    {
        ListedAnswer.ShowADoctor => "see",
        ListedAnswer.NoFinding => "none",
        _ => "again",
    };

    /// <summary>What a damage is called; empty where there is none.</summary>
    internal static string Health(RecordHealth health) => health switch
    {
        RecordHealth.Damaged => "damaged",
        RecordHealth.NewerVersion => "newer version",
        RecordHealth.OtherOrigin => "other origin",
        _ => "",
    };

    /// <summary>What a verdict is called.</summary>
    internal static string Verdict(Verdict verdict) => verdict switch
    {
        Data.Verdict.Confirmed => "confirmed",
        Data.Verdict.Corrected => "corrected",
        _ => "asked for a second opinion",
    };

    /// <summary>A number, or a dash.</summary>
    internal static string Number(double? value, string format = "0") => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Volts of a battery, or a dash.</summary>
    internal static string Volts(int? millivolts) => Number(millivolts / MillivoltsPerVolt, "0.00");

    /// <summary>How long ago something was.</summary>
    internal static string Ago(DateTime? utc, DateTime now)
    {
        if (utc is not { } then)
        {
            return "never";
        }

        TimeSpan ago = now - then;
        return ago.TotalMinutes < 1 ? "just now"
            : ago.TotalHours < 1 ? $"{(int)ago.TotalMinutes} min ago"
            : ago.TotalDays < 1 ? $"{(int)ago.TotalHours} h ago"
            : $"{(int)ago.TotalDays} d ago";
    }

    /// <summary>Names of a record's findings.</summary>
    internal static string Findings(StoredRecord record) => string.Join(", ", record.Findings.Select(finding => FindingLabels.Label(finding.Code)));
}
