using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using EcgChip.Device.Screens;
using EcgChip.Device.Session;

namespace EcgChip.Device.Tests.Session;

public class SessionTableTests
{
    private static readonly int[] Rows = SessionTable.Rows();
    private static readonly BedsideState[] States = Enum.GetValues<BedsideState>();
    private static readonly SessionEvent[] Events = [.. Enum.GetValues<SessionEvent>().Where(each => each != SessionEvent.None)];

    [Fact]
    public void Every_state_has_an_answer_to_every_event_and_only_one()
    {
        List<string> wrong = [];
        foreach (BedsideState state in States)
        {
            foreach (SessionEvent happened in Events)
            {
                bool handled = RowsOf(state, happened).Any();
                if (handled == SessionTable.PassesOver(state, happened))
                {
                    wrong.Add($"{state}, {happened}: {(handled ? "both" : "neither")}");
                }
            }
        }

        Assert.Equal(SessionTable.StateCount, States.Length);
        Assert.Equal(SessionTable.EventCount, Events.Length + 1);
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_last_row_of_a_state_and_an_event_always_counts_and_none_before_it_does()
    {
        foreach (IGrouping<(BedsideState, SessionEvent), int> rows in Rows.GroupBy(row => (SessionTable.State(row), SessionTable.Event(row))))
        {
            SessionGuard[] guards = [.. rows.Select(SessionTable.Guard)];
            Assert.True(guards[^1] == SessionGuard.Always, $"{rows.Key}: the last row has a guard");
            Assert.DoesNotContain(SessionGuard.Always, guards[..^1]);
            Assert.Equal(guards.Length, guards.Distinct().Count());
            bool says = guards.Any(guard => guard is SessionGuard.HoldsRecording or SessionGuard.NoCharge);
            Assert.True(says || rows.Select(SessionTable.Hint).Distinct().Count() == 1, $"{rows.Key}: which hint?");
        }
    }

    [Fact]
    public void The_rows_of_a_state_and_an_event_stand_together()
    {
        List<(BedsideState, SessionEvent)> order = [.. Rows.Select(row => (SessionTable.State(row), SessionTable.Event(row)))];
        int blocks = 1 + Enumerable.Range(1, order.Count - 1).Count(i => order[i] != order[i - 1]);
        Assert.Equal(order.Distinct().Count(), blocks);
    }

    [Fact]
    public void Every_state_can_be_reached_from_idle_and_can_get_back_to_it()
    {
        HashSet<BedsideState> reached = Reach(BedsideState.Idle, row => (SessionTable.State(row), SessionTable.Next(row)));
        HashSet<BedsideState> returning = Reach(BedsideState.Idle, row => (SessionTable.Next(row), SessionTable.State(row)));
        Assert.Equal(States, reached.Order());
        Assert.Equal(States, returning.Order());
    }

    [Fact]
    public void Every_button_that_does_something_says_what_and_no_other_does()
    {
        foreach (int row in Rows)
        {
            bool isButton = SessionTable.Event(row) <= SessionEvent.ModeLong;
            Assert.Equal(isButton, SessionTable.Hint(row) != TextId.None);
        }
    }

    [Fact]
    public void Every_state_but_analysing_and_syncing_lets_a_short_press_of_start_do_something()
    {
        foreach (BedsideState state in States.Except([BedsideState.Analysing, BedsideState.Syncing]))
        {
            Assert.True(RowsOf(state, SessionEvent.StartShort).Any(), state.ToString());
        }
    }

    [Fact]
    public void Nothing_that_the_user_may_press_ends_a_recording_that_could_not_be_stored_but_to_switch_off()
    {
        foreach (int row in Rows.Where(row => SessionTable.State(row) == BedsideState.Fault))
        {
            BedsideState next = SessionTable.Next(row);
            bool held = RowsOf(BedsideState.Fault, SessionTable.Event(row)).Any(each => SessionTable.Guard(each) == SessionGuard.HoldsRecording);
            Assert.True(held || next == BedsideState.Fault, $"{SessionTable.Event(row)} leads to {next} with a recording held");
        }
    }

    [Fact]
    public void Each_screen_is_shown_in_some_state()
    {
        Assert.Equal(Enum.GetValues<ScreenId>(), States.Select(SessionTable.Screen).Distinct().Order());
    }

    [Fact]
    public void The_documented_table_is_the_one_that_runs()
    {
        string path = Path.Combine(Repository(), "docs", "session.md");
        string[] written = [.. File.ReadAllLines(path).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Split('|').Length == 8)];
        string[] expected = [.. Table().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        Assert.True(written.SequenceEqual(expected), $"docs/session.md has another table than runs; it should be:\n{Table()}");
    }

    private static IEnumerable<int> RowsOf(BedsideState state, SessionEvent happened) =>
        Rows.Where(row => SessionTable.State(row) == state && SessionTable.Event(row) == happened);

    private static HashSet<BedsideState> Reach(BedsideState from, Func<int, (BedsideState From, BedsideState To)> way)
    {
        HashSet<BedsideState> reached = [from];
        int before;
        do
        {
            before = reached.Count;
            foreach ((BedsideState start, BedsideState end) in Rows.Select(way).Where(each => reached.Contains(each.From)))
            {
                reached.Add(end);
            }
        }
        while (reached.Count > before);
        return reached;
    }

    private static string Table()
    {
        StringBuilder table = new("| state | event | when | next state | action | the screen says |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (int row in Rows)
        {
            SessionGuard guard = SessionTable.Guard(row);
            SessionAction action = SessionTable.Action(row);
            string hint = SessionTable.Hint(row) == TextId.None ? "" : HintNames[SessionTable.Hint(row)];
            table.Append($"| {SessionTable.State(row)} | {SessionTable.Event(row)} | {(guard == SessionGuard.Always ? "" : guard)} | "
                + $"{SessionTable.Next(row)} | {(action == SessionAction.None ? "" : action)} | {hint} |\n");
        }

        return table.ToString();
    }

    private static readonly Dictionary<int, string> HintNames = typeof(TextId).GetFields()
        .Where(field => field.IsLiteral && field.Name != "LiveEnd")
        .ToDictionary(field => (int)field.GetRawConstantValue()!, field => field.Name);

    private static string Repository()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "EcgChip.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("The repository's root was not found above the tests.");
    }
}
