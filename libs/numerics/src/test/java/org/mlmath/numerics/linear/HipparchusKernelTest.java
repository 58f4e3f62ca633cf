package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HipparchusKernelTest extends KernelLaws {
    @Override
    Kernel kernel() {
        return Kernels.hipparchus();
    }

    @Test
    void saysItsName() {
        assertThat(kernel().name()).startsWith("hipparchus");
    }
}
