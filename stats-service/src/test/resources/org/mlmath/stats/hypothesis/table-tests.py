"""R's tests of proportions and tables. Run: python3 table-tests.py > table-tests.json"""
from r_reference import case, write

for alt in ("two-sided", "less", "greater"):
    r = alt.replace("-", ".")
    for cc in (False, True):
        s = "r <- prop.test(%s, p=0.3, alternative='%s', correct=%s, conf.level=0.9)" % ("42, 100", r, str(cc).upper())
        case("tests/proportion-one-sample", {"data": {"successes": 42, "trials": 100}, "nullValue": 0.3, "alternative": alt, "continuityCorrection": cc, "alpha": 0.1}, s,
             statistic="sqrt(r$statistic)", pValue="r$p.value", estimate="r$estimate", confidenceInterval__lower="r$conf.int[1]", confidenceInterval__upper="r$conf.int[2]")
        s = "r <- prop.test(c(15, 25), c(50, 45), alternative='%s', correct=%s)" % (r, str(cc).upper())
        case("tests/proportion-two-sample", {"a": {"successes": 15, "trials": 50}, "b": {"successes": 25, "trials": 45}, "alternative": alt, "continuityCorrection": cc}, s,
             statistic="-sqrt(r$statistic)", pValue="r$p.value", estimate="r$estimate[1]-r$estimate[2]", confidenceInterval__lower="r$conf.int[1]", confidenceInterval__upper="r$conf.int[2]")
    for x, n, p in ((7, 20, 0.5), (682, 925, 0.75), (0, 12, 0.1), (12, 12, 0.9), (3, 4, 0.25)):
        s = "r <- binom.test(%d, %d, %g, alternative='%s')" % (x, n, p, r)
        case("tests/binomial", {"data": {"successes": x, "trials": n}, "nullValue": p, "alternative": alt}, s,
             pValue="r$p.value", estimate="r$estimate", confidenceInterval__lower="r$conf.int[1]", confidenceInterval__upper="r$conf.int[2]")
    for t in ([[3, 1], [1, 3]], [[10, 2], [3, 15]], [[120, 80], [95, 140]]):
        flat = ",".join(str(v) for row in t for v in row)
        s = "r <- fisher.test(matrix(c(%s), 2, byrow=TRUE), alternative='%s', conf.level=0.99)" % (flat, r)
        case("tests/fisher-exact", {"table": t, "alternative": alt, "alpha": 0.01}, s, pValue="r$p.value")
    s = "r <- fisher.test(matrix(c(10,2,3,15), 2, byrow=TRUE), or=2, alternative='%s')" % r
    case("tests/fisher-exact", {"table": [[10, 2], [3, 15]], "nullValue": 2, "alternative": alt}, s, pValue="r$p.value")
case("tests/proportion-two-sample", {"a": {"successes": 3, "trials": 10}, "b": {"successes": 3, "trials": 11}, "continuityCorrection": True}, "r <- prop.test(c(3,3), c(10,11))", pValue="r$p.value")
case("tests/chi-square-goodness-of-fit", {"observed": [89, 37, 30, 28, 2], "expected": [0.40, 0.20, 0.20, 0.15, 0.05]}, "r <- chisq.test(c(89,37,30,28,2), p=c(40,20,20,15,5)/100)",
     statistic="r$statistic", pValue="r$p.value", degreesOfFreedom="r$parameter", expected__4="r$expected[5]", residuals__4="r$residuals[5]")
