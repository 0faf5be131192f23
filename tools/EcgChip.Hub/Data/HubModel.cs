using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Data;

/// <summary>Keys, lengths and indexes of the hub's tables.</summary>
internal static class HubModel
{
    private const int Sha256Bytes = 32;
    private const int LongestAction = 40;

    internal static void Configure(ModelBuilder builder)
    {
        builder.Entity<Device>(device =>
        {
            device.Property(each => each.Id).ValueGeneratedNever();
            device.Property(each => each.Village).HasMaxLength(HubContext.LongestName);
            device.Property(each => each.LastSyncBy).HasMaxLength(HubContext.LongestName);
            device.Property(each => each.Firmware).HasMaxLength(HubContext.LongestName);
            device.HasMany(each => each.Records).WithOne().HasForeignKey(each => each.DeviceId).OnDelete(DeleteBehavior.Restrict);
            device.HasIndex(each => each.Village);
        });
        builder.Entity<StoredRecord>(record =>
        {
            record.ToTable("Records");
            record.HasKey(each => new { each.DeviceId, each.Sequence });
            record.Property(each => each.Kind).HasConversion<short>();
            record.Property(each => each.Health).HasConversion<short>();
            record.Property(each => each.Answer).HasConversion<short>();
            record.Property(each => each.DeviceAnswer).HasConversion<short?>();
            record.Property(each => each.ReceivedFrom).HasMaxLength(HubContext.LongestName);
            record.Property(each => each.Village).HasMaxLength(HubContext.LongestName);
            record.Property(each => each.Sha256).HasMaxLength(Sha256Bytes);
            record.HasOne(each => each.Content).WithOne().HasForeignKey<RecordContent>(each => new { each.DeviceId, each.Sequence }).OnDelete(DeleteBehavior.Restrict);
            record.HasMany(each => each.Findings).WithOne().HasForeignKey(each => new { each.DeviceId, each.Sequence }).OnDelete(DeleteBehavior.Restrict);
            record.HasMany(each => each.Reviews).WithOne().HasForeignKey(each => new { each.DeviceId, each.Sequence }).OnDelete(DeleteBehavior.Restrict);

            // A page of a list is a range of one of these, however many records there are: the filter that is equal first, then the list's order.
            record.HasIndex(each => new { each.Waiting, each.ListedAt, each.DeviceId, each.Sequence });
            record.HasIndex(each => new { each.Waiting, each.Answer, each.ListedAt, each.DeviceId, each.Sequence });
            record.HasIndex(each => new { each.Village, each.Waiting, each.ListedAt, each.DeviceId, each.Sequence });
            record.HasIndex(each => new { each.DeviceId, each.ListedAt, each.Sequence });
        });
        builder.Entity<RecordContent>(content =>
        {
            content.ToTable("RecordContents");
            content.HasKey(each => new { each.DeviceId, each.Sequence });
        });
        builder.Entity<RecordFinding>(finding =>
        {
            finding.ToTable("RecordFindings");
            finding.HasKey(each => new { each.DeviceId, each.Sequence, each.Place });
            finding.HasIndex(each => new { each.Code, each.Waiting, each.ListedAt, each.DeviceId, each.Sequence });
        });
        builder.Entity<Review>(review =>
        {
            review.HasIndex(each => new { each.DeviceId, each.Sequence, each.Place }).IsUnique();
            review.Property(each => each.ReviewerId).HasMaxLength(HubContext.LongestName);
            review.Property(each => each.Reviewer).HasMaxLength(HubContext.LongestName);
            review.Property(each => each.Note).HasMaxLength(HubContext.LongestNote);
            review.Property(each => each.Verdict).HasConversion<short>();
            review.Property(each => each.Answer).HasConversion<short>();
            review.HasMany(each => each.Findings).WithOne().HasForeignKey(each => each.ReviewId).OnDelete(DeleteBehavior.Restrict);
            review.HasMany(each => each.Beats).WithOne().HasForeignKey(each => each.ReviewId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ReviewedFinding>().ToTable("ReviewedFindings").HasKey(each => new { each.ReviewId, each.Code });
        builder.Entity<ReviewedBeat>().ToTable("ReviewedBeats").HasKey(each => new { each.ReviewId, each.Sample });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("Audit");
            entry.Property(each => each.UserId).HasMaxLength(HubContext.LongestName);
            entry.Property(each => each.User).HasMaxLength(HubContext.LongestName);
            entry.Property(each => each.Action).HasMaxLength(LongestAction);
            entry.Property(each => each.Address).HasMaxLength(HubContext.LongestName);
            entry.HasIndex(each => each.At);
            entry.HasIndex(each => new { each.DeviceId, each.Sequence });
        });
    }
}
