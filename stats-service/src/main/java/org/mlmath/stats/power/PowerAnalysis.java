package org.mlmath.stats.power;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.special.Tails;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.number.Words;

/**
 * Solves the power function for the one quantity that is not given. Power rises with each of the other three, so that the solution is
 * unique; the equation is solved in the logarithm of the power, or of the type II error where that is the smaller.
 */
final class PowerAnalysis {
    private static final double LARGEST_SIZE = 1e15;
    private static final double LOG_SMALLEST_ALPHA = Math.log(1e-100);
    private static final int CURVE_POINTS = 41;

    /** A size this little above a whole number is that number, rounded on the way. */
    private static final double ROUNDING = 1e-10;

    private final PowerModel model;
    private final PowerQuestion question;
    private final Alternative alternative;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();

    private PowerAnalysis(PowerModel model, PowerQuestion question, Deadline deadline) {
        this.model = model;
        this.question = question;
        this.deadline = deadline;
        // An undirected test rejects on one side of its statistic.
        this.alternative = model.directed() ? question.alternative() : Alternative.GREATER;
    }

    /**
     * @throws ProblemException invalid-request unless exactly one of the four is missing
     * @throws InvalidParameterException where a quantity is out of range, or the other three cannot be met
     */
    static PowerAnalysisResult of(PowerModel model, PowerQuestion question, Deadline deadline) {
        return new PowerAnalysis(model, question, deadline).solve();
    }

    private PowerAnalysisResult solve() {
        String missing = missing();
        check();
        double effect = value(question.effectSize());
        double size = value(question.sampleSize());
        double alpha = value(question.alpha());
        double power = value(question.power());
        double answer;
        switch (missing) {
            case "power" -> {
                power = at(effect, size, alpha).outcome().upper();
                answer = power;
            }
            case "effectSize" -> {
                effect = effectSize(size, alpha, power);
                answer = effect;
            }
            case "sampleSize" -> {
                size = sampleSize(effect, alpha, power);
                answer = size;
            }
            default -> {
                alpha = alpha(effect, size, power);
                answer = alpha;
            }
        }
        double required = Math.max(Math.ceil(size * (1 - ROUNDING)), Math.ceil(model.smallestSize()));
        PowerModel.Power there = at(effect, size, alpha);
        double achieved = at(effect, required, alpha).outcome().upper();
        return new PowerAnalysisResult(
                effect,
                size,
                alpha,
                power,
                missing,
                required,
                Math.ceil(required * model.groups() * (1 - ROUNDING)),
                achieved,
                curve(effect, size, alpha),
                new PowerDiagnostics(
                        there.critical(),
                        there.noncentrality(),
                        there.degreesOfFreedom(),
                        there.outcome().upper() - power),
                model.conventions(),
                List.copyOf(warnings),
                question.explain() ? steps(there, effect, size, alpha, missing, answer) : null);
    }

    private static double value(Double given) {
        return given == null ? Double.NaN : given;
    }

