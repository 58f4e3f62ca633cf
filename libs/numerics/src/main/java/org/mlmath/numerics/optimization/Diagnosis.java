package org.mlmath.numerics.optimization;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.optimization.Finding.Code;
import org.mlmath.numerics.optimization.Finding.Severity;

/**
 * What a good teacher would say about a run, the most important first. Curvatures are the Hessian's extreme eigenvalues at the best
 * point seen (see {@link Curvature}); the largest stable rate is exact for quadratic objectives and a local estimate for others.
 *
 * @param summary the first finding in a sentence
 * @param findings never empty
 */
public record Diagnosis(String summary, List<Finding> findings) {
    /** λmax/λmin from which on gradient descent needs more than a hundred steps per digit. */
    private static final double ILL_CONDITIONED = 100;

    /** Part of the window's steps that turn the gradient round, or rise, from which on a run oscillates. */
    private static final double OSCILLATING_PART = 0.25;

    /** A window shorter than this shows no oscillation. */
    private static final int SHORTEST_WINDOW = 8;

    /** Part of the largest stable rate under which a rate is called too small. */
    private static final double SMALL_RATE = 0.02;

    /** Relative change of the gradient's norm, over a whole run, that shows it has hardly moved. */
    private static final double UNCHANGED_GRADIENT = 0.02;

    /** The gradient's part of the first one at which a flat or indefinite Hessian is worth a word. */
    private static final double NEARLY_STATIONARY = 1e-3;

    /** How far above its start a run's value, or gradient, must end to be called diverging while still finite. */
    private static final double GROWTH = 10;

    /** How far a run has to have fallen, beside the value at its start, for a gradient that does not shrink to mean no lower bound. */
    private static final double BOTTOMLESS_FALL = 1e6;

    /** λmin/λmax of a quadratic's Hessian, computed and not differenced, above which λmin is more than rounding. */
    private static final double RESOLVED_BOWL = 1e-13;

    /** The part of its range in the first half of a window that an oscillation which settles has at most in the second. */
    private static final double DAMPED = 0.5;

    /** The part of a window's range by which its end has to lie below its beginning for an oscillating run to descend. */
    private static final double DESCENDING_PART = 0.1;

    public static Diagnosis of(
            Minimization minimization, Run run, DifferentiableFunction objective, Deadline deadline) {
        List<Finding> findings = new Examination(minimization, run, objective, deadline).findings();
        return new Diagnosis(findings.getFirst().message(), findings);
    }

    private static final class Examination {
        private final Minimization minimization;
        private final Run run;
        private final DifferentiableFunction objective;
        private final Deadline deadline;
        private final Trend trend;
        private final UpdateRule.Guide guide;
        private Curvature curvature;
        private final double rate;
        private double stableRate;
        private boolean quadratic;
        private boolean elongatedBowl;
        private final List<Finding> findings = new ArrayList<>();

        Examination(Minimization minimization, Run run, DifferentiableFunction objective, Deadline deadline) {
            this.minimization = minimization;
            this.run = run;
            this.objective = objective;
            this.deadline = deadline;
            trend = run.trend();
            guide = minimization.rule().guide();
            rate = minimization.schedule().rate(minimization.learningRate(), Math.max(0, run.iterations() - 1));
            curvature = curvatureAt(run.state().bestPoint());
            stableRate = stableRate(curvature);
        }

        private Curvature curvatureAt(double[] point) {
            return Curvature.at(point, objective, deadline).orElse(null);
        }

        private double stableRate(Curvature curvature) {
            return curvature != null && curvature.largest() > 0
                    ? minimization.rule().largestStableRate(curvature.largest())
                    : Double.NaN;
        }

