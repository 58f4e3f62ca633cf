"""R's tests of variances and analyses of variance. Run: python3 variance-tests.py > variance-tests.json"""
from r_reference import case, write

warp = [[26, 30, 54, 25, 70, 52, 51, 26, 67], [18, 21, 29, 17, 12, 18, 35, 30, 36], [36, 21, 24, 18, 10, 43, 28, 15, 26.5]]
uneven = [[6.1, 5.8, 6.4, 7.2], [5.2, 5.5, 5.1], [7.0, 6.6, 6.9, 8.1, 7.7], [5.9, 6.0]]


def r(groups):
    return "g <- list(%s); y <- unlist(g); f <- factor(rep(seq_along(g), lengths(g)))" % ", ".join("c(%s)" % ",".join(map(str, g)) for g in groups)


for alt in ("two-sided", "less", "greater"):
    a = alt.replace("-", ".")
    case("tests/variance-ratio", {"a": warp[0], "b": warp[1], "alternative": alt, "nullValue": 1.5, "alpha": 0.1}, r(warp) + "; r <- var.test(g[[1]], g[[2]], ratio=1.5, alternative='%s', conf.level=0.9)" % a,
         statistic="r$statistic", pValue="r$p.value", estimate="r$estimate", confidenceInterval__lower="r$conf.int[1]", confidenceInterval__upper="r$conf.int[2]",
         degreesOfFreedom__numerator="r$parameter[1]", degreesOfFreedom__denominator="r$parameter[2]")
    tail = {"two-sided": "2*min(pchisq(x, 8), pchisq(x, 8, lower=FALSE))", "less": "pchisq(x, 8)", "greater": "pchisq(x, 8, lower=FALSE)"}[alt]
    case("tests/variance-one-sample", {"data": warp[0], "alternative": alt, "nullValue": 150}, r(warp) + "; v <- var(g[[1]]); x <- 8*v/150", statistic="x", pValue=tail, estimate="v",
         **({"confidenceInterval__lower": "8*v/qchisq(0.975, 8)", "confidenceInterval__upper": "8*v/qchisq(0.025, 8)"} if alt == "two-sided" else {}))
for groups in (warp, uneven):
    case("tests/anova-one-way", {"groups": groups}, r(groups) + "; t <- anova(lm(y ~ f))", statistic="t[1,4]", pValue="t[1,5]", table__0__sumOfSquares="t[1,2]", table__1__sumOfSquares="t[2,2]", table__1__meanSquare="t[2,3]", table__0__degreesOfFreedom="t[1,1]")
    case("tests/welch-anova", {"groups": groups}, r(groups) + "; r <- oneway.test(y ~ f)", statistic="r$statistic", pValue="r$p.value", degreesOfFreedom__numerator="r$parameter[1]", degreesOfFreedom__denominator="r$parameter[2]")
    case("tests/bartlett", {"groups": groups}, r(groups) + "; r <- bartlett.test(g)", statistic="r$statistic", pValue="r$p.value", degreesOfFreedom="r$parameter")
    for center, fun in (("median", "median"), ("mean", "mean")):
        case("tests/levene", {"groups": groups, "center": center}, r(groups) + "; z <- unlist(lapply(g, function(x) abs(x-%s(x)))); t <- anova(lm(z ~ f))" % fun, statistic="t[1,4]", pValue="t[1,5]")
levels = {"a": [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3], "b": [1, 1, 2, 2] * 3}
y = [4.2, 4.5, 5.1, 5.3, 6.0, 6.2, 6.9, 7.4, 5.0, 4.1, 8.2, 7.9]
ya = [4.2, 4.5, 5.1, 5.3, 6.0, 6.2, 6.9, 7.4, 5.0, 4.1, 8.2, 7.9, 3.9, 6.6, 8.8]
la, lb = levels["a"] + [1, 2, 3], levels["b"] + [1, 1, 2]


def two(y, a, b):
    return "y <- c(%s); a <- factor(c(%s)); b <- factor(c(%s))" % tuple(",".join(map(str, v)) for v in (y, a, b))


case("tests/anova-two-way", {"data": y, "factorA": levels["a"], "factorB": levels["b"]}, two(y, **levels) + "; t <- anova(lm(y ~ a*b))",
     table__0__statistic="t[1,4]", table__1__statistic="t[2,4]", table__2__statistic="t[3,4]", table__2__pValue="t[3,5]", table__3__sumOfSquares="t[4,2]", table__3__degreesOfFreedom="t[4,1]", statistic="summary(lm(y ~ a*b))$fstatistic[1]")
case("tests/anova-two-way", {"data": ya, "factorA": la, "factorB": lb}, two(ya, la, lb) + "; t <- anova(lm(y ~ a*b))", table__0__sumOfSquares="t[1,2]", table__1__sumOfSquares="t[2,2]", table__2__sumOfSquares="t[3,2]", table__1__pValue="t[2,5]")
case("tests/anova-two-way", {"data": ya, "factorA": la, "factorB": lb, "sumsOfSquares": "type-2"}, two(ya, la, lb) + "; t <- anova(lm(y ~ a*b)); u <- anova(lm(y ~ b*a))", table__0__sumOfSquares="u[2,2]", table__1__sumOfSquares="t[2,2]", table__2__sumOfSquares="t[3,2]")
case("tests/anova-two-way", {"data": ya, "factorA": la, "factorB": lb, "sumsOfSquares": "type-3"}, two(ya, la, lb) + "; options(contrasts=c('contr.sum','contr.poly')); u <- drop1(lm(y ~ a*b), .~., test='F')", table__0__sumOfSquares="u[2,2]", table__1__sumOfSquares="u[3,2]", table__2__sumOfSquares="u[4,2]", table__0__pValue="u[2,6]")
case("tests/anova-two-way", {"data": ya, "factorA": la, "factorB": lb, "interaction": False}, two(ya, la, lb) + "; t <- anova(lm(y ~ a+b))", table__0__pValue="t[1,5]", table__1__pValue="t[2,5]", table__2__sumOfSquares="t[3,2]")
case("tests/likelihood-ratio", {"logLikelihood": -120.5, "nullLogLikelihood": -124.2, "degreesOfFreedom": 2}, "", statistic="7.4", pValue="pchisq(7.4, 2, lower=FALSE)")
case("tests/likelihood-ratio", {"table": [[12, 5], [7, 9]]}, "o <- matrix(c(12,7,5,9), 2); e <- outer(rowSums(o), colSums(o))/sum(o); g <- 2*sum(o*log(o/e))", statistic="g", pValue="pchisq(g, 1, lower=FALSE)")
write("variance-tests.py")
