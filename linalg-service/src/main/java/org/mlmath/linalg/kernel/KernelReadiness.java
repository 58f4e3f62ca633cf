package org.mlmath.linalg.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.mlmath.numerics.linear.Kernels;

/** Ready with either kernel; says which one computes, and why where it is the slower one. */
@Readiness
@ApplicationScoped
public class KernelReadiness implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder ready = HealthCheckResponse.named("linear algebra kernel")
                .up()
                .withData("kernel", Kernels.current().name());
        Kernels.fallbackReason().ifPresent(reason -> ready.withData("fallbackReason", reason));
        return ready.build();
    }
}
