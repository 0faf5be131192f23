using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcgChip.Hub.Migrations.Postgres
{
    /// <summary>Lets the database itself refuse to change what is only ever added.</summary>
    public partial class AppendOnlyTables : Migration
    {
        private static readonly string[] Tables = ["RecordContents", "Reviews", "ReviewedFindings", "ReviewedBeats", "Audit"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE FUNCTION ecgchip_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION '% is only added to, never changed.', TG_TABLE_NAME; END $$;
                """);
            foreach (string table in Tables)
            {
                migrationBuilder.Sql($"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION ecgchip_append_only();");
            }

            // Packed samples do not become smaller, so PostgreSQL need not try.
            migrationBuilder.Sql("""ALTER TABLE "RecordContents" ALTER COLUMN "Bytes" SET STORAGE EXTERNAL;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (string table in Tables)
            {
                migrationBuilder.Sql($"DROP TRIGGER append_only ON \"{table}\";");
            }

            migrationBuilder.Sql("DROP FUNCTION ecgchip_append_only();");
            migrationBuilder.Sql("""ALTER TABLE "RecordContents" ALTER COLUMN "Bytes" SET STORAGE EXTENDED;""");
        }
    }
}
