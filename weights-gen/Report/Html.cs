using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace EcgChip.WeightsGen.Report;

/// <summary>Pieces of the page; what they are given is text and is encoded, unless its name says html.</summary>
public static class Html
{
    /// <summary>A dash for what is not known or does not exist.</summary>
    public const string Nothing = "–";

    /// <summary>Text made safe.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A part of the page under a heading.</summary>
    public static string Section(string id, string heading, params IEnumerable<string> html) =>
        $"<section id=\"{id}\"><h2>{Encode(heading)}</h2>\n{string.Join('\n', html)}\n</section>\n";

    /// <summary>A paragraph.</summary>
    public static string Paragraph(string text) => $"<p>{Encode(text)}</p>";

    /// <summary>A paragraph about something that is not there.</summary>
    public static string Missing(string text) => $"<p class=\"missing\">{Encode(text)}</p>";

    /// <summary>Pictures beside each other where there is room.</summary>
    public static string Row(params IEnumerable<string> html) => $"<div class=\"row\">{string.Concat(html)}</div>";

    /// <summary>Something with words below it.</summary>
    public static string Figure(string html, string caption) => $"<figure>{html}<figcaption>{Encode(caption)}</figcaption></figure>";

    /// <summary>
    /// A table with its caption. The first column names the row; the others are numbers and stand to the right, but for those named in
    /// <paramref name="words"/>.
    /// </summary>
    public static string Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, params IReadOnlyList<int> words)
    {
        StringBuilder html = new();
        html.Append("<div class=\"wide\"><table><caption>").Append(Encode(caption)).Append("</caption><thead><tr>");
        for (int i = 0; i < columns.Count; i++)
            html.Append("<th scope=\"col\"").Append(Kind(i)).Append('>').Append(Encode(columns[i])).Append("</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(Encode(row[0])).Append("</th>");
            for (int i = 1; i < row.Count; i++)
                html.Append("<td").Append(Kind(i)).Append('>').Append(Encode(row[i])).Append("</td>");
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>").ToString();

        string Kind(int column) => column == 0 || words.Contains(column) ? " class=\"w\"" : string.Empty;
    }

    /// <summary>A percentage with so many digits, without its sign; a dash for null.</summary>
    public static string Percent(double? value, int digits = 1) =>
        value is double known ? known.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A share of 0 to 1 in percent; never quite none nor all, which a softmax is not.</summary>
    public static string Share(double share) => share switch
    {
        < 0.001 => "under 0.1 %",
        > 0.999 => "over 99.9 %",
        _ => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>A whole number with thousands parted.</summary>
    public static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An interval in percent.</summary>
    public static string Interval((double Low, double High)? interval) =>
        interval is (double low, double high) ? string.Create(CultureInfo.InvariantCulture, $"{low:0.0} to {high:0.0}") : Nothing;
}
