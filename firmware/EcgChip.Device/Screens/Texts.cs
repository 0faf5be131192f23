namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The texts of the language in use. Those below <see cref="TextId.LiveEnd"/> are loaded once, for on the chip each use of a literal takes a little
    /// of the heap, and nothing may be allocated while a recording runs; the others are loaded when they are drawn.
    /// </summary>
    internal sealed class Texts
    {
        private readonly string[] live = new string[TextId.LiveEnd];
        private int language = -1;

        /// <summary>The language in use; sets it when it differs, and loads its live texts.</summary>
        /// <returns>True when it was another.</returns>
        public bool Use(int value)
        {
            if (value == language)
            {
                return false;
            }

            language = value;
            for (int i = 0; i < TextId.LiveEnd; i++)
            {
                live[i] = Language.TextOf(value, i);
            }

            return true;
        }

        /// <summary>A text.</summary>
        public string Of(int textId)
        {
            return textId < TextId.LiveEnd ? live[textId] : Language.TextOf(language, textId);
        }
    }
}
