package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of queries refuses what Prometheus would, or else it would hold nothing. */
class PromQlTest {
    @Test
    void seriesAndLabelsAreFoundWhereverTheyStand() {
        PromQl.Query query = PromQl.parse(
                "histogram_quantile(0.9, sum by (service, le) (rate(a_bucket{x=~\"y|z\"}[5m]))) / (b + 1) > 2");
        assertThat(query.selectors())
                .containsExactly(new PromQl.Selector("a_bucket", Set.of("x")), new PromQl.Selector("b", Set.of()));
        assertThat(query.groupings()).singleElement().satisfies(grouping -> {
            assertThat(grouping.labels()).containsExactlyInAnyOrder("service", "le");
            assertThat(grouping.of()).extracting(PromQl.Selector::metric).containsExactly("a_bucket");
        });
    }

    @Test
    void whatIsNotThereCanBeAskedFor() {
        PromQl.Query query = PromQl.parse("(absent(a{x=\"y\"}) or absent(b)) unless on () (c or on (x, y) d)");
        assertThat(query.selectors()).extracting(PromQl.Selector::metric).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatWasThereCanBeAskedFor() {
        PromQl.Query query = PromQl.parse("a{x=\"y\"} unless a{z=\"y\"} offset 10m or rate(b[5m] offset 1h) > 0");
        assertThat(query.selectors()).extracting(PromQl.Selector::metric).containsExactly("a", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sum(a",
                "sum a)",
                "a b",
                "a{x}",
                "a{x=y}",
                "a{x=~\"(\"}",
                "rate(a)",
                "a[5m]",
                "a[5]",
                "rate(a[5m]) + a[5m]",
                "topk(a)",
                "histogram_quantile(sum(a), 0.9)",
                "irate(a[5m])",
                "sum by service (a)",
                "absent(a[5m])",
                "a unless on b",
                "a offset",
                "a offset b",
                "a offset 10",
                "a unless on (",
                "1 + 1",
                "a > ",
                "a ? b"
            })
    void whatIsNotWellFormedIsRefused(String query) {
        assertThatIllegalArgumentException().isThrownBy(() -> PromQl.parse(query));
    }
}
