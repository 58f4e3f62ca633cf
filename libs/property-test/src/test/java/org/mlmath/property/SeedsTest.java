package org.mlmath.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

class SeedsTest {
    private static final String LAW = SeedsTest.class.getName() + ".casesComeFromTheName";
    private static final String ITS_SEED = "6854934026126507994";

    private static final List<Long> CASES = new ArrayList<>();
    private static final List<Long> CASES_OF_THE_SEED = new ArrayList<>();

    @Property(tries = 20)
    void casesComeFromTheName(@ForAll long value) {
        CASES.add(value);
    }

    @Property(tries = 20, seed = ITS_SEED)
    void aSeedThatIsStatedStays(@ForAll long value) {
        CASES_OF_THE_SEED.add(value);
    }

    @AfterContainer
    static void bothHadTheSameCases() {
        if (System.getProperty(Seeds.SETTING) == null && !CASES.isEmpty() && !CASES_OF_THE_SEED.isEmpty()) {
            assertThat(CASES).isEqualTo(CASES_OF_THE_SEED);
        }
    }

    @Example
    void theSeedOfALawIsTheSameOnEveryMachine() {
        assertThat(Seeds.seed("", LAW)).contains(ITS_SEED);
    }

    @Example
    void lawsHaveSeedsOfTheirOwn() {
        assertThat(Seeds.seed("", LAW + "AsWell")).isPresent().isNotEqualTo(Seeds.seed("", LAW));
    }

    @Example
    void aNumberGivesOtherSeedsAndTheSameEachTime() {
        assertThat(Seeds.seed("7", LAW))
                .isPresent()
                .isEqualTo(Seeds.seed("7", LAW))
                .isNotEqualTo(Seeds.seed("", LAW))
                .isNotEqualTo(Seeds.seed("8", LAW));
    }

    @Example
    void jqwikDrawsSeedsWhereTheyAreToBeRandom() {
        assertThat(Seeds.seed("random", LAW)).isEmpty();
    }

    @Example
    void whatIsNoSeedIsRefused() {
        assertThatThrownBy(() -> Seeds.seed("Random", LAW))
                .hasMessage("mlmath.seed is a whole number or 'random', not 'Random'");
    }
}
