package org.mlmath.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private static final ClientAddress TRUSTING =
            new ClientAddress(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8:aaaa::/48"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            203.0.113.5       | -                                        | 203.0.113.5
            203.0.113.5       | 198.51.100.1                             | 203.0.113.5
            10.1.2.3          | -                                        | 10.1.2.3
            10.1.2.3          | 198.51.100.1                             | 198.51.100.1
            10.1.2.3          | 1.1.1.1, 198.51.100.1                    | 198.51.100.1
            10.1.2.3          | 1.1.1.1, 198.51.100.1, 192.0.2.7         | 198.51.100.1
            10.1.2.3          | 1.1.1.1, 198.51.100.1, 192.0.2.8         | 192.0.2.8
            10.1.2.3          | 10.0.0.1, 10.0.0.2                       | 10.0.0.1
            10.1.2.3          | 198.51.100.1:4711                        | 198.51.100.1
            10.1.2.3          | [2001:db8::1]:4711                       | 2001:db8:0:0:0:0:0:0/64
            10.1.2.3          | 198.51.100.1, unknown                    | 10.1.2.3
            10.1.2.3          | 198.51.100.1, localhost                  | 10.1.2.3
            10.1.2.3          | ,                                        | 10.1.2.3
            2001:db8:1:2::9   | 198.51.100.1                             | 2001:db8:1:2:0:0:0:0/64
            2001:db8:1:2::8   | -                                        | 2001:db8:1:2:0:0:0:0/64
            2001:db8:aaaa::1  | 2001:db8:5:6:7::8                        | 2001:db8:5:6:0:0:0:0/64
            ::ffff:10.1.2.3   | ::ffff:198.51.100.1                      | 198.51.100.1
            fe80::1%eth0      | -                                        | fe80:0:0:0:0:0:0:0/64
            -                 | 198.51.100.1                             | unknown
            """)
    void onlyWhatTrustedProxiesWroteIsBelieved(String peer, String forwarded, String caller) {
        assertThat(TRUSTING.of(peer, forwarded == null ? List.of() : List.of(forwarded)))
                .isEqualTo(caller);
    }

    @Test
    void headersThatComeInSeveralLinesAreOneList() {
        assertThat(TRUSTING.of("10.1.2.3", List.of("1.1.1.1", "198.51.100.1, 10.9.9.9")))
                .isEqualTo("198.51.100.1");
    }

    /** Else a caller could be somebody else with each request. */
    @Property
    void withoutTrustedProxiesNothingThatIsWrittenCounts(@ForAll List<String> forwarded) {
        assertThat(new ClientAddress(List.of()).of("203.0.113.5", forwarded)).isEqualTo("203.0.113.5");
    }

    @Property
    void whateverIsWrittenNamesACaller(@ForAll String forwarded) {
        assertThat(TRUSTING.of("10.1.2.3", List.of(forwarded))).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "", "2001:db8::/129"})
    void aNetworkThatIsNoneIsAMistake(String network) {
        assertThatThrownBy(() -> new ClientAddress(List.of(network))).isInstanceOf(IllegalArgumentException.class);
    }
}