        List<Finding> findings() {
            if (run.reason() == StopReason.UNDEFINED) {
                leftDomain();
            } else if (run.reason() == StopReason.DIVERGED || growing() || bottomless()) {
                diverged();
            } else if (run.converged()) {
                elongatedBowl = inElongatedBowl();
                boolean stationary = !elongatedBowl && plateauOrSaddle();
                converged();
                if (stationary && !indefinite() && !flatFromTheStart()) {
                    findings.add(findings.removeFirst()); // it may well be a minimum: that goes second
                }
                illConditioned();
            } else if (run.reason() == StopReason.SINGULAR_HESSIAN) {
                singularHessian();
            } else if (run.reason() == StopReason.NO_DESCENT) {
                noDescent();
            } else if (!(run.gradientNorm() > run.smallGradient())) {
                // As flat as a minimum, and higher than the start.
                if (!plateauOrSaddle()) {
                    higherThanTheStart();
                }
            } else {
                elongatedBowl = inElongatedBowl();
                if (elongatedBowl) {
                    illConditioned(); // first: more iterations alone would be poor advice
                }
                boolean stationary = !elongatedBowl && plateauOrSaddle();
                int oscillation = findings.size();
                boolean oscillating = oscillating();
                boolean settling = oscillating && settling();
                if (!stationary && !oscillating) {
                    rateTooSmall();
                }
                if (!oscillating || settling || descendingAllTheSame()) {
                    stillDescending();
                }
                if (settling) {
                    findings.add(findings.remove(oscillation)); // where it leads goes before the way there
                }
                if (!elongatedBowl) {
                    illConditioned();
                }
            }
            return List.copyOf(findings);
        }

        private void converged() {
            Map<String, Double> evidence = evidence();
            evidence.put("gradientNorm", run.gradientNorm());
            String by =
                    switch (run.reason()) {
                        case GRADIENT_NORM ->
                            "the gradient's norm %s is at most the one asked for".formatted(text(run.gradientNorm()));
                        case VALUE_CHANGE -> {
                            evidence.put("valueChange", run.valueChange());
                            yield guide == UpdateRule.Guide.VALUES
                                    ? "the values in hand differ by only %s".formatted(text(run.valueChange()))
                                    : "the last step changed the value by only %s".formatted(text(run.valueChange()));
                        }
                        case TARGET -> {
                            evidence.put("value", run.value());
                            yield "the value %s has reached the target".formatted(text(run.value()));
                        }
                        case STATIONARY ->
                            run.gradientNorm() == 0
                                    ? "the gradient vanishes"
                                    : "what there is left to gain is lost in the rounding of the value %s"
                                            .formatted(text(run.value()));
                        case COLLAPSED -> "its points have drawn together until they cannot be told apart";
                        default -> {
                            evidence.put("smallGradient", run.smallGradient());
                            String norm = text(run.gradientNorm());
                            String atStart = text(run.state().initialGradientNorm());
                            yield flatFromTheStart()
                                    ? "the gradient's norm is %s, and was as small at the start (%s)"
                                            .formatted(norm, atStart)
                                    : "the gradient's norm has fallen to %s, from %s at the start"
                                            .formatted(norm, atStart);
                        }
                    };
            add(
                    Code.CONVERGED,
                    Severity.INFO,
                    run.iterations(),
                    evidence,
                    "Converged at iteration %d: %s.".formatted(run.iterations(), by));
        }

        /** Falling and falling while the gradient grows: there is nothing to converge to. */
        private boolean bottomless() {
            double fall = run.valueAtStart() - run.value();
            return fall > BOTTOMLESS_FALL * Math.max(1, Math.abs(run.valueAtStart()))
                    && run.gradientNorm() >= run.gradientNormAtStart();
        }

        /** Finite, and yet going the wrong way: far above the start and risen during the last steps, or risen with every one of them. */
        private boolean growing() {
            double rise = run.value() - run.valueAtStart();
            if (rise > 0
                    && run.gradientNorm() > run.gradientNormAtStart()
                    && trend.steps() >= SHORTEST_WINDOW
                    && trend.rises() == trend.steps()) {
                return true;
            }
            double scale =
                    Math.max(Math.abs(run.valueAtStart()), Math.abs(run.state().bestValue()));
            return run.gradientNorm() > GROWTH * run.gradientNormAtStart()
                    && rise > GROWTH * scale
                    && run.value() > trend.valueBefore(trend.steps());
        }

