package org.mlmath.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The package rules. A module runs them by a class that extends this one; they look at what it compiled from {@code src/main}.
 *
 * <p>In the packages of capabilities (all but the libraries, the kit and the gateway) a class is one of three things: a resource
 * ({@code …Resource}) or health check, a record or enum of the contract (with what is nested in it, a reader say), or a
 * computation, which alone knows nothing of the web.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // reading all classes takes a second
public abstract class PackageRules {
    private static final String[] WEB = {
        "jakarta..",
        "io.quarkus..",
        "io.vertx..",
        "io.smallrye..",
        "com.fasterxml.jackson..",
        "org.eclipse.microprofile..",
        "org.jboss..",
        "org.hibernate.."
    };

    private static final String[] NUMERICAL_LIBRARIES = {
        "org.hipparchus..", "org.bytedeco..", "org.apache.commons.statistics..", "org.apache.commons.numbers.."
    };

    /** Where the web itself is the subject. */
    private static final String[] WEB_PACKAGES = {"org.mlmath.kit..", "org.mlmath.gateway..", "org.mlmath.test.."};

    private static final String NUMERICS = "org.mlmath.numerics..";

    private static final String SYMBOLIC = "org.mlmath.symbolic..";

    private static final Set<String> NAMES_THAT_SAY_NOTHING = Set.of(
            "util",
            "utils",
            "common",
            "commons",
            "helper",
            "helpers",
            "misc",
            "controller",
            "controllers",
            "service",
            "services",
            "dto",
            "dtos",
            "impl",
            "manager",
            "base");

    private static final Set<String> ENDINGS_THAT_SAY_NOTHING =
            Set.of("Util", "Utils", "Helper", "Helpers", "Controller", "Dto", "DTO", "Impl", "Manager");

    private final JavaClasses classes;

    protected PackageRules() {
        this(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
                .importPath(Path.of("target/classes")));
    }

    protected PackageRules(JavaClasses classes) {
        this.classes = classes;
    }

    private static final DescribedPredicate<JavaClass> RESOURCE_OR_CONTRACT = describe(
            "a resource, a health check, or a record or enum of the contract",
            type -> outermost(type).getSimpleName().endsWith("Resource")
                    || type.isAssignableTo("org.eclipse.microprofile.health.HealthCheck")
                    || isContract(type)
                    || isContract(outermost(type)));

    private static final DescribedPredicate<JavaMethod> TAKES_A_REQUEST_AND_GIVES_A_RESULT = describe(
            "take one …Request and give a …Result, unless what they give is no JSON",
            method -> (method.getRawReturnType().getSimpleName().endsWith("Result")
                            || method.isAnnotatedWith("jakarta.ws.rs.Produces"))
                    && method.getRawParameterTypes().stream()
                                    .filter(type -> type.getSimpleName().endsWith("Request"))
                                    .count()
                            == 1);

    private static boolean isContract(JavaClass type) {
        // An interface is of the contract when it stands for several records, and says so.
        boolean documented = type.isAnnotatedWith("org.eclipse.microprofile.openapi.annotations.media.Schema");
        return type.isRecord() || type.isEnum() || (type.isInterface() && documented);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PackageRules::outermost).orElse(type);
    }

    @Test
    void onlyResourcesAndRecordsKnowTheWeb() {
        noClasses()
                .that(not(RESOURCE_OR_CONTRACT))
                .and()
                .resideOutsideOfPackages(WEB_PACKAGES)
                .should()
                .dependOnClassesThat(resideInAnyPackage(WEB))
                .because("a computation is plain Java, so that it can be measured, tested and used anywhere")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void onlyNumericsNamesANumericalLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(NUMERICS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(NUMERICAL_LIBRARIES))
                .because("a kernel in libs/numerics is the only place that knows a library's habits")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void onlySymbolicNamesAnAlgebraSystem() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SYMBOLIC)
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.matheclipse..", "edu.jas.."))
                .because("libs/symbolic alone knows what must not be begun and how to stop it")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void librariesKnowNeitherKitNorServices() {
        noClasses()
                .that()
                .resideInAnyPackage(NUMERICS, "org.mlmath.expression..", SYMBOLIC)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.mlmath.kit..", "org.mlmath.linalg..", "org.mlmath.calculus..", "org.mlmath.stats.."))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        slices().matching("org.mlmath.(linalg|calculus|stats|gateway)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(classes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linalg", "calculus", "stats", "gateway", "kit"})
    void capabilitiesFormNoCycles(String module) {
        slices().matching("org.mlmath." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void namesSayWhatThingsAre() {
        DescribedPredicate<JavaClass> saysNothing = describe(
                "have a name, or a package, that says nothing",
                type -> Stream.of(type.getPackageName().split("\\.")).anyMatch(NAMES_THAT_SAY_NOTHING::contains)
                        || ENDINGS_THAT_SAY_NOTHING.stream().anyMatch(type.getSimpleName()::endsWith));
        noClasses()
                .should(ArchCondition.from(saysNothing))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void resourcesTakeRequestsAndGiveResults() {
        methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(WEB_PACKAGES)
                .should(ArchCondition.from(TAKES_A_REQUEST_AND_GIVES_A_RESULT))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void requestsAndResultsAreRecords() {
        classes()
                .that()
                .resideOutsideOfPackages(WEB_PACKAGES)
                .and()
                .haveSimpleNameEndingWith("Request")
                .should()
                .beRecords()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void requestsSayWhatTheyCost() {
        classes()
                .that()
                .resideOutsideOfPackages(WEB_PACKAGES)
                .and()
                .haveSimpleNameEndingWith("Request")
                .should()
                .implement("org.mlmath.kit.work.Costed")
                .because("admission asks every request before any work is done")
                .allowEmptyShould(true)
                .check(classes);
    }
}
