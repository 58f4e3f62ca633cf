package org.mlmath.stats.bayes.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.bayes.BetaComparison;
import org.mlmath.numerics.bayes.NormalInverseGamma;
import org.mlmath.numerics.bayes.PosteriorComparison;
import org.mlmath.numerics.bayes.StudentComparison;
import org.mlmath.numerics.distribution.Beta;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Successes;
import org.mlmath.stats.number.SuccessesOrSample;
import org.mlmath.stats.number.Words;

/**
 * Two arms by their posteriors. Trials: Beta(α + successes, β + failures). Measurements: the mean of a normal population of unknown
 * variance, t with 2α degrees of freedom, each arm with its own variance. Everything said of B − A is an integral
 * ({@link BetaComparison}, {@link StudentComparison}).
 *
 * <p>Source: J. Kruschke, <i>Doing Bayesian Data Analysis</i>, 2nd ed., ch. 12 for the decision by a region of practical equivalence; C.
 * Stucchio, <i>Bayesian A/B Testing at VWO</i>, 2015, for the expected loss.
 */
public final class ArmComparison {
    private static final double ERROR_BOUND = 1e-10;
    private static final double LEAST_PARAMETER = 1e-6;
    private static final double LARGEST_PARAMETER = 1e12;

    private final BayesAbTestRequest request;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();
    private final Map<String, String> conventions = new LinkedHashMap<>();

    private ArmComparison(BayesAbTestRequest request, Deadline deadline) {
        this.request = request;
        this.deadline = deadline;
    }

