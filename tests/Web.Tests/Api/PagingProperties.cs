using FsCheck;
using FsCheck.Fluent;
using Restaurant.Web.Api;

namespace Restaurant.Web.Tests.Api;

public sealed class PagingProperties
{
    [Fact]
    public void Any_page_and_any_size_are_brought_within_bounds() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(3, 5).WithMaxTest(2000).WithEndSize(int.MaxValue),
        Prop.ForAll<int?, int?>((page, size) =>
        {
            var (number, rows, skip) = Paging.Of(page, size);
            rows.ShouldBeInRange(1, Paging.MaxSize);
            number.ShouldBeGreaterThan(0);
            skip.ShouldBe((number - 1) * rows);
            skip.ShouldBeGreaterThanOrEqualTo(0);
        }));
}
