package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.optimization.Schedule;

/** Learning-rate schedules as requests name them: their fields, defaults and formulas. */
final class ScheduleCatalog {
    private static final double STEP_GAMMA = 0.1;
    private static final long WARM_UP_STEPS = 5;
    private static final double WARM_UP_START = 1.0 / 3;

    /** Schedules within warm-ups: a chain longer than this is a mistake. */
    private static final int DEEPEST = 8;

    private ScheduleCatalog() {}

    /** LaTeX, with t the steps made before. */
    static String formula(RateSchedule.Name name) {
        return switch (name) {
            case CONSTANT -> "\\eta_t = \\eta";
            case STEP -> "\\eta_t = \\eta\\,\\gamma^{\\lfloor t/\\text{stepSize} \\rfloor}";
            case EXPONENTIAL -> "\\eta_t = \\eta\\,\\gamma^t";
            case COSINE ->
                "\\eta_t = \\eta_{\\min} + \\tfrac12 (\\eta - \\eta_{\\min}) \\left(1 + \\cos\\frac{\\pi"
                        + " t}{\\text{period}}\\right)";
            case INVERSE_TIME -> "\\eta_t = \\frac{\\eta}{1 + \\kappa t}";
            case WARM_UP ->
                "\\eta_t = \\eta \\left(s + (1-s) \\frac{t}{\\text{steps}}\\right) \\text{ for } t < \\text{steps},"
                        + " \\text{ then the schedule that follows}";
        };
    }

    /** @return the fields that a schedule takes, with their defaults; null where a value is required */
    static Map<String, Double> fields(RateSchedule.Name name) {
        Map<String, Double> fields = new LinkedHashMap<>();
        switch (name) {
            case CONSTANT -> {}
            case STEP -> {
                fields.put("stepSize", null);
                fields.put("gamma", STEP_GAMMA);
            }
            case EXPONENTIAL -> fields.put("gamma", null);
            case COSINE -> {
                fields.put("period", null);
                fields.put("minimumRate", 0.0);
            }
            case INVERSE_TIME -> fields.put("decay", null);
            case WARM_UP -> {
                fields.put("steps", (double) WARM_UP_STEPS);
                fields.put("startFactor", WARM_UP_START);
            }
        }
        return fields;
    }

    /**
     * The schedule with its defaults filled in.
     *
     * @throws InvalidParameterException at the field that is missing, has no meaning or belongs to another schedule
     */
    static RateSchedule complete(RateSchedule given) {
        return complete(given, "", 1);
    }

    private static RateSchedule complete(RateSchedule given, String pointer, int depth) {
        if (given == null) {
            return new RateSchedule(RateSchedule.Name.CONSTANT, null, null, null, null, null, null, null, null);
        }
        if (depth > DEEPEST) {
            throw new InvalidParameterException("At most %d schedules may follow each other.".formatted(DEEPEST))
                    .at(pointer);
        }
        refuseOthersFields(given, pointer);
        Long stepSize = given.stepSize();
        Double gamma = given.gamma();
        Long period = given.period();
        Double minimumRate = given.minimumRate();
        Double decay = given.decay();
        Long steps = given.steps();
        Double startFactor = given.startFactor();
        RateSchedule then = given.then();
        switch (given.name()) {
            case CONSTANT -> {}
            case STEP -> {
                require(stepSize != null && stepSize >= 1, pointer, "stepSize", "an integer of at least 1");
                gamma = gamma == null ? STEP_GAMMA : gamma;
                require(gamma >= 0, pointer, "gamma", "at least 0");
            }
            case EXPONENTIAL -> require(gamma != null && gamma >= 0, pointer, "gamma", "a number of at least 0");
            case COSINE -> {
                require(period != null && period >= 1, pointer, "period", "an integer of at least 1");
                minimumRate = minimumRate == null ? 0 : minimumRate;
                require(minimumRate >= 0, pointer, "minimumRate", "at least 0");
            }
            case INVERSE_TIME -> require(decay != null && decay >= 0, pointer, "decay", "a number of at least 0");
            case WARM_UP -> {
                steps = steps == null ? WARM_UP_STEPS : steps;
                require(steps >= 1, pointer, "steps", "at least 1");
                startFactor = startFactor == null ? WARM_UP_START : startFactor;
                require(startFactor > 0 && startFactor <= 1, pointer, "startFactor", "above 0 and at most 1");
                then = complete(then, pointer + "/then", depth + 1);
            }
        }
        return new RateSchedule(given.name(), stepSize, gamma, period, minimumRate, decay, steps, startFactor, then);
    }

    private static void refuseOthersFields(RateSchedule given, String pointer) {
        Map<String, Object> present = new LinkedHashMap<>();
        present.put("stepSize", given.stepSize());
        present.put("gamma", given.gamma());
        present.put("period", given.period());
        present.put("minimumRate", given.minimumRate());
        present.put("decay", given.decay());
        present.put("steps", given.steps());
        present.put("startFactor", given.startFactor());
        present.put("then", given.then());
        List<String> own = new ArrayList<>(fields(given.name()).keySet());
        if (given.name() == RateSchedule.Name.WARM_UP) {
            own.add("then");
        }
        present.forEach((field, value) -> {
            if (value != null && !own.contains(field)) {
                throw new InvalidParameterException("This schedule takes %s, not %s."
                                .formatted(own.isEmpty() ? "no fields" : String.join(", ", own), field))
                        .at(pointer + "/" + field);
            }
        });
    }

    private static void require(boolean right, String pointer, String field, String what) {
        if (!right) {
            throw new InvalidParameterException("%s has to be %s.".formatted(field, what)).at(pointer + "/" + field);
        }
    }

    /** @param complete as {@link #complete} gives it */
    static Schedule schedule(RateSchedule complete) {
        return switch (complete.name()) {
            case CONSTANT -> new Schedule.Constant();
            case STEP -> new Schedule.Step(complete.stepSize(), complete.gamma());
            case EXPONENTIAL -> new Schedule.Exponential(complete.gamma());
            case COSINE -> new Schedule.Cosine(complete.period(), complete.minimumRate());
            case INVERSE_TIME -> new Schedule.InverseTime(complete.decay());
            case WARM_UP -> new Schedule.WarmUp(complete.steps(), complete.startFactor(), schedule(complete.then()));
        };
    }
}
