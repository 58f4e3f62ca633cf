package org.mlmath.calculus.algebra;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.mlmath.symbolic.ComputerAlgebra;

/**
 * Ready before computer algebra has started, and where it never does: what has rules of its own is answered all the same. Not
 * ready when so many of its threads are stuck that only a new process gets rid of them.
 */
@Readiness
@ApplicationScoped
public class AlgebraReadiness implements HealthCheck {
    /** Whether computer algebra begins to start with the service, in the background, rather than with the first need of it. */
    @ConfigProperty(name = "mlmath.algebra.preload", defaultValue = "true")
    boolean preload;

    void begin(@Observes StartupEvent started) {
        if (preload) {
            ComputerAlgebra.preload();
        }
    }

    @Override
    public HealthCheckResponse call() {
        ComputerAlgebra.Status status = ComputerAlgebra.status();
        HealthCheckResponseBuilder check = HealthCheckResponse.named("computer algebra")
                .status(status.usable())
                .withData("started", status.started())
                .withData("stuckThreads", status.stuck())
                .withData("threadsGivenUp", status.givenUp());
        if (status.failure() != null) {
            check.withData("failure", status.failure());
        }
        return check.build();
    }
}
