using EcgChip.Device.Screens;

namespace EcgChip.Device.Session
{
    /// <summary>Sets a clock part by part: each press moves one part on by one, from its last value to its first, and leaves the others as they are.</summary>
    public static class ClockSetting
    {
        /// <summary>Parts, in the order in which they are set: day, month, year, hour, minute.</summary>
        public const int Parts = 5;

        /// <summary>Where a clock begins that was never set: 2026-01-01 00:00 UTC, in minutes since 1970.</summary>
        public const int FirstMinutes = 29453760;

        private const int Day = 0;
        private const int Month = 1;
        private const int Year = 2;
        private const int Hour = 3;
        private const int MinutesInHour = 60;
        private const int MinutesInDay = 24 * MinutesInHour;
        private const int MonthsInYear = 12;

        // From the earliest that the link takes, too; more years than a device lives would only be more presses.
        private const int FirstYear = 2024;
        private const int LastYear = 2049;

        /// <summary>A time with one of its parts moved on.</summary>
        /// <param name="minutes">The time, in minutes since 1970-01-01 UTC.</param>
        /// <param name="part">Which part.</param>
        public static int More(int minutes, int part)
        {
            int ofDay = minutes % MinutesInDay;
            int year = Calendar.Year(minutes);
            int month = Calendar.Month(minutes);
            int day = Calendar.Day(minutes);
            switch (part)
            {
                case Day:
                    return Calendar.Minutes(year, month, day < Calendar.DaysInMonth(year, month) ? day + 1 : 1) + ofDay;
                case Month:
                    return Clipped(year, month < MonthsInYear ? month + 1 : 1, day) + ofDay;
                case Year:
                    return Clipped(year < LastYear ? year + 1 : FirstYear, month, day) + ofDay;
                case Hour:
                    return minutes - ofDay + ((ofDay + MinutesInHour) % MinutesInDay);
                default:
                    int ofHour = ofDay % MinutesInHour;
                    return minutes - ofHour + ((ofHour + 1) % MinutesInHour);
            }
        }

        // The 31st of a month that has none is its last day.
        private static int Clipped(int year, int month, int day)
        {
            int most = Calendar.DaysInMonth(year, month);
            return Calendar.Minutes(year, month, day < most ? day : most);
        }
    }
}