    private String missing() {
        List<String> missing = new ArrayList<>();
        if (question.effectSize() == null) {
            missing.add("effectSize");
        }
        if (question.sampleSize() == null) {
            missing.add("sampleSize");
        }
        if (question.alpha() == null) {
            missing.add("alpha");
        }
        if (question.power() == null) {
            missing.add("power");
        }
        if (missing.size() != 1) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    missing.isEmpty() ? "/power" : "/" + missing.getFirst(),
                    missing.isEmpty()
                            ? "leave out the one of effectSize, sampleSize, alpha and power that is wanted"
                            : "give all but one of effectSize, sampleSize, alpha and power; missing are "
                                    + String.join(", ", missing));
        }
        return missing.getFirst();
    }

    private void check() {
        requireProbability(question.alpha(), "alpha");
        requireProbability(question.power(), "power");
        if (question.sampleSize() != null
                && !(question.sampleSize() >= model.smallestSize() && question.sampleSize() <= LARGEST_SIZE)) {
            throw new InvalidParameterException("sampleSize must lie between %s and %s, but is %s."
                            .formatted(
                                    Words.number(model.smallestSize()),
                                    Words.number(LARGEST_SIZE),
                                    Words.exact(question.sampleSize())))
                    .at("/sampleSize");
        }
        Double effect = question.effectSize();
        if (effect == null) {
            return;
        }
        if (!(Math.abs(effect) < model.largestEffect()) || !model.directed() && effect < 0) {
            throw new InvalidParameterException("effectSize must %s%s, but is %s."
                            .formatted(
                                    model.directed()
                                            ? "lie between -" + Words.number(model.largestEffect()) + " and "
                                            : "be at least 0",
                                    model.directed() ? Words.number(model.largestEffect()) : "",
                                    Words.exact(effect)))
                    .at("/effectSize");
        }
        if (question.power() != null) {
            double towards = alternative == Alternative.LESS ? -effect : effect;
            if (alternative == Alternative.TWO_SIDED ? effect == 0 : !(towards > 0)) {
                throw new InvalidParameterException(
                                "An effect of %s is not what the alternative \"%s\" looks for: whatever the others are, power does not exceed alpha."
                                        .formatted(Words.exact(effect), alternative.words()))
                        .at("/effectSize");
            }
        }
    }

    private static void requireProbability(Double value, String name) {
        if (value != null && !(value > 0 && value < 1)) {
            throw new InvalidParameterException(
                            "%s must lie strictly between 0 and 1, but is %s.".formatted(name, Words.exact(value)))
                    .at("/" + name);
        }
    }

    private PowerModel.Power at(double effect, double size, double alpha) {
        deadline.check();
        return model.power(effect, size, alpha, alternative);
    }

    /** How far the power lies above the wanted one, in logarithms of the smaller of power and type II error. */
    private double excess(double effect, double size, double alpha, double power) {
        Tails outcome = at(effect, size, alpha).outcome();
        double excess = power <= 0.5
                ? Math.log(outcome.upper()) - Math.log(power)
                : Math.log1p(-power) - Math.log(outcome.lower());
        return Math.clamp(excess, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private double effectSize(double size, double alpha, double power) {
        requireMoreThanAlpha(alpha, power);
        double sign = alternative == Alternative.LESS ? -1 : 1;
        double limit = Math.nextDown(model.largestEffect());
        DoubleUnaryOperator f = effect -> excess(sign * effect, size, alpha, power);
        double high = Math.min(0.5 * limit, 1 / Math.sqrt(size));
        while (f.applyAsDouble(high) < 0) {
            if (high == limit) {
                throw new InvalidParameterException("No effect size reaches this power with so few observations.")
                        .at("/power");
            }
            high = Math.min(2 * high, limit);
        }
        return sign * MonotoneRoot.between(f, 0, high, deadline);
    }

    private double sampleSize(double effect, double alpha, double power) {
        requireMoreThanAlpha(alpha, power);
        DoubleUnaryOperator f = log -> excess(effect, Math.exp(log), alpha, power);
        double low = model.smallestSize();
        if (excess(effect, low, alpha, power) >= 0) {
            warnings.add(new Warning(
                    "smallest-sample",
                    "Already the smallest sample, of %s, has more than this power.".formatted(Words.number(low)),
                    "/sampleSize"));
            return low;
        }
        double high = 2 * low;
        while (excess(effect, high, alpha, power) < 0) {
            low = high;
            high *= 2;
            if (high > LARGEST_SIZE) {
                throw new InvalidParameterException(
                                "So small an effect needs more than 1e15 observations for this power.")
                        .at("/effectSize");
            }
        }
        return Math.exp(MonotoneRoot.between(f, Math.log(low), Math.log(high), deadline));
    }

    private double alpha(double effect, double size, double power) {
        DoubleUnaryOperator f = log -> excess(effect, size, Math.exp(log), power);
        double high = Math.log(Math.nextDown(1.0));
        double low = Math.log(0.5);
        while (f.applyAsDouble(low) >= 0) {
            high = low;
            low -= 5;
            if (low < LOG_SMALLEST_ALPHA) {
                throw new InvalidParameterException(
                                "So strong an effect in so large a sample has this power at any alpha down to 1e-100.")
                        .at("/power");
            }
        }
        return Math.exp(MonotoneRoot.between(f, low, high, deadline));
    }

    private static void requireMoreThanAlpha(double alpha, double power) {
        if (!(power > alpha)) {
            throw unreachable(alpha, power);
        }
    }

    private static MathException unreachable(double alpha, double power) {
        return new InvalidParameterException(
                        "power is %s, which a test at alpha %s has without any effect: it must be larger than alpha."
                                .formatted(Words.exact(power), Words.exact(alpha)))
                .at("/power");
    }

    /** Power over sample sizes from the smallest to twice the one in question. */
    private PowerCurve curve(double effect, double size, double alpha) {
        double first = model.smallestSize();
        double last = Math.max(2 * size, first + 10);
        double[] sizes = new double[CURVE_POINTS];
        double[] powers = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            sizes[i] = first + (last - first) * i / (CURVE_POINTS - 1);
            powers[i] = at(effect, sizes[i], alpha).outcome().upper();
        }
        return new PowerCurve(sizes, powers);
    }

    private List<Step> steps(
            PowerModel.Power there, double effect, double size, double alpha, String missing, double answer) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "critical-value",
                "When the test rejects",
                "Without an effect the statistic exceeds its critical value with probability alpha%s."
                        .formatted(alternative == Alternative.TWO_SIDED ? ", half of it on either side" : ""),
                "\\alpha = %s \\;\\Rightarrow\\; c = %s".formatted(Words.latex(alpha), Words.latex(there.critical())),
                there.critical()));
        steps.add(new Step(
                "noncentrality",
                "Where the statistic lies if there is an effect",
                "The effect moves the statistic's distribution by the noncentrality, which grows with the sample.",
                "%s,\\quad \\text{effect } %s,\\ n = %s"
                        .formatted(model.formula(), Words.latex(effect), Words.latex(size)),
                there.noncentrality()));
        steps.add(new Step(
                "power",
                "How often the test rejects then",
                "The power is the probability beyond the critical value, the type II error what is left of 1.",
                "1 - \\beta = %s,\\quad \\beta = %s"
                        .formatted(
                                Words.latex(there.outcome().upper()),
                                Words.latex(there.outcome().lower())),
                there.outcome().upper()));
        if (!missing.equals("power")) {
            steps.add(new Step(
                    "solve",
                    "The quantity that was left out",
                    "Power rises with effect size, sample size and alpha, so that one value of %s meets the other three."
                            .formatted(missing),
                    "\\text{%s} = %s".formatted(missing, Words.latex(answer)),
                    answer));
        }
        return steps;
    }
}
