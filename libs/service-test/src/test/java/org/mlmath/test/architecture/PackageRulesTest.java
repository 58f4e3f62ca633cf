package org.mlmath.test.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the class that breaks it. */
class PackageRulesTest {
    private static final PackageRules RULES =
            new PackageRules(new ClassFileImporter().importPackages("org.mlmath.stats", "org.mlmath.linalg")) {};

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void findsTheClassThatBreaksIt(String rule, ThrowingCallable check, String culprit) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(culprit);
    }

    static Stream<Arguments> findsTheClassThatBreaksIt() {
        return Stream.of(
                rule("knows the web", RULES::onlyResourcesAndRecordsKnowTheWeb, "stats.location.Mean.variance"),
                rule("names a library", RULES::onlyNumericsNamesANumericalLibrary, "stats.spread.Variance.deviation"),
                rule("knows another service", RULES::servicesDoNotKnowEachOther, "linalg.norm.NormHelper.sums"),
                rule("cycle", () -> RULES.capabilitiesFormNoCycles("stats"), "Cycle detected: Slice location"),
                rule("package without a name", RULES::namesSayWhatThingsAre, "stats.utils.Sums"),
                rule("class without a name", RULES::namesSayWhatThingsAre, "linalg.norm.NormHelper"),
                rule("no request", RULES::resourcesTakeRequestsAndGiveResults, "MeanResource.mean"),
                rule("no record", RULES::requestsAndResultsAreRecords, "stats.location.MeanRequest"),
                rule("no cost", RULES::requestsSayWhatTheyCost, "stats.location.MeanRequest"));
    }

    private static Arguments rule(String name, ThrowingCallable check, String culprit) {
        return Arguments.of(name, check, culprit);
    }
}
