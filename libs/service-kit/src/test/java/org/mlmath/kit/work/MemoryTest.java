package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

class MemoryTest {
    private static final long LIMIT = 80_000;
    private static final long LITTLE = 1_000;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Memory memory = new Memory(LIMIT, LITTLE, metrics);

    private void assertRefused(long bytes, long before, ProblemType type) {
        long held = memory.held();
        assertThatThrownBy(() -> memory.reserve(bytes, before))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(type);
        assertThat(memory.held()).isEqualTo(held);
    }

    @Test
    void whatOthersHoldIsRefusedUntilTheyGiveItBack() {
        memory.reserve(LIMIT - 5_000, 0);
        assertRefused(5_001, 0, ProblemType.OVERLOADED);
        memory.reserve(5_000, 0);
        memory.release(LIMIT - 5_000);
        memory.reserve(LIMIT - 5_000, 0);
        assertThat(metrics.get("mlmath.shed").tag("full", "memory").counter().count())
                .isEqualTo(1);
    }

    @Test
    void whatIsMoreThanAllThereIsNobodyCanHave() {
        assertRefused(LIMIT + 1, 0, ProblemType.LIMIT_EXCEEDED);
    }

    @Test
    void whereLargeOnesHoldAllOfItSmallOnesHaveAnEighthMore() {
        memory.reserve(LIMIT, 0);
        assertRefused(LITTLE + 1, 0, ProblemType.OVERLOADED);
        assertRefused(2, LITTLE - 1, ProblemType.OVERLOADED); // a large one does not grow by small steps
        for (int i = 0; i < 10; i++) {
            memory.reserve(LITTLE, 0);
        }
        assertRefused(1, 0, ProblemType.OVERLOADED);
    }
}
