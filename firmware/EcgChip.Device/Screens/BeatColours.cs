using EcgChip.Inference;

namespace EcgChip.Device.Screens
{
    /// <summary>How a beat's class is shown.</summary>
    internal static class BeatColours
    {
        /// <summary>The letter of a class, as <see cref="BeatClass"/> counts them.</summary>
        public static char Letter(int beatClass)
        {
            switch (beatClass)
            {
                case BeatClass.N: return 'N';
                case BeatClass.S: return 'S';
                case BeatClass.V: return 'V';
                case BeatClass.F: return 'F';
                case BeatClass.Q: return 'Q';
                default: return '?';
            }
        }

        /// <summary>The colour of a class.</summary>
        public static ushort Of(int beatClass)
        {
            switch (beatClass)
            {
                case BeatClass.N: return Palette.Green;
                case BeatClass.S: return Palette.Yellow;
                case BeatClass.V: return Palette.Vermillion;
                case BeatClass.F: return Palette.SkyBlue;
                case BeatClass.Q: return Palette.Purple;
                default: return Palette.Faint;
            }
        }
    }
}
