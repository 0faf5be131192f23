namespace EcgChip.Device.Screens
{
    /// <summary>Minutes since 1970-01-01 as a date, UTC, in the Gregorian calendar.</summary>
    public static class Calendar
    {
        private const int MinutesInDay = 24 * 60;
        private const int Century = 100;
        private const int YearShift = Century * Century;
        private const int DaysInEra = 146097;
        private const int DaysBefore1970 = 719468;

        /// <summary>The year that a time falls into.</summary>
        public static int Year(int minutes)
        {
            return Date(minutes) / YearShift;
        }

        /// <summary>The month, 1 to 12.</summary>
        public static int Month(int minutes)
        {
            return Date(minutes) / Century % Century;
        }

        /// <summary>The day of the month, 1 to 31.</summary>
        public static int Day(int minutes)
        {
            return Date(minutes) % Century;
        }

        /// <summary>When a day begins.</summary>
        /// <param name="year">1970 or later.</param>
        /// <param name="month">1 to 12.</param>
        /// <param name="day">1 to 31.</param>
        public static int Minutes(int year, int month, int day)
        {
            // Hinnant 2013, "chrono-compatible low-level date algorithms", days_from_civil: a year begins in March, the leap day ends it.
            int since = month > 2 ? year : year - 1;
            int era = since / 400;
            int yearOfEra = since - era * 400;
            int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
            int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
            return (era * DaysInEra + dayOfEra - DaysBefore1970) * MinutesInDay;
        }

        /// <summary>Days of a month.</summary>
        public static int DaysInMonth(int year, int month)
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

        // The same source, civil_from_days: year, month and day in one number, each two digits of it but for the year.
        private static int Date(int minutes)
        {
            int days = minutes / MinutesInDay + DaysBefore1970;
            int era = days / DaysInEra;
            int dayOfEra = days - era * DaysInEra;
            int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
            int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
            int shifted = (5 * dayOfYear + 2) / 153;
            int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
            int month = shifted < 10 ? shifted + 3 : shifted - 9;
            int year = yearOfEra + era * 400 + (month > 2 ? 0 : 1);
            return year * YearShift + month * Century + day;
        }

        private static bool IsLeapYear(int year)
        {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        }
    }
}
