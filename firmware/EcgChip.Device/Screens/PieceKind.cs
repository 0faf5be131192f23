namespace EcgChip.Device.Screens
{
    /// <summary>What a piece of a screen is.</summary>
    internal static class PieceKind
    {
        /// <summary>Nothing is drawn.</summary>
        public const int Nothing = 0;

        /// <summary>A line of characters.</summary>
        public const int Text = 1;

        /// <summary>A rectangle.</summary>
        public const int Fill = 2;

        /// <summary>A rectangle, filled from the left up to a place.</summary>
        public const int Bar = 3;

        /// <summary>A disc in a square.</summary>
        public const int Disc = 4;

        /// <summary>A triangle that stands on its side.</summary>
        public const int Triangle = 5;

        /// <summary>A stroke from a side of its rectangle down to the other, as wide as <see cref="Piece.Amount"/> says.</summary>
        public const int StrokeDown = 6;

        /// <summary>A stroke from the lower left corner of its rectangle up to the right.</summary>
        public const int StrokeUp = 7;

        /// <summary>A character in the middle of a coloured rectangle.</summary>
        public const int Tile = 8;
    }
}
