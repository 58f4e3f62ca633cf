package org.mlmath.test.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What must be true of every service; see the package's description for the files it reads. */
public abstract class Contract extends DocumentContract {
    @TestFactory
    Stream<DynamicTest> everyOptionChangesAnAnswer() {
        return document.operations().stream()
                .filter(ApiOperation::isComputation)
                .flatMap(operation -> {
                    Options options = Options.of(operation);
                    return Stream.concat(
                            Stream.of(dynamicTest(
                                    operation.id() + " has no case of an unknown option",
                                    () -> assertThat(options.strays()).isEmpty())),
                            options.pointers().stream()
                                    .map(pointer -> dynamicTest(operation.id() + " " + pointer, () -> assertThat(
                                                    options.missingEvidence(pointer))
                                            .isEmpty())));
                });
    }
}
