package org.mlmath.expression.matrix;

/** Rules for differentials, as Magnus and Neudecker list them. */
public enum MatrixRule {
    VARIABLE(
            "variable",
            "The variable",
            "What stands before dX is a part of the derivative",
            "dF = \\operatorname{tr}(G^{\\top} dX)"),
    TRANSPOSE("transpose", "Transpose", "A transpose's differential is transposed", "d(X^{\\top}) = (dX)^{\\top}"),
    SUM("sum", "Sum", "Term by term", "d(A + B) = dA + dB"),
    PRODUCT("product", "Product", "Factor by factor", "d(AB) = (dA) B + A\\, dB"),
    HADAMARD(
            "hadamard",
            "Entrywise product",
            "Entry by entry, factor by factor",
            "d(A \\odot B) = dA \\odot B + A \\odot dB"),
    ENTRYWISE("entrywise", "Function of every entry", "The chain rule in every entry", "df(A) = f'(A) \\odot dA"),
    INVERSE("inverse", "Inverse", "From A A⁻¹ = I", "d(A^{-1}) = -A^{-1} (dA) A^{-1}"),
    SOFTMAX("softmax", "Softmax", "With s = softmax(x)", "ds = (\\operatorname{diag}(s) - s s^{\\top}) dx"),
    TRACE("trace", "Trace", "The trace is linear", "d\\operatorname{tr}(A) = \\operatorname{tr}(dA)"),
    DETERMINANT("determinant", "Determinant", "Jacobi's formula", "d\\det A = \\det(A) \\operatorname{tr}(A^{-1} dA)"),
    NORM(
            "norm",
            "Norm",
            "From ‖A‖² = tr(AᵀA)",
            "d\\lVert A \\rVert = \\operatorname{tr}(A^{\\top} dA) / \\lVert A \\rVert"),
    ENTRY_SUM(
            "entry-sum",
            "Sum of the entries",
            "The sum is linear",
            "d(\\mathbf{1}^{\\top} A \\mathbf{1}) = \\mathbf{1}^{\\top} (dA) \\mathbf{1}"),
    LOG_SUM_EXP(
            "log-sum-exp",
            "Log-sum-exp",
            "Its gradient is the softmax",
            "d\\operatorname{logsumexp}(x) = \\operatorname{softmax}(x)^{\\top} dx"),
    JACOBIAN("jacobian", "Vector", "What stands before dx is the Jacobian matrix", "dF = J\\, dx");

    private final String kind;
    private final String title;
    private final String meaning;
    private final String latex;

    MatrixRule(String kind, String title, String meaning, String latex) {
        this.kind = kind;
        this.title = title;
        this.meaning = meaning;
        this.latex = latex;
    }

    static MatrixRule of(MatrixExpression.Reduction.Kind kind) {
        return switch (kind) {
            case TRACE -> TRACE;
            case DETERMINANT -> DETERMINANT;
            case NORM -> NORM;
            case SUM -> ENTRY_SUM;
            case LOG_SUM_EXP -> LOG_SUM_EXP;
        };
    }

    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public String latex() {
        return latex;
    }
}
