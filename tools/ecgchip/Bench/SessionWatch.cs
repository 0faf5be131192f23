using System;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using EcgChip.Device.Session;

namespace EcgChip.Cli.Bench;

/// <summary>Sees what the session is at without asking it, which would cost the chip's time: its field is read from outside.</summary>
public sealed class SessionWatch
{
    private readonly Func<SessionState> state;

    /// <summary>Watches a session.</summary>
    /// <exception cref="InvalidOperationException">The session keeps its state otherwise than in one field.</exception>
    public SessionWatch(BedsideSession session)
    {
        FieldInfo field = typeof(BedsideSession).GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Single(candidate => candidate.FieldType == typeof(SessionState));
        state = Expression.Lambda<Func<SessionState>>(Expression.Field(Expression.Constant(session), field)).Compile();
    }

    /// <summary>What it is at.</summary>
    public SessionPhase Phase => state() switch
    {
        SessionState.Recording => SessionPhase.Recording,
        SessionState.Analysing => SessionPhase.Analysis,
        SessionState.Storing => SessionPhase.Storing,
        _ => SessionPhase.Monitoring,
    };
}
