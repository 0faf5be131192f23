using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcgChip.Hub.Migrations.Sqlite
{
    /// <summary>Lets the database itself refuse to change what is only ever added.</summary>
    public partial class AppendOnlyTables : Migration
    {
        private static readonly string[] Tables = ["RecordContents", "Reviews", "ReviewedFindings", "ReviewedBeats", "Audit"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (string table in Tables)
            {
                migrationBuilder.Sql($"CREATE TRIGGER \"{table}_NoUpdate\" BEFORE UPDATE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is only added to, never changed.'); END;");
                migrationBuilder.Sql($"CREATE TRIGGER \"{table}_NoDelete\" BEFORE DELETE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is only added to, never removed from.'); END;");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (string table in Tables)
            {
                migrationBuilder.Sql($"DROP TRIGGER \"{table}_NoUpdate\";");
                migrationBuilder.Sql($"DROP TRIGGER \"{table}_NoDelete\";");
            }
        }
    }
}
