package org.mlmath.stats.power;

import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.number.Words;

/** The models of the tests that are offered, from checked parameters. */
final class PowerModels {
    private static final double LARGEST_RATIO = 1e6;
    private static final long MOST_GROUPS = 1_000_000;
    private static final double MOST_DEGREES = 1e9;

    private PowerModels() {}

    static PowerModel tOneSample() {
        return new PowerModel.StudentTPower(PowerModel.StudentTPower.ONE_SAMPLE);
    }

    static PowerModel tTwoSample(double ratio) {
        return new PowerModel.StudentTPower(checkedRatio(ratio));
    }

    static PowerModel proportionOneSample() {
        return new PowerModel.NormalPower(PowerModel.NormalPower.ONE_SAMPLE);
    }

    static PowerModel proportionTwoSample(double ratio) {
        return new PowerModel.NormalPower(checkedRatio(ratio));
    }

    static PowerModel anova(long groups) {
        if (groups < 2 || groups > MOST_GROUPS) {
            throw new InvalidParameterException("groups must lie between 2 and 1000000, but is " + groups + ".")
                    .at("/groups");
        }
        return new PowerModel.AnovaPower(groups);
    }

    static PowerModel chiSquare(double degreesOfFreedom) {
        if (!(degreesOfFreedom > 0 && degreesOfFreedom <= MOST_DEGREES)) {
            throw new InvalidParameterException("degreesOfFreedom must be greater than 0 and at most 1e9, but is "
                            + Words.exact(degreesOfFreedom) + ".")
                    .at("/degreesOfFreedom");
        }
        return new PowerModel.ChiSquarePower(degreesOfFreedom);
    }

    static PowerModel correlation() {
        return new PowerModel.CorrelationPower();
    }

    private static double checkedRatio(double ratio) {
        if (!(ratio >= 1 / LARGEST_RATIO && ratio <= LARGEST_RATIO)) {
            throw new InvalidParameterException(
                            "ratio must lie between 1e-6 and 1e6, but is " + Words.exact(ratio) + ".")
                    .at("/ratio");
        }
        return ratio;
    }
}