case("tests/chi-square-goodness-of-fit", {"observed": [18, 22, 20, 15, 25]}, "r <- chisq.test(c(18,22,20,15,25))", statistic="r$statistic", pValue="r$p.value")
case("tests/chi-square-goodness-of-fit", {"observed": [18, 22, 20, 15, 25], "estimatedParameters": 1}, "r <- chisq.test(c(18,22,20,15,25))", pValue="pchisq(r$statistic, 3, lower.tail=FALSE)")
case("tests/chi-square-independence", {"table": [[762, 327, 468], [484, 239, 477]]}, "r <- chisq.test(matrix(c(762,327,468,484,239,477), 2, byrow=TRUE))",
     statistic="r$statistic", pValue="r$p.value", degreesOfFreedom="r$parameter", expected__1__2="r$expected[2,3]", residuals__0__2="r$residuals[1,3]", standardizedResiduals__0__2="r$stdres[1,3]")
for cc in (True, False):
    for t in ([[12, 5], [7, 9]], [[3, 3], [3, 4]], [[1000000, 1002000], [999000, 1000500]]):
        flat = ",".join(str(v) for row in t for v in row)
        case("tests/chi-square-independence", {"table": t, "continuityCorrection": cc}, "r <- chisq.test(matrix(c(%s), 2, byrow=TRUE), correct=%s)" % (flat, str(cc).upper()), statistic="r$statistic", pValue="r$p.value")
for t, c in (([[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]], 4), ([[3, 0, 5], [1, 4, 2]], 3), ([[8, 3, 1], [2, 6, 4], [0, 3, 9]], 3), ([[0, 1], [2, 0], [3, 7]], 2)):
    flat = ",".join(str(v) for row in t for v in row)
    case("tests/fisher-exact", {"table": t}, "r <- fisher.test(matrix(c(%s), ncol=%d, byrow=TRUE), workspace=2e7)" % (flat, c), pValue="r$p.value")
case("tests/mcnemar", {"table": [[794, 86], [150, 570]]}, "r <- mcnemar.test(matrix(c(794,150,86,570), 2))", statistic="r$statistic", pValue="r$p.value", degreesOfFreedom="r$parameter", estimate="86/150")
case("tests/mcnemar", {"table": [[794, 86], [150, 570]], "continuityCorrection": False}, "r <- mcnemar.test(matrix(c(794,150,86,570), 2), correct=FALSE)", statistic="r$statistic", pValue="r$p.value")
case("tests/mcnemar", {"table": [[20, 5], [12, 30]]}, "r <- binom.test(5, 17)", pValue="r$p.value", confidenceInterval__lower="r$conf.int[1]/(1-r$conf.int[1])", confidenceInterval__upper="r$conf.int[2]/(1-r$conf.int[2])")
case("tests/mcnemar", {"table": [[20, 5], [12, 30]], "alternative": "less"}, "r <- binom.test(5, 17, alternative='less')", pValue="r$p.value")
case("tests/mcnemar", {"table": [[20, 5, 3], [12, 30, 9], [6, 2, 11]]}, "r <- mcnemar.test(matrix(c(20,12,6,5,30,2,3,9,11), 3))", statistic="r$statistic", pValue="r$p.value", degreesOfFreedom="r$parameter")
case("tests/z-one-sample", {"data": [5.1, 4.9, 5.6, 5.8, 5.2], "standardDeviation": 0.5, "nullValue": 5}, "m <- mean(c(5.1,4.9,5.6,5.8,5.2)); z <- (m-5)/(0.5/sqrt(5))",
     statistic="z", pValue="2*pnorm(-abs(z))", estimate="m", confidenceInterval__lower="m-qnorm(.975)*.5/sqrt(5)", effectSize__value="(m-5)/.5")
case("tests/z-two-sample", {"a": {"mean": 10.2, "standardDeviation": 2, "size": 50}, "b": {"mean": 9.1, "standardDeviation": 3, "size": 40}, "standardDeviationA": 2.2, "alternative": "greater", "alpha": 0.01},
     "se <- sqrt(2.2^2/50+9/40); z <- 1.1/se", statistic="z", pValue="pnorm(-z)", standardError="se", confidenceInterval__lower="1.1-qnorm(.99)*se", effectSize__value="1.1/sqrt((2.2^2+9)/2)")
write("table-tests.py")
