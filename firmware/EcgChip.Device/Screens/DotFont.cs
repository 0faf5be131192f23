namespace EcgChip.Device.Screens
{
    /// <summary>Characters of dots, at most 16 across, all of one size.</summary>
    public abstract class DotFont
    {
        /// <summary>Dots across.</summary>
        public readonly int Width;

        /// <summary>Dots down.</summary>
        public readonly int Height;

        /// <summary>Empty dots between two characters.</summary>
        public readonly int Gap;

        /// <summary>A font of characters of this size.</summary>
        protected DotFont(int width, int height, int gap)
        {
            Width = width;
            Height = height;
            Gap = gap;
        }

        /// <summary>Dots of one row of a character, the leftmost in bit Width - 1; none above and below it, and none of what the font lacks.</summary>
        public abstract int RowOf(char character, int row);
    }
}
