package org.mlmath.numerics.distribution;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.LogDeviance;

/** The Dirichlet distribution of probabilities, in the saddle-point form of the beta distribution. */
public final class Dirichlet implements JointDistribution {
    public static final JointFamily FAMILY = new JointFamily(
            "dirichlet",
            "Dirichlet distribution",
            List.of(new JointFamily.JointParameter(
                    "concentrations",
                    "concentrations α₁, α₂, …",
                    "\\alpha",
                    JointFamily.Shape.LIST,
                    Parameter.Domain.POSITIVE.description())),
            false,
            "x_i \\in [0, 1],\\ \\sum_ix_i=1",
            "\\frac{\\Gamma(\\sum_i\\alpha_i)}{\\prod_i\\Gamma(\\alpha_i)}\\prod_ix_i^{\\alpha_i-1}",
            Map.of(
                    "mean",
                    "\\frac{\\alpha}{\\alpha_0},\\ \\alpha_0=\\sum_i\\alpha_i",
                    "covariance",
                    "\\frac{\\alpha_0\\operatorname{diag}\\alpha-\\alpha\\alpha^\\top}{\\alpha_0^2(\\alpha_0+1)}",
                    "mode",
                    "\\frac{\\alpha_i-1}{\\alpha_0-K}\\quad(\\alpha_i>1)"),
            p -> new Dirichlet(p.get("concentrations").values()));

    private static final double TOLERANCE = 1e-9;

    private final double[] concentrations;
    private final double sum;

    /** @throws InvalidParameterException at {@code /concentrations/i} unless it is positive */
    public Dirichlet(double[] concentrations) {
        double total = 0;
        if (concentrations.length < 2) {
            throw new InvalidParameterException("At least two concentrations are needed.").at("/concentrations");
        }
        Parameter concentration = Parameter.positive("concentration", "", "");
        for (int i = 0; i < concentrations.length; i++) {
            total += concentration.checked("concentrations/" + i, concentrations[i]);
        }
        this.concentrations = concentrations;
        this.sum = total;
    }

    @Override
    public int dimension() {
        return concentrations.length;
    }

    @Override
    public double logDensity(double[] x) {
        double total = 0;
        double log = -LogDeviance.logPoisson(sum, sum, 0) - Math.log(sum);
        boolean pole = false;
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] >= 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            total += x[i];
            double a = concentrations[i];
            if (x[i] > 0) {
                log += LogDeviance.logPoisson(a, sum * x[i], Math.fma(-sum, x[i], a)) + Math.log(a) - Math.log(x[i]);
            } else if (a > 1) {
                return Double.NEGATIVE_INFINITY;
            } else {
                pole |= a < 1;
                // x⁰ e⁰ / Γ(1), its density at 0 in units of the sum.
                log += Math.log(sum);
            }
        }
        if (Math.abs(total - 1) > TOLERANCE) {
            return Double.NEGATIVE_INFINITY;
        }
        return pole ? Double.POSITIVE_INFINITY : log;
    }

    @Override
    public double[] sample(RandomGenerator random) {
        double[] logs = new double[concentrations.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = GammaSampler.logSample(concentrations[i], random);
            largest = Math.max(largest, logs[i]);
        }
        double total = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.exp(logs[i] - largest);
            total += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= total;
        }
        return logs;
    }

    @Override
    public double[] mean() {
        double[] mean = new double[concentrations.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = concentrations[i] / sum;
        }
        return mean;
    }

    @Override
    public Matrix covariance() {
        double[] mean = mean();
        int n = mean.length;
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * n + j] = mean[i] * (i == j ? (sum - concentrations[i]) / sum : -mean[j]) / (sum + 1);
            }
        }
        return new Matrix(n, n, entries);
    }

    /** log B(α) + (α₀ − K)ψ(α₀) − Σ (αᵢ − 1)ψ(αᵢ). */
    @Override
    public double entropy() {
        double logBeta = 0;
        double before = concentrations[0];
        double entropy = (sum - concentrations.length) * GammaFunctions.digamma(sum)
                - (before - 1) * GammaFunctions.digamma(before);
        for (int i = 1; i < concentrations.length; i++) {
            double a = concentrations[i];
            logBeta += GammaRatio.logBeta(before, a);
            before += a;
            entropy -= (a - 1) * GammaFunctions.digamma(a);
        }
        return entropy + logBeta;
    }

    @Override
    public double[] mode() {
        double[] mode = new double[concentrations.length];
        for (int i = 0; i < mode.length; i++) {
            if (!(concentrations[i] > 1)) {
                return null;
            }
            mode[i] = (concentrations[i] - 1) / (sum - mode.length);
        }
        return mode;
    }
}
