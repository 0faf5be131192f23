namespace EcgChip.Device.Screens
{
    /// <summary>Writes minutes since 1970-01-01, UTC; dashes for a time that is not known.</summary>
    internal static class TimeText
    {
        private const int MinutesInHour = 60;
        private const int MinutesInDay = 24 * MinutesInHour;

        /// <summary>Adds the time of day, 14:05.</summary>
        public static void AddTime(int minutes, Piece piece)
        {
            AddHour(minutes, piece);
            piece.Add(':');
            AddMinute(minutes, piece);
        }

        /// <summary>Adds the hour, 14.</summary>
        public static void AddHour(int minutes, Piece piece)
        {
            piece.AddNumber(minutes < 0 ? -1 : minutes % MinutesInDay / MinutesInHour, 2, '0');
        }

        /// <summary>Adds the minute, 05.</summary>
        public static void AddMinute(int minutes, Piece piece)
        {
            piece.AddNumber(minutes < 0 ? -1 : minutes % MinutesInHour, 2, '0');
        }

        /// <summary>Adds day and month, 24/11.</summary>
        public static void AddDate(int minutes, Piece piece)
        {
            piece.AddNumber(minutes < 0 ? -1 : Calendar.Day(minutes), 2, '0');
            piece.Add('/');
            piece.AddNumber(minutes < 0 ? -1 : Calendar.Month(minutes), 2, '0');
        }

        /// <summary>Adds the year's last two digits, 26.</summary>
        public static void AddYear(int minutes, Piece piece)
        {
            piece.AddNumber(minutes < 0 ? -1 : Calendar.Year(minutes) % 100, 2, '0');
        }
    }
}
