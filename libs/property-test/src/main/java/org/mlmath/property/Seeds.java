package org.mlmath.property;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives each property the same random cases in every run: its seed comes from its name, whatever else is run. So a change
 * is judged by the cases it was written with, and nobody's build fails for a law that another's change found wanting.
 *
 * <p>{@code -Dmlmath.seed=random} explores: each property draws a seed of its own. With a number they have others than usual, again
 * the same in every run. A seed that a property states itself stays.
 */
public final class Seeds implements AroundPropertyHook {
    static final String SETTING = "mlmath.seed";

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        String law = context.containerClass().getName() + "."
                + context.targetMethod().getName();
        if (attributes.seed().isEmpty()) {
            seed(System.getProperty(SETTING, "").strip(), law).ifPresent(attributes::setSeed);
        }
        PropertyExecutionResult result = property.execute();
        if (result.status() == PropertyExecutionResult.Status.FAILED) {
            // jqwik prints the seed in a report of its own, which stands far from the failure in the log of a build.
            result.seed().ifPresent(seed -> result.throwable()
                    .ifPresent(failure -> failure.addSuppressed(new Drawn(law, seed))));
        }
        return result;
    }

    /** @return the seed for a law; none where each run is to draw one */
    static Optional<String> seed(String setting, String law) {
        if (setting.equals("random")) {
            return Optional.empty();
        }
        if (!setting.matches("-?[0-9]*")) {
            throw new IllegalArgumentException(SETTING + " is a whole number or 'random', not '" + setting + "'");
        }
        byte[] name = (setting + law).getBytes(StandardCharsets.UTF_8);
        return Optional.of(Long.toString(UUID.nameUUIDFromBytes(name).getMostSignificantBits()));
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    /** Stands below a failure, to say with which cases it comes back. */
    private static final class Drawn extends RuntimeException {
        private static final long serialVersionUID = 1;

        Drawn(String law, String seed) {
            super(law + " fails again with @Property(seed = \"" + seed + "\")", null, false, false);
        }
    }
}