        /** The rate that was allowed, where a run has overstepped it: exact on a quadratic, by the largest curvature known elsewhere. */
        private void settleStableRate() {
            double[] start = run.pointAtStart();
            quadratic = objective instanceof TwiceDifferentiableFunction twice
                    && Curvature.everywhere(twice, start, deadline)
                            .map(everywhere -> stableRate = stableRate(everywhere))
                            .isPresent();
            if (!quadratic) {
                double atStart = stableRate(curvatureAt(start));
                stableRate = atStart < stableRate || Double.isNaN(stableRate) ? atStart : stableRate;
            }
        }

        private void diverged() {
            settleStableRate();
            boolean overflow = run.reason() == StopReason.DIVERGED;
            long iteration = overflow ? run.iterations() + 1 : run.iterations();
            Map<String, Double> evidence = evidence();
            evidence.put("value", run.value());
            evidence.put("valueAtStart", run.valueAtStart());
            evidence.put("gradientNorm", run.gradientNorm());
            putRates(evidence);
            String what = overflow
                    ? "Diverged: the step to iteration %d leaves the finite numbers (the value before it is %s)."
                            .formatted(iteration, text(run.value()))
                    : "Diverging: the value has %s from %s to %s in %d iterations."
                            .formatted(
                                    run.value() < run.valueAtStart() ? "fallen" : "risen",
                                    text(run.valueAtStart()),
                                    text(run.value()),
                                    iteration);
            boolean bottomless = run.value() < run.valueAtStart()
                    || run.value() == run.valueAtStart() && guide != UpdateRule.Guide.LEARNING_RATE;
            String why = bottomless ? " The objective seems to have no lower bound." : rateAdvice();
            add(Code.DIVERGED, Severity.ERROR, iteration, evidence, what + why);
        }

        private void leftDomain() {
            Map<String, Double> evidence = evidence();
            evidence.put("value", run.value());
            putRates(evidence);
            String advice = guide == UpdateRule.Guide.LEARNING_RATE
                    ? " A smaller learning rate stays closer to the start."
                    : " Another start, or a line search where there is none, may keep inside.";
            add(
                    Code.LEFT_DOMAIN,
                    Severity.ERROR,
                    run.iterations() + 1,
                    evidence,
                    "The step to iteration %d leads where the objective is undefined; the run ends before it."
                                    .formatted(run.iterations() + 1)
                            + advice);
        }

        private void higherThanTheStart() {
            Map<String, Double> evidence = evidence();
            evidence.put("gradientNorm", run.gradientNorm());
            evidence.put("value", run.value());
            evidence.put("valueAtStart", run.valueAtStart());
            add(
                    Code.PLATEAU_OR_SADDLE,
                    Severity.WARNING,
                    run.iterations(),
                    evidence,
                    "The gradient is small (%s) at iteration %d, but the value %s is above the %s the run began with: a stationary point that is not the one looked for."
                            .formatted(
                                    text(run.gradientNorm()),
                                    run.iterations(),
                                    text(run.value()),
                                    text(run.valueAtStart())));
        }

        private void singularHessian() {
            Map<String, Double> evidence = evidence();
            evidence.put("gradientNorm", run.gradientNorm());
            putCurvatures(evidence);
            add(
                    Code.SINGULAR_HESSIAN,
                    Severity.WARNING,
                    run.iterations(),
                    evidence,
                    "The Hessian at iteration %d is singular, so Newton's step does not exist there: the objective does not curve in some direction. The gradient's norm is %s; a method that uses gradients alone goes on."
                            .formatted(run.iterations(), text(run.gradientNorm())));
        }

        private void noDescent() {
            Map<String, Double> evidence = evidence();
            evidence.put("gradientNorm", run.gradientNorm());
            evidence.put("value", run.value());
            add(
                    Code.NO_DESCENT,
                    Severity.WARNING,
                    run.iterations(),
                    evidence,
                    "The line search found nothing lower beyond iteration %d, though the gradient's norm is %s: the objective has a kink there or its domain an edge, its rounding hides the descent, or no coordinate alone leads down."
                            .formatted(run.iterations(), text(run.gradientNorm())));
        }

