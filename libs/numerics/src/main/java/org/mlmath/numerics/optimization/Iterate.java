package org.mlmath.numerics.optimization;

/**
 * Where a run stands: the point, the objective there and the rule's memory. A run owns two and alternates between them, so that
 * a step allocates nothing and the iterate before it is still whole when a step fails.
 */
public final class Iterate {
    private final double[] point;
    private final double[] gradient;
    private final double[] memory;
    private long iteration;
    private double value;
    private double gradientNorm;
    private boolean finite;

    /** What the step that led here said of it; all of it is forgotten when the iterate is numbered for the next one. */
    private boolean evaluated;

    private long evaluations;
    private StopReason refusal;
    private boolean changeKnown;
    private double change;

    Iterate(int dimension, int memoryLength) {
        point = new double[dimension];
        gradient = new double[dimension];
        memory = new double[memoryLength];
    }

    /** @return the point's own array, for a rule to write the next point into */
    public double[] point() {
        return point;
    }

    /** @return the gradient that the step from here sees: the objective's, or a batch's, clipped; the iterate's own array */
    public double[] gradient() {
        return gradient;
    }

    /** @return what the rule remembers, its own layout; the iterate's own array */
    public double[] memory() {
        return memory;
    }

    /** @return the number of steps made before this iterate: 0 at the start, so a step that leads to it counts from 1 */
    public long iteration() {
        return iteration;
    }

    public double value() {
        return value;
    }

    /** @return the Euclidean norm of the whole objective's gradient, before any clipping */
    public double gradientNorm() {
        return gradientNorm;
    }

    /**
     * @return whether point, memory and value are finite and, for a rule that needs the gradient, its squared norm does not
     *     overflow: rules square gradients
     */
    boolean finite() {
        return finite;
    }

    void number(long iteration) {
        this.iteration = iteration;
        evaluated = false;
        evaluations = 0;
        refusal = null;
        changeKnown = false;
    }

    /** For a rule that has looked at the point it moves to: its value, the gradient there being in {@link #gradient}. */
    public void evaluated(double value) {
        this.value = value;
        evaluated = true;
    }

    /** For a rule that looks around: by how many evaluations of the objective. */
    public void looked(long evaluations) {
        this.evaluations += evaluations;
    }

    /** For a rule that cannot go on: the run ends at the iterate before this one. */
    public void refuse(StopReason reason) {
        refusal = reason;
    }

    /** @return why the rule made no step, null where it made one */
    StopReason refusal() {
        return refusal;
    }

    /**
     * For a rule of which one step says too little: what {@link StopCriteria#valueChange} is held against instead of the change
     * from the iterate before.
     *
     * @param change NaN where there is nothing to say yet
     */
    public void change(double change) {
        this.change = change;
        changeKnown = true;
    }

    /** @return what the last step changed, or what the rule told instead */
    double valueChange(double valueBefore) {
        return changeKnown ? change : Math.abs(value - valueBefore);
    }

    /** @return how many evaluations the step that led here took */
    long evaluations() {
        return evaluations;
    }

    /** @param gradientNeeded whether an iterate without a finite gradient is of no use */
    void evaluate(DifferentiableFunction objective, boolean gradientNeeded) {
        if (!evaluated) {
            value = objective.valueAndGradient(point, gradient);
            evaluations++;
        }
        double squares = 0;
        double poison = value * 0; // NaN when any term is not finite, else a zero
        for (int i = 0; i < gradient.length; i++) {
            squares += gradient[i] * gradient[i];
            poison += point[i] * 0;
        }
        for (double remembered : memory) {
            poison += remembered * 0;
        }
        finite = poison == 0 && (!gradientNeeded || squares < Double.POSITIVE_INFINITY);
        gradientNorm = squares < 1e-280 ? scaledNorm(gradient) : Math.sqrt(squares);
    }

    /** @return whether the gradients here and there point into opposite half-spaces: the step jumped over a valley */
    boolean opposes(Iterate other) {
        double product = 0;
        for (int i = 0; i < gradient.length; i++) {
            product += gradient[i] * other.gradient[i];
        }
        return product < 0;
    }

    /** The Euclidean norm, wherever its square is: clipping must not fail where a batch's gradient is huge. */
    static double norm(double[] vector) {
        double squares = 0;
        for (double entry : vector) {
            squares += entry * entry;
        }
        return squares > 1e-280 && squares < Double.POSITIVE_INFINITY ? Math.sqrt(squares) : scaledNorm(vector);
    }

    /** The norm where squares underflow or overflow. */
    private static double scaledNorm(double[] vector) {
        double scale = 0;
        for (double entry : vector) {
            scale = Math.max(scale, Math.abs(entry));
        }
        if (!(scale > 0)) {
            return scale;
        }
        double squares = 0;
        for (double entry : vector) {
            squares += (entry / scale) * (entry / scale);
        }
        return scale * Math.sqrt(squares);
    }
}
