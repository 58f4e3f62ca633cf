package org.mlmath.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows are so long that what comes back while a test runs is far less than a unit. */
class AllowancesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private record Settings(Optional<Duration> allowance, Duration window, Duration minimum, int callers, int gateways)
            implements RateSettings {
        @Override
        public int concurrency() {
            return 0;
        }

        @Override
        public Optional<List<String>> trustedProxies() {
            return Optional.empty();
        }
    }

    private static Allowances allowances(long milliseconds, int callers) {
        return new Allowances(
                new Settings(Optional.of(Duration.ofMillis(milliseconds)), DAY, Duration.ofMillis(1), callers, 1));
    }

    private static void spend(Allowances allowances, Account account, double seconds) {
        assertThat(account.enter()).isTrue();
        allowances.charge("a", account, seconds);
    }

    @Test
    void ofSeveralGatewaysEachAllowsItsPart() {
        Allowances allowances =
                new Allowances(new Settings(Optional.of(Duration.ofSeconds(6)), DAY, Duration.ofMillis(1), 10, 3));
        assertThat(allowances.of("a", null).policy()).startsWith("\"compute\";q=2000;");
        assertThat(allowances.of("b", Duration.ofSeconds(60)).policy()).startsWith("\"compute\";q=20000;");
        assertThatThrownBy(() -> new Allowances(new Settings(Optional.empty(), DAY, Duration.ofMillis(1), 10, 0)))
                .hasMessageContaining("mlmath.rate.gateways");
    }

    @Test
    void aCostCountsInUnitsOfTheLeast() {
        Allowances allowances = allowances(1_000, 10);
        Account account = allowances.of("a", null);
        assertThat(account.policy()).isEqualTo("\"compute\";q=1000;w=86400");
        assertThat(account.state()).isEqualTo("\"compute\";r=1000");
        spend(allowances, account, 0.0001);
        assertThat(account.state()).startsWith("\"compute\";r=999;t=");
        spend(allowances, account, 0.001);
        assertThat(account.state()).startsWith("\"compute\";r=998;t=");
        spend(allowances, account, 0.0101);
        assertThat(account.state()).startsWith("\"compute\";r=987;t=");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void aCostThatIsNoneCountsAsTheLeast(double cost) {
        Allowances allowances = allowances(1_000, 10);
        Account account = allowances.of("a", null);
        spend(allowances, account, cost);
        assertThat(account.state()).contains("r=999;");
    }

    @Test
    void whoeverHasOverdrawnWaitsUntilAllOfItHasComeBack() {
        Allowances allowances = allowances(86_400, 10); // a unit a second
        Account account = allowances.of("a", null);
        spend(allowances, account, 86.4 + 3.6); // an hour's worth more than there was
        assertThat(account.enter()).isFalse();
        assertThat(account.state()).startsWith("\"compute\";r=0;t=36");
        assertThat(account.secondsToWait()).isCloseTo(3_601, within(60L));
        assertThat(allowances.of("a", null)).isSameAs(account);
        assertThat(allowances.of("b", null).enter()).isTrue();
    }

    @Test
    void anEndlessCostIsBounded() {
        Allowances allowances = allowances(1_000, 10);
        Account account = allowances.of("a", null);
        spend(allowances, account, Double.POSITIVE_INFINITY);
        assertThat(account.enter()).isFalse();
        assertThat(account.secondsToWait()).isLessThan(Duration.ofDays(3_601).toSeconds());
    }

    @Test
    void aKeyMayHaveAnAllowanceOfItsOwnThatMayChange() {
        Allowances allowances = allowances(1_000, 10);
        Account own = allowances.of("key k", Duration.ofSeconds(5));
        assertThat(own.policy()).contains("q=5000;");
        assertThat(allowances.of("key k", Duration.ofSeconds(5))).isSameAs(own);
        assertThat(allowances.of("key k", Duration.ofSeconds(7)).policy()).contains("q=7000;");
    }

    @Test
    void whoFloodsWithAddressesFillsNoMemory() {
        Allowances allowances = allowances(1_000, 10);
        for (int i = 0; i < 10_000; i++) {
            allowances.of("address " + i, null).enter();
        }
        assertThat(allowances.known()).isLessThanOrEqualTo(10);
    }

    @Test
    void aLeastCostOfNothingIsAMistake() {
        assertThatThrownBy(() -> new Allowances(new Settings(Optional.empty(), DAY, Duration.ZERO, 10, 1)))
                .hasMessageContaining("mlmath.rate");
    }
}
