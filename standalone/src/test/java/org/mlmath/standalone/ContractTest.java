package org.mlmath.standalone;

import io.quarkus.test.junit.QuarkusTest;
import org.mlmath.test.contract.DocumentContract;

/** What holds for each service's document holds for the merged one, and all examples are true of the one JVM that has everything. */
@QuarkusTest
class ContractTest extends DocumentContract {}
