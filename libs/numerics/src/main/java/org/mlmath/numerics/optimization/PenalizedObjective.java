package org.mlmath.numerics.optimization;

/**
 * A model's loss and a penalty on its weights: c·(f + λ₁Σ|wⱼ| + ½λ₂Σwⱼ²), intercepts unpenalised.
 *
 * <p>Where a weight is 0 its modulus has no derivative; 0, which is one of its subgradients, stands for it, as in PyTorch. An
 * intercept that the model shall not have is held where it starts: its derivative is given as 0.
 */
public final class PenalizedObjective implements SampledObjective, TwiceDifferentiableFunction {
    private final SampledObjective loss;
    private final TwiceDifferentiableFunction curved;
    private final double scale;
    private final double l1;
    private final double l2;
    private final int period;
    private final boolean intercept;

    /**
     * @param scale c
     * @param l1 λ₁
     * @param l2 λ₂
     * @param period parameters from one intercept to the next: every period-th parameter is one
     * @param intercept whether intercepts are learnt
     */
    public <L extends SampledObjective & TwiceDifferentiableFunction> PenalizedObjective(
            L loss, double scale, double l1, double l2, int period, boolean intercept) {
        this.loss = loss;
        curved = loss;
        this.scale = scale;
        this.l1 = l1;
        this.l2 = l2;
        this.period = period;
        this.intercept = intercept;
    }

    @Override
    public int dimension() {
        return loss.dimension();
    }

    @Override
    public double value(double[] x) {
        return scale * loss.value(x) + penalty(x);
    }

    private double penalty(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            if ((j + 1) % period != 0) {
                sum += l1 * Math.abs(x[j]) + 0.5 * l2 * x[j] * x[j];
            }
        }
        return scale * sum;
    }

    @Override
    public int observations() {
        return loss.observations();
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        return penalized(loss.valueAndGradient(x, gradient), x, gradient);
    }

    @Override
    public double valueAndGradient(int[] observations, int from, int to, double[] x, double[] gradient) {
        return penalized(loss.valueAndGradient(observations, from, to, x, gradient), x, gradient);
    }

    private double penalized(double value, double[] x, double[] gradient) {
        for (int j = 0; j < x.length; j++) {
            if ((j + 1) % period != 0) {
                gradient[j] = scale * (gradient[j] + l1 * Math.signum(x[j]) + l2 * x[j]);
            } else {
                gradient[j] = intercept ? scale * gradient[j] : 0;
            }
        }
        return scale * value + penalty(x);
    }

    @Override
    public double valueGradientAndHessian(double[] x, double[] gradient, double[] hessian) {
        double value = curved.valueGradientAndHessian(x, gradient, hessian);
        int n = x.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean held = !intercept && ((i + 1) % period == 0 || (j + 1) % period == 0);
                // What is held has the curvature 1, so that it stands still in a step that exists.
                hessian[i * n + j] = held ? (i == j ? 1 : 0) : scale * hessian[i * n + j];
            }
            hessian[i * n + i] += (i + 1) % period != 0 ? scale * l2 : 0;
        }
        return penalized(value, x, gradient);
    }
}
