using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Npgsql;
using NpgsqlTypes;

namespace EcgChip.Hub.Load;

/// <summary>
/// Puts rows of recordings into PostgreSQL by COPY, as many as lists are to be measured with: without the records' bytes, which no list reads.
/// </summary>
internal static class BulkRows
{
    private const int FirstSequence = 1_000_000;
    private const int MinutesApart = 7;
    private const int Seconds = 60;

    // Of a thousand recordings, roughly as field screening finds them; most are nothing.
    private static readonly (int Code, int PerThousand)[] Found = [(1, 1), (3, 2), (4, 25), (6, 40), (7, 30), (8, 15), (11, 80), (13, 20), (15, 60)];

    /// <summary>Adds rows.</summary>
    /// <param name="database">PostgreSQL.</param>
    /// <param name="devices">Devices that they are of, in turn.</param>
    /// <param name="rows">How many.</param>
    /// <param name="days">Days that they lie back from the first of 2026.</param>
    /// <param name="cancellation">Ends it.</param>
    internal static async Task AddAsync(HubDatabase database, int devices, int rows, int days, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = database.OpenNpgsql();
        await connection.OpenAsync(cancellation);
        List<(StoredRecord Row, int[] Codes)> all = [.. Rows(devices, rows, days)];
        NpgsqlBinaryImporter records = await connection.BeginBinaryImportAsync(
            """
            COPY "Records" ("DeviceId", "Sequence", "Kind", "Health", "ReceivedAt", "ReceivedFrom", "StartedAt", "ListedAt", "Village", "Waiting", "Answer", "DeviceAnswer", "PatientNumber",
            "SampleCount", "SampleRate", "MeanHeartRate", "LowestHeartRate", "HighestHeartRate", "NormalBeats", "SupraventricularBeats", "VentricularBeats", "FusionBeats", "OtherBeats",
            "UnclassifiedBeats", "GoodSamples", "PoorSamples", "NoContactSamples", "Models", "Length", "Sha256") FROM STDIN (FORMAT BINARY)
            """,
            cancellation);
        await using (records)
        {
            foreach ((StoredRecord row, int[] _) in all)
            {
                await WriteAsync(records, row, cancellation);
            }

            await records.CompleteAsync(cancellation);
        }

        NpgsqlBinaryImporter findings = await connection.BeginBinaryImportAsync(
            """COPY "RecordFindings" ("DeviceId", "Sequence", "Place", "Code", "Times", "Value", "StartSample", "EndSample", "ListedAt", "Waiting") FROM STDIN (FORMAT BINARY)""", cancellation);
        await using (findings)
        {
            foreach ((StoredRecord row, int[] codes) in all)
            {
                for (int place = 0; place < codes.Length; place++)
                {
                    await findings.StartRowAsync(cancellation);
                    await findings.WriteAsync(row.DeviceId, NpgsqlDbType.Bigint, cancellation);
                    foreach (int number in new[] { row.Sequence, place, codes[place], 1, 120, 0, 100 })
                    {
                        await findings.WriteAsync(number, NpgsqlDbType.Integer, cancellation);
                    }

                    await findings.WriteAsync(row.ListedAt, NpgsqlDbType.TimestampTz, cancellation);
                    await findings.WriteAsync(row.Waiting, NpgsqlDbType.Boolean, cancellation);
                }
            }

            await findings.CompleteAsync(cancellation);
        }

        await using NpgsqlCommand analyse = new("VACUUM ANALYZE", connection) { CommandTimeout = 0 };
        await analyse.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter records, StoredRecord row, CancellationToken cancellation)
    {
        await records.StartRowAsync(cancellation);
        await records.WriteAsync(row.DeviceId, NpgsqlDbType.Bigint, cancellation);
        await records.WriteAsync(row.Sequence, NpgsqlDbType.Integer, cancellation);
        await records.WriteAsync((short)row.Kind, NpgsqlDbType.Smallint, cancellation);
        await records.WriteAsync((short)row.Health, NpgsqlDbType.Smallint, cancellation);
        await records.WriteAsync(row.ReceivedAt, NpgsqlDbType.TimestampTz, cancellation);
        await records.WriteAsync(row.ReceivedFrom, NpgsqlDbType.Varchar, cancellation);
        await records.WriteAsync(row.ListedAt, NpgsqlDbType.TimestampTz, cancellation);
        await records.WriteAsync(row.ListedAt, NpgsqlDbType.TimestampTz, cancellation);
        await records.WriteAsync(row.Village, NpgsqlDbType.Varchar, cancellation);
        await records.WriteAsync(row.Waiting, NpgsqlDbType.Boolean, cancellation);
        await records.WriteAsync((short)row.Answer, NpgsqlDbType.Smallint, cancellation);
        await records.WriteAsync((short)row.Answer, NpgsqlDbType.Smallint, cancellation);
        int samples = Seconds * SyntheticRecording.SampleRate;
        int rate = 60 + (row.Sequence % 60);
        foreach (int number in new[] { 1 + (row.Sequence % 200), samples, SyntheticRecording.SampleRate, rate, rate - 5, rate + 5, rate - 1, 0, 1, 0, 0, 0, samples, 0, 0 })
        {
            await records.WriteAsync(number, NpgsqlDbType.Integer, cancellation);
        }

        await records.WriteAsync(row.Models, NpgsqlDbType.Text, cancellation);
        await records.WriteAsync(row.Length, NpgsqlDbType.Integer, cancellation);
        await records.WriteAsync(row.Sha256, NpgsqlDbType.Bytea, cancellation);
    }

    private static IEnumerable<(StoredRecord Row, int[] Codes)> Rows(int devices, int rows, int days)
    {
        Random random = new(rows);
        DateTime last = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        byte[] hash = new byte[32];
        for (int i = 0; i < rows; i++)
        {
            int device = i % devices;
            int[] codes = [.. Found.Where(each => random.Next(1000) < each.PerThousand).Select(each => each.Code)];
            DateTime at = last.AddMinutes(-random.Next(days * 1440)).AddMinutes(random.Next(MinutesApart));
            yield return (new StoredRecord
            {
                DeviceId = LoadFleet.Id(device),
                Sequence = FirstSequence + (i / devices),
                ReceivedAt = at,
                ReceivedFrom = LoadFleet.Worker,
                ListedAt = at,
                Village = LoadFleet.Village(device),

                // Nineteen of twenty wait: the harder case, and both kinds of lists are long.
                Waiting = random.Next(20) != 0,
                Answer = codes.Any(code => code is 1 or 3 or 4 or 8) ? ListedAnswer.ShowADoctor : random.Next(25) == 0 ? ListedAnswer.Repeat : ListedAnswer.NoFinding,
                Models = "live bedside 7f305bfbd21bdc89\nrepresentative seed 39d02cc1a8a79cf1",
                Length = 5700,
                Sha256 = hash,
            }, codes);
        }
    }
}