        private void putCurvatures(Map<String, Double> evidence) {
            if (curvature != null) {
                evidence.put("smallestCurvature", curvature.smallest());
                evidence.put("largestCurvature", curvature.largest());
            }
        }

        /**
         * A quadratic, or a penalised loss of a model, whose Hessian is positive definite though differences of gradients cannot tell:
         * no plateau or saddle, but curvatures millions of times apart, as features of unlike scale or far from zero make them.
         */
        private boolean inElongatedBowl() {
            if (curvature == null
                    || !(curvature.largest() > curvature.resolution())
                    || curvature.smallest() > curvature.resolution()
                    || !(objective instanceof TwiceDifferentiableFunction twice)) {
                return false;
            }
            double[] best = run.state().bestPoint();
            Curvature computed = (objective instanceof PenalizedObjective // convex, whatever the model
                            ? Curvature.computed(twice, best)
                            : Curvature.everywhere(twice, run.pointAtStart(), deadline))
                    .filter(found -> found.smallest() > RESOLVED_BOWL * found.largest())
                    .orElse(null);
            if (computed == null) {
                return false;
            }
            curvature = computed;
            return true;
        }

        /** Near-zero gradient without the positive definite Hessian of a minimum. */
        private boolean plateauOrSaddle() {
            boolean ended = run.converged() && run.reason() != StopReason.TARGET && guide != UpdateRule.Guide.VALUES;
            boolean stationary = ended
                    || run.gradientNorm()
                            <= NEARLY_STATIONARY * Math.max(1, run.state().initialGradientNorm());
            // The curvature was taken at the best point; it speaks of the last one when that is as good.
            boolean here = run.state().bestIteration() == run.iterations()
                    || run.value() <= run.state().bestValue();
            if (stationary && !here) {
                curvature = curvatureAt(run.state().point());
            }
            if (curvature == null || !stationary || curvature.smallest() > curvature.resolution()) {
                return false;
            }
            Map<String, Double> evidence = evidence();
            evidence.put("gradientNorm", run.gradientNorm());
            evidence.put("smallestCurvature", curvature.smallest());
            evidence.put("largestCurvature", curvature.largest());
            String what;
            if (curvature.smallest() >= -curvature.resolution()) {
                what =
                        "the Hessian is flat in some direction (smallest eigenvalue %s): a plateau, a valley's floor or a minimum of higher order, which second derivatives cannot tell apart";
            } else if (curvature.largest() > curvature.resolution()) {
                what =
                        "the Hessian has a negative eigenvalue (%s) beside a positive one: a saddle, from which a start a little aside leads further down";
            } else {
                what = "the Hessian has no positive eigenvalue (smallest %s): a maximum or a plateau";
            }
            add(
                    Code.PLATEAU_OR_SADDLE,
                    Severity.WARNING,
                    run.iterations(),
                    evidence,
                    "The gradient is small (%s) but %s."
                            .formatted(text(run.gradientNorm()), what.formatted(text(curvature.smallest()))));
            return true;
        }

        /** Where nothing had to be done there is no descent to tell of. */
        private boolean flatFromTheStart() {
            return run.gradientNorm() > 0 && run.state().initialGradientNorm() <= run.smallGradient();
        }

        private boolean indefinite() {
            return curvature.smallest() < -curvature.resolution();
        }

        private boolean oscillating() {
            int window = trend.steps();
            // A search goes beyond the valley's floor on purpose, and values alone are not expected to fall steadily.
            double turning = guide == UpdateRule.Guide.LEARNING_RATE ? (double) trend.reversals() / window : 0;
            double rising = guide == UpdateRule.Guide.VALUES ? 0 : (double) trend.rises() / window;
            if (window < SHORTEST_WINDOW || !(Math.max(turning, rising) >= OSCILLATING_PART)) {
                return false;
            }
            settleStableRate();
            Map<String, Double> evidence = evidence();
            evidence.put("steps", (double) window);
            evidence.put("reversals", (double) trend.reversals());
            evidence.put("rises", (double) trend.rises());
            evidence.put("lowestValue", trend.smallest());
            evidence.put("highestValue", trend.largest());
            putRates(evidence);
            add(
                    Code.OSCILLATING,
                    Severity.WARNING,
                    run.iterations(),
                    evidence,
                    (settling() ? "Overshooting, by less and less" : "Oscillating")
                            + ": in the last %d steps the gradient turned round %d times and the value rose %d times, between %s and %s.%s"
                                    .formatted(
                                            window,
                                            trend.reversals(),
                                            trend.rises(),
                                            text(trend.smallest()),
                                            text(trend.largest()),
                                            objective instanceof MiniBatches ? batchAdvice() : rateAdvice()));
            return true;
        }

