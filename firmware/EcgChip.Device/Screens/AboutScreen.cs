using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;

namespace EcgChip.Device.Screens
{
    /// <summary>What the device is, its firmware, and its models: name, the hash of their weights, and what they reach, by which protocol.</summary>
    internal static class AboutScreen
    {
        /// <summary>The firmware's version, that of the assembly.</summary>
        public const string Version = "1.0.0";

        private const int Cells = 26;
        private const int Top = 30;
        private const int Pitch = 18;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            if (index > 8)
            {
                return false;
            }

            int top = Top + (index * Pitch);
            piece.Text(4, top, Cells, Lettering.Small, index < 2 ? Palette.Yellow : (index & 1) == 1 ? Palette.Text : Palette.Faint);
            switch (index)
            {
                case 0:
                case 1:
                    piece.AddLine(TextId.ScreeningAid, index);
                    break;
                case 2:
                    piece.Add(TextId.FirmwareLabel);
                    piece.Add(' ');
                    piece.AddLetters(Version);
                    break;
                case 3:
                    AddModel(new BedsideModel().Name, new BedsideModel().Hash, piece);
                    break;
                case 4:
                    piece.Add(TextId.BedsideFigures);
                    break;
                case 5:
                    AddModel(new SeedModel().Name, new SeedModel().Hash, piece);
                    break;
                case 6:
                    piece.Add(TextId.SeedFigures);
                    break;
                case 7:
                    AddModel(new InfarctionModel().Name, new InfarctionModel().Hash, piece);
                    break;
                default:
                    piece.Add(TextId.InfarctionFigures);
                    break;
            }

            return true;
        }

        private static void AddModel(string name, string hash, Piece piece)
        {
            piece.AddLetters(name.Length > 9 ? "infarct" : name);
            piece.GoTo(10);
            piece.AddLetters(hash);
        }
    }
}
