using EcgChip.Device.Monitoring;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The patient from the front with the three electrodes: right arm and left leg, which are measured, and the right leg, by which the amplifier drives
    /// the body. Each measured one is a disc with a check mark while it holds and with a cross while it is off; the third cannot be looked at.
    /// </summary>
    internal static class BodyPicture
    {
        /// <summary>Its pieces.</summary>
        public const int Pieces = FirstElectrodePiece + (3 * ElectrodePieces);

        /// <summary>Pixels across.</summary>
        public const int Width = 112;

        private const int FirstElectrodePiece = 9;
        private const int ElectrodePieces = 3;
        private const int Radius = 12;
        private const int Thick = 5;

        private const int Unknown = 0;
        private const int Holds = 1;
        private const int IsOff = 2;

        /// <summary>Describes a piece of the figure.</summary>
        public static void Describe(int index, SignalMessage message, Piece piece)
        {
            switch (index)
            {
                case 0: piece.Disc(56, 47, 13, Palette.Body); break;
                case 1: piece.Fill(51, 59, 11, 8, Palette.Body); break;
                case 2: piece.Fill(36, 66, 41, 50, Palette.Body); break;
                case 3: piece.StrokeUp(13, 66, 36, 62, 13, Palette.Body); break;
                case 4: piece.StrokeDown(64, 66, 36, 62, 13, Palette.Body); break;
                case 5: piece.StrokeUp(33, 115, 23, 75, 17, Palette.Body); break;
                case 6: piece.StrokeDown(57, 115, 23, 75, 17, Palette.Body); break;
                case 7:
                    piece.Text(6, 36, 1, Lettering.Large, Palette.Text);
                    piece.Add(TextId.SideRight);
                    break;
                case 8:
                    piece.Text(92, 36, 1, Lettering.Large, Palette.Text);
                    piece.Add(TextId.SideLeft);
                    break;
                default: DescribeElectrode(index - FirstElectrodePiece, message, piece); break;
            }
        }

        private static void DescribeElectrode(int index, SignalMessage message, Piece piece)
        {
            switch (index / ElectrodePieces)
            {
                case 0:
                    DescribeElectrode(index % ElectrodePieces, 19, 122, StateOf(message, SignalMessage.RightArmOff), piece);
                    break;
                case 1:
                    DescribeElectrode(index % ElectrodePieces, 72, 178, StateOf(message, SignalMessage.LeftLegOff), piece);
                    break;
                default:
                    DescribeElectrode(index % ElectrodePieces, 41, 178, message == SignalMessage.BothOff ? IsOff : Unknown, piece);
                    break;
            }
        }

        private static void DescribeElectrode(int index, int x, int y, int state, Piece piece)
        {
            if (index == 0)
            {
                piece.Disc(x, y, Radius, state == Holds ? Palette.Green : state == IsOff ? Palette.Vermillion : Palette.SkyBlue);
            }
            else if (state == IsOff)
            {
                if (index == 1)
                {
                    piece.StrokeDown(x - 7, y - 6, 15, 13, Thick, Palette.Ink);
                }
                else
                {
                    piece.StrokeUp(x - 7, y - 6, 15, 13, Thick, Palette.Ink);
                }
            }
            else if (state == Holds)
            {
                if (index == 1)
                {
                    piece.StrokeDown(x - 7, y, 9, 7, Thick, Palette.Ink);
                }
                else
                {
                    piece.StrokeUp(x - 3, y - 6, 12, 13, Thick, Palette.Ink);
                }
            }
            else
            {
                piece.Nothing();
            }
        }

        private static int StateOf(SignalMessage message, SignalMessage off)
        {
            return message == SignalMessage.BothOff || message == SignalMessage.NoSignal || message == off ? IsOff : Holds;
        }
    }
}
