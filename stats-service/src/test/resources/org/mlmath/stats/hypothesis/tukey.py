"""R's TukeyHSD, whose studentized range has about ten digits. Run: python3 tukey.py > tukey.json"""
from r_reference import case, write

for g in ([[26, 30, 54, 25, 70, 52, 51, 26, 67], [18, 21, 29, 17, 12, 18, 35, 30, 36], [36, 21, 24, 18, 10, 43, 28, 15, 26.5]], [[6.1, 5.8, 6.4, 7.2], [5.2, 5.5, 5.1], [7.0, 6.6, 6.9, 8.1, 7.7], [5.9, 6.0]]):
    setup = "g <- list(%s); y <- unlist(g); f <- factor(rep(seq_along(g), lengths(g))); t <- TukeyHSD(aov(y ~ f))$f" % ", ".join("c(%s)" % ",".join(map(str, x)) for x in g)
    expected = {}
    for i in range(len(g) * (len(g) - 1) // 2):
        expected["comparisons__%d__estimate" % i] = "-t[%d,1]" % (i + 1)
        expected["comparisons__%d__confidenceInterval__lower" % i] = "-t[%d,3]" % (i + 1)
        expected["comparisons__%d__confidenceInterval__upper" % i] = "-t[%d,2]" % (i + 1)
        expected["comparisons__%d__pValue" % i] = "t[%d,4]" % (i + 1)
    case("tests/tukey-hsd", {"groups": g}, setup, **expected)
write("tukey.py", 1e-7)
