using System;
using System.CommandLine.Parsing;
using System.Globalization;

namespace EcgChip.Cli.Commands;

/// <summary>Reads values of options. What is unusable becomes a sentence that says what to give instead.</summary>
internal static class OptionValue
{
    /// <summary>A number within a range that has no upper end when <paramref name="highest"/> is null.</summary>
    public static double Number(ArgumentResult result, double lowest, double? highest)
    {
        if (!TryText(result, out string text))
        {
            return lowest;
        }

        string range = highest is null ? $"{lowest} or more" : $"{lowest} to {highest}";
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        return isNumber && value >= lowest && value <= (highest ?? double.MaxValue)
            ? value
            : Refuse(result, isNumber ? $"{text} is out of range: give {range}." : $"{text} is no number: give {range}.", lowest);
    }

    /// <summary>A whole number.</summary>
    public static int Whole(ArgumentResult result) =>
        !TryText(result, out string text) ? 0
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value
        : Refuse(result, $"{text} is no whole number that fits: give {int.MinValue} to {int.MaxValue}.", 0);

    /// <summary>One of some words.</summary>
    public static string OneOf(ArgumentResult result, params string[] words) =>
        !TryText(result, out string text) || Array.IndexOf(words, text) >= 0
            ? text
            : Refuse(result, $"{text} is not known: give {string.Join(" or ", words)}.", text);

    /// <summary>A name or a path.</summary>
    public static string Text(ArgumentResult result)
    {
        TryText(result, out string text);
        return text;
    }

    /// <summary>The value as it stands there; false when it is none, which is then said.</summary>
    private static bool TryText(ArgumentResult result, out string text)
    {
        text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (result.Tokens.Count != 1)
        {
            // How many values there are is checked, and said, by the parser.
            return false;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Refuse(result, "is empty: give a value or leave the option out.", false);
        }

        // "--lead --seconds 30" forgot the lead; the parser takes the next word, whatever it is.
        return !text.StartsWith("--", StringComparison.Ordinal) || Refuse(result, $"needs a value: {text} is an option itself.", false);
    }

    private static T Refuse<T>(ArgumentResult result, string what, T value)
    {
        result.AddError(result.Parent is OptionResult option ? $"{option.Option.Name} {what}" : what);
        return value;
    }
}