        /** By less and less from one side to the other: it will come to rest, and that is what is to be said first. */
        private boolean settling() {
            return trend.damping() <= DAMPED && run.value() < trend.valueBefore(trend.steps());
        }

        /** Up and down, and further down from one end of the window to the other. */
        private boolean descendingAllTheSame() {
            double fall = trend.valueBefore(trend.steps()) - run.value();
            return fall > DESCENDING_PART * (trend.largest() - trend.smallest());
        }

        private boolean rateTooSmall() {
            if (guide != UpdateRule.Guide.LEARNING_RATE
                    || curvature == null
                    || !(curvature.largest() > curvature.resolution())
                    || trend.steps() == 0) {
                return false;
            }
            double stableRate = smallestStableRate();
            boolean smallShare = rate < SMALL_RATE * stableRate;
            double change = run.gradientNorm() / run.gradientNormAtStart();
            // Where no stable rate is known: a gradient that all the steps together have hardly changed.
            boolean hardlyMoved = trend.steps() >= SHORTEST_WINDOW && Math.abs(change - 1) < UNCHANGED_GRADIENT;
            if (!smallShare && !hardlyMoved) {
                return false;
            }
            Map<String, Double> evidence = evidence();
            putRates(evidence);
            evidence.put("gradientNorm", run.gradientNorm());
            evidence.put("gradientNormAtStart", run.gradientNormAtStart());
            String what = smallShare
                    ? "The learning rate %s is %s of the largest stable one (about %s): a larger rate gets there in fewer steps."
                            .formatted(text(rate), percent(rate / stableRate), text(stableRate))
                    : "The learning rate %s is too small for so few steps: the gradient's norm is %s and was %s where they began."
                            .formatted(text(rate), text(run.gradientNorm()), text(run.gradientNormAtStart()));
            add(Code.RATE_TOO_SMALL, Severity.WARNING, null, evidence, what);
            return true;
        }

        /** Where the curvature was largest, of the places known: a rate had to be stable there too. */
        private double smallestStableRate() {
            return rate < SMALL_RATE * stableRate
                    ? Math.min(stableRate, stableRate(curvatureAt(run.pointAtStart())))
                    : stableRate;
        }

        private void stillDescending() {
            int window = trend.steps();
            double fall = window == 0 ? 0 : (trend.valueBefore(window) - run.value()) / window;
            Map<String, Double> evidence = evidence();
            evidence.put("gradientNorm", run.gradientNorm());
            evidence.put("decreasePerIteration", fall);
            evidence.put("steps", (double) window);
            String message;
            if (window == 0) {
                message = "No step was made; the gradient's norm is %s.".formatted(text(run.gradientNorm()));
            } else if (fall > 0) {
                message =
                        "Still descending: over the last %d steps the value fell by %s per iteration, and the gradient's norm is %s. More iterations will improve it."
                                .formatted(window, text(fall), text(run.gradientNorm()));
            } else {
                message =
                        "Not there yet: over the last %d steps the value did not fall, though the gradient's norm is %s, so it can."
                                .formatted(window, text(run.gradientNorm()));
            }
            add(Code.STILL_DESCENDING, Severity.INFO, run.iterations(), evidence, message);
        }

