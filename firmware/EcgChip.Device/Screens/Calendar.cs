namespace EcgChip.Device.Screens
{
    /// <summary>Minutes since 1970 as a date and a time of day, UTC, in the Gregorian calendar.</summary>
    internal static class Calendar
    {
        private const int MinutesInHour = 60;
        private const int MinutesInDay = 24 * MinutesInHour;
        private const int FirstYear = 1970;
        private const int Century = 100;

        /// <summary>Adds the time of day, 14:05.</summary>
        public static void AddTime(int minutes, Piece piece)
        {
            int ofDay = minutes < 0 ? -1 : minutes % MinutesInDay;
            piece.AddNumber(ofDay < 0 ? -1 : ofDay / MinutesInHour, 2, '0');
            piece.Add(':');
            piece.AddNumber(ofDay < 0 ? -1 : ofDay % MinutesInHour, 2, '0');
        }

        /// <summary>Adds day and month, 24/11.</summary>
        public static void AddDate(int minutes, Piece piece)
        {
            int days = minutes < 0 ? 0 : minutes / MinutesInDay;
            int year = FirstYear;
            while (days >= DaysInYear(year))
            {
                days -= DaysInYear(year);
                year++;
            }

            int month = 1;
            while (days >= DaysInMonth(year, month))
            {
                days -= DaysInMonth(year, month);
                month++;
            }

            piece.AddNumber(minutes < 0 ? -1 : days + 1, 2, '0');
            piece.Add('/');
            piece.AddNumber(minutes < 0 ? -1 : month, 2, '0');
        }

        /// <summary>Adds the year's last two digits, 26.</summary>
        public static void AddYear(int minutes, Piece piece)
        {
            int days = minutes < 0 ? 0 : minutes / MinutesInDay;
            int year = FirstYear;
            while (days >= DaysInYear(year))
            {
                days -= DaysInYear(year);
                year++;
            }

            piece.AddNumber(minutes < 0 ? -1 : year % Century, 2, '0');
        }

        private static int DaysInYear(int year)
        {
            return IsLeapYear(year) ? 366 : 365;
        }

        private static bool IsLeapYear(int year)
        {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        }

        private static int DaysInMonth(int year, int month)
        {
            switch (month)
            {
                case 2: return IsLeapYear(year) ? 29 : 28;
                case 4:
                case 6:
                case 9:
                case 11: return 30;
                default: return 31;
            }
        }
    }
}
