using System;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using EcgChip.Device.Session;

namespace EcgChip.Cli.Bench;

/// <summary>Sees what the session is at without asking it, which would cost the chip's time: its fields are read from outside.</summary>
public sealed class SessionWatch
{
    private readonly Func<SessionState> state;

    /// <summary>Watches a session.</summary>
    /// <exception cref="InvalidOperationException">The state is kept otherwise than in one field of one of the session's parts.</exception>
    public SessionWatch(BedsideSession session)
    {
        (FieldInfo part, FieldInfo kept) = FieldsOf(typeof(BedsideSession))
            .SelectMany(part => FieldsOf(part.FieldType), (part, field) => (part, field)).Single(pair => pair.field.FieldType == typeof(SessionState));
        state = Expression.Lambda<Func<SessionState>>(Expression.Field(Expression.Field(Expression.Constant(session), part), kept)).Compile();
    }

    /// <summary>What it is at.</summary>
    public SessionPhase Phase => state() switch
    {
        SessionState.Recording => SessionPhase.Recording,
        SessionState.Analysing => SessionPhase.Analysis,
        SessionState.Storing => SessionPhase.Storing,
        _ => SessionPhase.Monitoring,
    };

    private static FieldInfo[] FieldsOf(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
}