    /**
     * @throws InvalidParameterException for a level outside (0, 1), a prior without meaning
     * @throws InsufficientDataException for arms that leave a posterior improper
     */
    public static BayesAbTestResult compare(BayesAbTestRequest request, Deadline deadline) {
        if (!(request.level() > 0 && request.level() < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        ArmComparison comparison = new ArmComparison(request, deadline);
        boolean trials =
                switch (request.model()) {
                    case PROPORTION -> true;
                    case NORMAL -> false;
                    case AUTO ->
                        request.a().canSucceed()
                                && request.b().canSucceed()
                                && !(request.prior() != null && request.prior().ofMeasurements());
                };
        return trials ? comparison.ofTrials() : comparison.ofMeasurements();
    }

    private BayesAbTestResult ofTrials() {
        ArmPrior prior = request.prior();
        if (prior != null && prior.ofMeasurements()) {
            throw new InvalidParameterException(
                            "The prior of a rate has alpha and beta; the other parameters are those of measurements.")
                    .at("/prior");
        }
        double alpha = parameter(prior == null ? null : prior.alpha(), 1, "alpha");
        double beta = parameter(prior == null ? null : prior.beta(), 1, "beta");
        Successes.Counted a = counted(request.a(), "/a");
        Successes.Counted b = counted(request.b(), "/b");
        Beta ofA = new Beta(alpha + a.successes(), beta + a.failures());
        Beta ofB = new Beta(alpha + b.successes(), beta + b.failures());
        BetaComparison comparison = new BetaComparison(
                alpha + a.successes(), beta + a.failures(), alpha + b.successes(), beta + b.failures(), deadline);
        conventions.put("prior", "Beta(%s, %s) for each arm".formatted(Words.exact(alpha), Words.exact(beta)));
        if (alpha + beta > Math.max(2, Math.min(a.trials(), b.trials()))) {
            warnings.add(new Warning(
                    "prior-outweighs-data",
                    "The prior counts as %s trials, more than an arm has: the answer says more about the prior than about the data."
                            .formatted(Words.number(alpha + beta)),
                    "/prior"));
        }
        Uplift.RelativeUplift relative = new Uplift.RelativeUplift(
                finite(comparison.meanRatio() - 1),
                comparison.ratioQuantile(TailProbability.lower(0.5)) - 1,
                new Interval(
                        comparison.ratioQuantile(outside(false)) - 1, comparison.ratioQuantile(outside(true)) - 1));
        ArmPosterior posteriorA = posterior(ofA, alpha + a.successes(), beta + a.failures());
        ArmPosterior posteriorB = posterior(ofB, alpha + b.successes(), beta + b.failures());
        return result(comparison, posteriorA, posteriorB, relative, ArmWords.RATE);
    }

    private Successes.Counted counted(SuccessesOrSample arm, String pointer) {
        if (arm.summary() != null) {
            throw new InvalidParameterException(
                            "A rate needs successes and trials (or a list of 0 and 1), not a mean and standard deviation.")
                    .at(pointer);
        }
        if (arm.counts() != null && arm.counts().trials() == 0) {
            return new Successes.Counted(0, 0, List.of());
        }
        Successes.Counted counted = arm.successes().counted(pointer, request.missing());
        warnings.addAll(counted.warnings());
        if (counted.trials() > LARGEST_PARAMETER) {
            throw new InvalidParameterException("An arm can have 1e12 trials at most.").at(pointer + "/trials");
        }
        return counted;
    }

    private static double parameter(Double given, double otherwise, String name) {
        double value = given == null ? otherwise : given;
        if (!(value >= LEAST_PARAMETER && value <= LARGEST_PARAMETER)) {
            throw new InvalidParameterException("%s must lie between 1e-6 and 1e12.".formatted(name))
                    .at("/prior/" + name);
        }
        return value;
    }

    private BayesAbTestResult ofMeasurements() {
        NormalInverseGamma prior = measurementPrior();
        boolean reference = prior.equals(NormalInverseGamma.REFERENCE);
        StudentComparison.Mean a = mean(prior, reference, request.a(), "/a");
        StudentComparison.Mean b = mean(prior, reference, request.b(), "/b");
        conventions.put(
                "prior",
                reference
                        ? "p(mean, variance) proportional to 1/variance for each arm"
                        : "normal-inverse-gamma for each arm");
        return result(new StudentComparison(a, b, deadline), posterior(a), posterior(b), null, ArmWords.MEAN);
    }

    private NormalInverseGamma measurementPrior() {
        ArmPrior prior = request.prior();
        if (prior == null) {
            return NormalInverseGamma.REFERENCE;
        }
        if (prior.ofTrials()) {
            throw new InvalidParameterException(
                            "The prior of measurements has mean, kappa, shape and scale; alpha and beta are those of a rate.")
                    .at("/prior");
        }
        if (prior.mean() == null || prior.kappa() == null || prior.shape() == null || prior.scale() == null) {
            throw new InvalidParameterException("The prior of measurements needs mean, kappa, shape and scale.")
                    .at("/prior");
        }
        return new NormalInverseGamma(
                prior.mean(),
                parameter(prior.kappa(), 1, "kappa"),
                parameter(prior.shape(), 1, "shape"),
                positive(prior.scale(), "scale"));
    }

    private static double positive(double value, String name) {
        if (!(value > 0)) {
            throw new InvalidParameterException(name + " must be positive.").at("/prior/" + name);
        }
        return value;
    }

    private StudentComparison.Mean mean(
            NormalInverseGamma prior, boolean reference, SuccessesOrSample arm, String pointer) {
        SampleStatistics sample =
                SampleStatistics.of(arm.sample(pointer), pointer, request.missing(), reference ? 2 : 1);
        warnings.addAll(sample.warnings());
        if (reference && sample.standardDeviation() == 0) {
            throw new InsufficientDataException(
                            "All observations are equal: without a prior they do not say how much the mean may vary.")
                    .at(pointer);
        }
        StudentComparison.Mean mean = prior.updated(sample.size(), sample.mean(), sample.standardDeviation())
                .marginalMean();
        if (!Double.isFinite(mean.scale()) || mean.scale() == 0) {
            throw new DomainException("The posterior's scale over- or underflows: scale the data.").at(pointer);
        }
        return mean;
    }

    private ArmPosterior posterior(Beta distribution, double alpha, double beta) {
        return new ArmPosterior(
                alpha,
                beta,
                null,
                null,
                null,
                alpha / (alpha + beta),
                Math.sqrt(alpha / (alpha + beta) * (beta / (alpha + beta)) / (alpha + beta + 1)),
                interval(distribution));
    }

    private ArmPosterior posterior(StudentComparison.Mean mean) {
        StudentT distribution = new StudentT(mean.degreesOfFreedom(), mean.location(), mean.scale());
        return new ArmPosterior(
                null,
                null,
                mean.degreesOfFreedom(),
                mean.location(),
                mean.scale(),
                finite(distribution.moments().mean()),
                finite(distribution.moments().standardDeviation()),
                interval(distribution));
    }

    private Interval interval(Distribution distribution) {
        return new Interval(distribution.quantile(outside(false)), distribution.quantile(outside(true)));
    }

    private TailProbability outside(boolean above) {
        return TailProbability.of(above, 0.5 * (1 - request.level()));
    }

    private BayesAbTestResult result(
            PosteriorComparison comparison,
            ArmPosterior a,
            ArmPosterior b,
            Uplift.RelativeUplift relative,
            ArmWords words) {
        Tails beats = comparison.difference(0);
        double lossA = comparison.expectedLossA();
        double lossB = comparison.expectedLossB();
        Interval interval = new Interval(
                comparison.differenceQuantile(outside(false)), comparison.differenceQuantile(outside(true)));
        Uplift uplift = new Uplift(
                finite(comparison.meanDifference()),
                finite(Math.sqrt(comparison.varianceOfDifference())),
                comparison.differenceQuantile(TailProbability.lower(0.5)),
                interval,
                relative);
        RopeDecision rope = request.rope() == null ? null : decision(comparison, interval, request.rope());
        if (beats.lower() == 0 || beats.upper() == 0) {
            warnings.add(new Warning(
                    "underflow",
                    "The smaller of the two probabilities is positive but below the smallest double, 4.9e-324.",
                    beats.lower() == 0 ? "/probabilityABeatsB" : "/probabilityBBeatsA"));
        }
        conventions.put("uplift", "B - A; relative: B / A - 1");
        conventions.put("interval", "equal-tailed, of probability " + Words.exact(request.level()));
        conventions.put("expectedLoss", "of choosing the arm: E[max(other - it, 0)]");
        return new BayesAbTestResult(
                beats.upper(),
                beats.lower(),
                lossA,
                lossB,
                uplift,
                a,
                b,
                rope,
                words.interpretation(beats, lossA, lossB, uplift, rope, request.level()),
                new ComparisonDiagnostics("quadrature", true, ERROR_BOUND),
                conventions,
                warnings,
                Boolean.TRUE.equals(request.explain()) ? words.steps(a, b, beats, lossA, lossB) : null);
    }

    private static RopeDecision decision(PosteriorComparison comparison, Interval interval, Rope rope) {
        Tails below = comparison.difference(rope.lower());
        Tails above = comparison.difference(rope.upper());
        // The middle by whichever tails cancel less.
        double inside = below.lower() > 0.5
                ? below.upper() - above.upper()
                : above.upper() > 0.5 ? above.lower() - below.lower() : 1 - below.lower() - above.upper();
        RopeDecision.Decision decision = interval.lower() > rope.upper()
                ? RopeDecision.Decision.CHOOSE_B
                : interval.upper() < rope.lower()
                        ? RopeDecision.Decision.CHOOSE_A
                        : interval.lower() >= rope.lower() && interval.upper() <= rope.upper()
                                ? RopeDecision.Decision.EQUIVALENT
                                : RopeDecision.Decision.UNDECIDED;
        return new RopeDecision(
                rope.lower(), rope.upper(), below.lower(), Math.max(0, inside), above.upper(), decision);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
