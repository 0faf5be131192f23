using System;
using System.Globalization;
using System.Text;

namespace EcgChip.Formats.Export;

/// <summary>Fields of an EDF header: printable ASCII, filled up with blanks.</summary>
internal static class EdfText
{
    /// <summary>Bytes of a number's field.</summary>
    public const int NumberBytes = 8;

    /// <summary>A text in so many bytes.</summary>
    /// <exception cref="ArgumentException">It is longer, or has characters that a header cannot hold.</exception>
    public static byte[] Field(string text, int bytes) => text.Length <= bytes && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
        ? Encoding.ASCII.GetBytes(text.PadRight(bytes))
        : throw new ArgumentException($"\"{text}\" does not go into {bytes} bytes of an EDF header.", nameof(text));

    /// <summary>A number in the eight characters that a header has for it, with as many decimals as fit and are needed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Its whole part alone is longer.</exception>
    public static string Number(double number)
    {
        for (int decimals = NumberBytes - 2; decimals >= 0; decimals--)
        {
            string text = number.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
            if (text.Length <= NumberBytes)
            {
                return text;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(number), number, "The number is too long for an EDF header.");
    }
}