        private void illConditioned() {
            double condition = elongatedBowl
                    ? curvature.largest() / curvature.smallest()
                    : curvature == null ? Double.NaN : curvature.conditionNumber();
            if (!(condition >= ILL_CONDITIONED)) {
                return;
            }
            // Gradient descent at its best constant rate 2/(λmin + λmax) shrinks the error by this factor per step.
            double factor = guide == UpdateRule.Guide.LEARNING_RATE
                    ? (condition - 1) / (condition + 1)
                    : minimization.rule().linearRate(condition);
            if (Double.isNaN(factor)) {
                return;
            }
            // More digits than the other numbers get: what matters is how little it falls short of 1.
            String factorText = elongatedBowl && guide == UpdateRule.Guide.LEARNING_RATE
                    ? "1 - " + text(2 / (condition + 1))
                    : text(factor, 7);
            Map<String, Double> evidence = evidence();
            evidence.put("conditionNumber", condition);
            evidence.put("smallestCurvature", curvature.smallest());
            evidence.put("largestCurvature", curvature.largest());
            evidence.put("predictedRate", factor);
            add(
                    Code.ILL_CONDITIONED,
                    Severity.WARNING,
                    null,
                    evidence,
                    "The Hessian's condition number near the best point is %s: %s shrinks the error by a factor of only %s per step, %s steps per digit. %s%s"
                            .formatted(
                                    text(condition),
                                    guide == UpdateRule.Guide.LEARNING_RATE
                                            ? "gradient descent at its best rate"
                                            : "at worst this method",
                                    factorText,
                                    text(stepsPerDigit(condition, factor)),
                                    guide == UpdateRule.Guide.LEARNING_RATE
                                            ? "Momentum, Adam or a second-order method suffer less."
                                            : "A second-order method suffers less.",
                                    elongatedBowl
                                            ? " Better still are variables of like scale: features that are standardised."
                                            : ""));
        }

        /** For gradient descent from κ itself, which the factor's distance from 1 has lost the last digits of. */
        private double stepsPerDigit(double condition, double factor) {
            return guide == UpdateRule.Guide.LEARNING_RATE
                    ? Math.log(10) / Math.log1p(2 / (condition - 1))
                    : -Math.log(10) / Math.log(factor);
        }

        private void putRates(Map<String, Double> evidence) {
            if (guide != UpdateRule.Guide.LEARNING_RATE) {
                return;
            }
            evidence.put("learningRate", rate);
            if (curvature != null) {
                evidence.put("largestCurvature", curvature.largest());
            }
            if (!Double.isNaN(stableRate)) {
                evidence.put("largestStableRate", stableRate);
            }
        }

        private static String batchAdvice() {
            return " Each step sees one batch, so part of this is noise: a schedule that lowers the learning rate settles it.";
        }

        private String rateAdvice() {
            if (guide != UpdateRule.Guide.LEARNING_RATE) {
                return " A line search, where there is none, keeps the value from rising.";
            }
            if (Double.isNaN(stableRate)) {
                return " A smaller learning rate may help.";
            }
            return quadratic
                    ? " The learning rate is %s; the objective is quadratic, and the largest stable one is %s."
                            .formatted(text(rate), text(stableRate))
                    : " The learning rate is %s; by the curvature there the largest stable one is about %s."
                            .formatted(text(rate), text(stableRate));
        }

        private void add(Code code, Severity severity, Long iteration, Map<String, Double> evidence, String message) {
            findings.add(new Finding(code, severity, iteration, evidence, message));
        }

        private static Map<String, Double> evidence() {
            return new LinkedHashMap<>();
        }

        /** Four digits, without the zeros that say nothing. */
        private static String text(double number) {
            return text(number, 4);
        }

        private static String text(double number, int digits) {
            if (Double.isNaN(number)) {
                return "undefined";
            }
            if (!Double.isFinite(number)) {
                return number > 0 ? "infinity" : "-infinity";
            }
            double shorter =
                    new BigDecimal(number).round(new MathContext(digits)).doubleValue();
            double rounded = Double.isInfinite(shorter) ? number : shorter;
            return Double.toString(rounded).replace('E', 'e').replaceFirst("\\.0(?=e|$)", "");
        }

        private static String percent(double part) {
            return text(100 * part, 2) + " %";
        }
    }
}
