using System;
using CsCheck;
using EcgChip.Device.Screens;
using EcgChip.Device.Session;

namespace EcgChip.Device.Tests.Screens;

/// <summary>Dates on the screens, against those of .NET.</summary>
public sealed class CalendarTests
{
    private const int YearMost = 2099;
    private static readonly int Last = MinutesOf(new DateTime(YearMost, 12, 31, 23, 59, 0));
    private static readonly Gen<int> Minutes = Gen.Int[0, Last];

    [Fact]
    public void A_time_falls_on_the_day_on_which_it_does_and_the_day_begins_when_it_does() =>
        Minutes.Sample(minutes =>
        {
            DateTime time = TimeOf(minutes);
            Assert.Equal((time.Year, time.Month, time.Day), (Calendar.Year(minutes), Calendar.Month(minutes), Calendar.Day(minutes)));
            Assert.Equal(MinutesOf(time.Date), Calendar.Minutes(time.Year, time.Month, time.Day));
            Assert.Equal(DateTime.DaysInMonth(time.Year, time.Month), Calendar.DaysInMonth(time.Year, time.Month));
        });

    [Fact]
    public void A_press_moves_one_part_on_and_leaves_the_others_but_for_a_day_that_the_month_has_not() =>
        Gen.Select(Gen.Int[MinutesOf(new DateTime(2024, 1, 1)), MinutesOf(new DateTime(2049, 12, 31))], Gen.Int[0, ClockSetting.Parts - 1]).Sample((minutes, part) =>
        {
            DateTime before = TimeOf(minutes);
            DateTime after = TimeOf(ClockSetting.More(minutes, part));
            int[] was = PartsOf(before);
            int[] now = PartsOf(after);
            int[] first = [1, 1, 2024, 0, 0];
            int[] last = [DateTime.DaysInMonth(before.Year, before.Month), 12, 2049, 23, 59];
            Assert.Equal(was[part] == last[part] ? first[part] : was[part] + 1, now[part]);
            for (int other = part == 0 ? 1 : 0; other < ClockSetting.Parts; other++)
            {
                int expected = other == 0 ? Math.Min(was[0], DateTime.DaysInMonth(after.Year, after.Month)) : was[other];
                Assert.True(other == part || now[other] == expected, $"{before:u} became {after:u} by part {part}");
            }
        });

    [Fact]
    public void A_clock_that_was_never_set_begins_with_2026() => Assert.Equal(new DateTime(2026, 1, 1), TimeOf(ClockSetting.FirstMinutes));

    private static int[] PartsOf(DateTime time) => [time.Day, time.Month, time.Year, time.Hour, time.Minute];

    private static DateTime TimeOf(int minutes) => DateTime.UnixEpoch.AddMinutes(minutes);

    private static int MinutesOf(DateTime time) => (int)(DateTime.SpecifyKind(time, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMinutes;
}
