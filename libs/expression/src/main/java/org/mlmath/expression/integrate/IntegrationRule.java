package org.mlmath.expression.integrate;

/** The rules of integration, as a course names them. */
public enum IntegrationRule {
    CONSTANT("constant", "Constant rule", "int c dx = c x"),
    POWER("power", "Power rule", "int x^n dx = x^(n + 1)/(n + 1) for n other than -1"),
    RECIPROCAL("reciprocal", "Reciprocal", "int 1/x dx = ln|x|"),
    EXPONENTIAL("exponential", "Exponential rule", "int a^x dx = a^x/ln(a)"),
    FUNCTION("function", "Integral of a standard function", "the table of integrals"),
    SUM("sum", "Sum rule", "int (f + g) dx = int f dx + int g dx"),
    CONSTANT_MULTIPLE("constant-multiple", "Constant multiple rule", "int c f dx = c int f dx"),
    SUBSTITUTION("substitution", "Substitution", "int f(g(x)) g'(x) dx = int f(u) du with u = g(x)"),
    BACK_SUBSTITUTION("back-substitution", "Substitute back", "putting back what u stands for"),
    PARTS("parts", "Integration by parts", "int u dv = u v - int v du"),
    TABULAR_PARTS(
            "tabular-parts",
            "Repeated integration by parts",
            "int P g dx = P G1 - P' G2 + P'' G3 - ..., with the successive integrals G1, G2, ... of g"),
    CYCLIC_PARTS(
            "cyclic-parts",
            "Integration by parts, twice",
            "integrating by parts until the integral comes back, and solving for it"),
    PARTIAL_FRACTIONS("partial-fractions", "Partial fractions", "a sum of simple fractions"),
    COMPLETING_THE_SQUARE(
            "completing-the-square", "Completing the square", "a x^2 + b x + c = a (x + b/(2 a))^2 + c - b^2/(4 a)"),
    SIMPLIFICATION("simplification", "Simplify", "collecting what belongs together; a constant is left out"),
    EXPANSION("expansion", "Multiplying out", "writing the product as a sum"),
    TRIGONOMETRIC("trigonometric", "Trigonometric identity", "rewriting powers and products of sines and cosines"),
    HYPERBOLIC("hyperbolic", "Hyperbolic identity", "writing hyperbolic functions with exponentials"),
    REDUCTION("reduction", "Reduction formula", "lowering the power by parts"),
    RADICAL("radical", "Root of a quadratic", "the derivative of P sqrt(Q) has the same form"),
    GAUSSIAN("gaussian", "Gaussian integral", "int e^(-x^2) dx = sqrt(pi)/2 erf(x)"),
    TANGENT_HALF_ANGLE(
            "tangent-half-angle",
            "Tangent of the half angle",
            "t = tan(x/2): sin x = 2t/(1 + t^2), cos x = (1 - t^2)/(1 + t^2), dx = 2 dt/(1 + t^2)");

    private final String kind;
    private final String title;
    private final String formula;

    IntegrationRule(String kind, String title, String formula) {
        this.kind = kind;
        this.title = title;
        this.formula = formula;
    }

    /** @return its name in kebab-case */
    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** @return what it says, in a line of text */
    public String formula() {
        return formula;
    }
}
