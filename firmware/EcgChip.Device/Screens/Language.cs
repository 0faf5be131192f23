namespace EcgChip.Device.Screens
{
    /// <summary>The languages. A new one is a number here and a file with all texts.</summary>
    public static class Language
    {
        /// <summary>English.</summary>
        public const int English = 0;

        /// <summary>French.</summary>
        public const int French = 1;

        /// <summary>How many there are.</summary>
        public const int Count = 2;

        /// <summary>A language's code by ISO 639-1, as files are named by it.</summary>
        public static string Code(int language)
        {
            return language == French ? "fr" : "en";
        }

        /// <summary>A text in a language; empty for <see cref="TextId.None"/>. On the chip each call takes a little of the heap.</summary>
        public static string TextOf(int language, int textId)
        {
            return language == French ? FrenchTexts.Of(textId) : EnglishTexts.Of(textId);
        }
    }
}
