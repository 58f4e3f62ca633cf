package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs where there is a native library, which is everywhere that we build. */
class OpenBlasKernelTest extends KernelLaws {
    @BeforeAll
    static void onlyWhereItLoads() {
        Assumptions.assumeTrue(Kernels.fallbackReason().isEmpty(), () -> Kernels.fallbackReason()
                .orElseThrow());
    }

    @Override
    Kernel kernel() {
        return Kernels.current();
    }

    @Test
    void saysItsName() {
        assertThat(kernel().name()).matches("openblas \\d+\\.\\d+\\.\\d+");
    }
}
